namespace DiGiBachat.Core.Meetings;

/// <summary>What one member brought to a meeting. Zero where she brought nothing for it.</summary>
/// <param name="Saving">For her savings: dues, their fines, and what is over as an advance.</param>
/// <param name="Repayment">For <paramref name="Loan"/>.</param>
/// <param name="Loan">Her loan that the repayment is for; null without one.</param>
/// <param name="Fine">For her open fines; what is more than they come to is a fine put on her in this meeting, and paid.</param>
public sealed record MeetingLine(MemberNumber Member, Money Saving, Money Repayment, LoanNumber? Loan, Money Fine = default)
{
    public Money Total => Saving + Repayment + Fine;
}

/// <summary>A fine for not being there. It is waived when it turns out that she came.</summary>
/// <param name="Fine">Its number among the group's fines.</param>
public sealed record AbsenceFine(MemberNumber Member, int Fine);

/// <summary>What was booked by one yes at a meeting: the entries from the first to the last.</summary>
public sealed record MeetingBatch(int Number, MemberNumber By, long FirstEntry, long LastEntry, Money Total);

/// <summary>
/// A meeting: the women sit together, money changes hands, and at its end the box is counted against the book. It opens with the first
/// booking of its kind or by itself on request, and ends when a second person has confirmed its sheet.
/// </summary>
/// <param name="Number">1, 2, 3 … of the group.</param>
/// <param name="OpenedBy">The officer who began it.</param>
/// <param name="Absent">Who is not there; null while attendance was not taken.</param>
/// <param name="Batches">What was booked in it and not undone, oldest first.</param>
public sealed record Meeting(
    int Number,
    DateOnly OpenedOn,
    MemberNumber OpenedBy,
    IReadOnlyList<MemberNumber>? Absent,
    IReadOnlyList<MeetingBatch> Batches
)
{
    /// <summary>How many batches this meeting has had, undone ones too: their numbers are not given twice.</summary>
    public int LastBatch { get; init; }

    /// <summary>What was put on members for not being there, as far as it stands.</summary>
    public IReadOnlyList<AbsenceFine> Fines
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>How a meeting ended: what everybody was told.</summary>
/// <param name="Sheet">All money from the close before to this one, the difference included.</param>
/// <param name="Counted">What lay in the box.</param>
/// <param name="Difference">Counted less what the book said; booked to suspense.</param>
/// <param name="Reason">Why they differ; null when they do not.</param>
/// <param name="Absent">Who was not there; null when attendance was not taken.</param>
/// <param name="AskedBy">The officer who counted.</param>
/// <param name="ConfirmedBy">The second person who looked at the sheet.</param>
/// <param name="Head">The book's code at the end, the same for everybody.</param>
public sealed record ClosedMeeting(
    int Number,
    DateOnly OpenedOn,
    DateOnly ClosedOn,
    MeetingSheet Sheet,
    Money Counted,
    Money Difference,
    string? Reason,
    IReadOnlyList<MemberNumber>? Absent,
    MemberNumber AskedBy,
    MemberNumber? ConfirmedBy,
    string Head
);
