using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Meetings;
using DiGiBachat.Core.Opening;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core;

/// <summary>A cycle of the group's business: from one share-out to the next.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="StartedOn">The founding day, or the day of the share-out before.</param>
public sealed record Cycle(int Number, DateOnly StartedOn);

/// <summary>
/// What lies on the group's table: few things, each until it is settled. It is read and written with the group's own row, as one
/// document; what became of each stands in the log of events for ever. A document of an earlier day lacks what came later: a list then
/// is empty.
/// </summary>
public sealed record OpenMatters
{
    public static readonly OpenMatters None = new();

    /// <summary>The cycle that is running; null in a group of the time before cycles, which is in its first.</summary>
    public Cycle? Cycle { get; init; }

    /// <summary>The last number given to a fine.</summary>
    public int LastFine { get; init; }

    /// <summary>Fines that are open, in order; not those of late dues, which stand with the due.</summary>
    public IReadOnlyList<Fine> Fines
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Who pays in a member's place, while the payment is open.</summary>
    public IReadOnlyList<Payments.OtherPayer> OtherPayers
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The last number given to an entry of other money: an expense, a grant, a share paid …</summary>
    public int LastOtherMoney { get; init; }

    /// <summary>The last number given to an investment.</summary>
    public int LastInvestment { get; init; }

    /// <summary>Investments that have not come back, in order.</summary>
    public IReadOnlyList<Investment> Investments
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Who was reminded on the last day on which anybody was.</summary>
    public Payments.Reminded? Reminded { get; init; }

    /// <summary>The last number given to an objection.</summary>
    public int LastObjection { get; init; }

    /// <summary>Entries that a member says are wrong, until they are undone or answered; in order.</summary>
    public IReadOnlyList<Payments.Objection> Objections
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The due day of the last period that opened; null before the first, and until the next in groups of an earlier day.</summary>
    public DateOnly? LastPeriodOn { get; init; }

    /// <summary>The last number given to a ballot.</summary>
    public int LastBallot { get; init; }

    /// <summary>Pictures and voice notes sent with payments that are not settled yet.</summary>
    public IReadOnlyList<PaymentNote> Notes
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Ballots that are open, in order.</summary>
    public IReadOnlyList<Ballot> Ballots
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The meeting that is open; null when none is.</summary>
    public Meeting? Meeting { get; init; }

    /// <summary>How the last meeting ended; null before the first has.</summary>
    public ClosedMeeting? LastMeeting { get; init; }

    /// <summary>All money since the last close; null while nothing was booked.</summary>
    public MeetingSheet? Sheet { get; init; }

    /// <summary>The figures that are brought forward, while they are put together; null when nobody does.</summary>
    public OpeningDraft? Opening { get; init; }

    /// <summary>The day on which they were booked; null in a group that began here.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>How late loans count, which were drawn anew, and what is owed on those written off.</summary>
    public IReadOnlyList<LoanMatter> Loans
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What earlier versions of the rules said of what may still be open, in order.</summary>
    public IReadOnlyList<FormerRules> FormerRules
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>A new UPI address that waits to hold.</summary>
    public HeldUpiAddress? HeldUpi { get; init; }

    /// <summary>The last messages to all.</summary>
    public Announcements? Announcements { get; init; }

    /// <summary>How the group was closed; null while it is open.</summary>
    public ArchivedGroup? Archived { get; init; }
}
