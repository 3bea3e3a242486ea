using DiGiBachat.Core;

namespace DiGiBachat.Bot.Statements;

/// <summary>Everything a statement says. Whoever opens the link gets it drawn from the book at that moment; the drawing adds no figure of its own but the two sums.</summary>
public sealed record StatementContent(
    StatementHeading Heading,
    StatementPassbook Passbook,
    IReadOnlyList<StatementLoan> Loans,
    StatementProof Proof,
    StatementStyle Style
)
{
    /// <summary>The longest statement in rows, and the longest schedule of a loan; a longer one is asked for in shorter periods.</summary>
    public const int MaximumRows = 500;
}

/// <summary>Whose statement, and of which days (both included).</summary>
public sealed record StatementHeading(
    string GroupName,
    string MemberName,
    MemberNumber Member,
    DateOnly FromOn,
    DateOnly ToOn
);

/// <summary>The member's savings: what stood at the start, what came and went, what stands at the end.</summary>
public sealed record StatementPassbook(
    Money Opening,
    IReadOnlyList<StatementRow> Rows,
    Money Closing
)
{
    public Money TotalIn => Rows.Aggregate(Money.Zero, (sum, row) => sum + row.In);

    public Money TotalOut => Rows.Aggregate(Money.Zero, (sum, row) => sum + row.Out);

    /// <summary>Throws when a balance does not follow from the one before it: a statement that does not add up is never shown to anybody.</summary>
    public void MustAddUp()
    {
        if (Rows.Count > StatementContent.MaximumRows)
            throw new ArgumentException(
                $"A statement has at most {StatementContent.MaximumRows} rows.",
                nameof(Rows)
            );
        var balance = Opening;
        foreach (var row in Rows)
        {
            balance += row.In - row.Out;
            if (balance != row.Balance)
                throw new InvalidOperationException(
                    $"The row of receipt {row.Receipt ?? "(none)"} says {row.Balance}, the rows before it say {balance}."
                );
        }
        if (balance != Closing)
            throw new InvalidOperationException(
                $"The statement closes with {Closing}, its rows say {balance}."
            );
    }
}

/// <summary>One line of the passbook. The narration is in the reader's words already; money that did not move is zero and is left blank.</summary>
public sealed record StatementRow(
    DateOnly On,
    string Narration,
    string? Receipt,
    Money In,
    Money Out,
    Money Balance
);

/// <summary>A loan with its terms in words ("₹10,000 for 12 months at 2 % a month, given on 5 Apr 2026") and its schedule.</summary>
public sealed record StatementLoan(
    LoanNumber Number,
    string Terms,
    Money Outstanding,
    IReadOnlyList<StatementInstalment> Schedule
);

/// <summary>One instalment of a schedule; its status in the reader's words.</summary>
public sealed record StatementInstalment(
    int Number,
    DateOnly DueOn,
    Money Principal,
    Money Interest,
    Money Paid,
    InstalmentStatus Status
)
{
    public Money Instalment => Principal + Interest;
}

/// <summary>Where an instalment stands: the words are printed, the tone gives the dot before them its colour.</summary>
public sealed record InstalmentStatus(string Words, StatusTone Tone);

public enum StatusTone
{
    /// <summary>Not due yet.</summary>
    Coming,

    /// <summary>Paid in full.</summary>
    Paid,

    /// <summary>Due now or paid in part.</summary>
    Due,

    /// <summary>Past its day.</summary>
    Overdue,
}

/// <summary>What lets a reader check the paper against the book: the first 8 characters of the ledger's newest hash, the address behind the QR, the moment of drawing.</summary>
public sealed record StatementProof(
    string LedgerHead,
    Uri VerificationUrl,
    DateTimeOffset ProducedAt
);

/// <summary>How the reader's language writes. <paramref name="Language"/> is a BCP 47 tag; the labels are named in <see cref="StatementLabels"/>.</summary>
public sealed record StatementStyle(
    string Language,
    Func<Money, string> Money,
    Func<DateOnly, string> Day,
    Func<string, string> Label
);
