using DiGiBachat.Core.Decisions;
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

    /// <summary>The due day of the last period that opened; null before the first, and until the next in groups of an earlier day.</summary>
    public DateOnly? LastPeriodOn { get; init; }

    /// <summary>The last number given to a ballot.</summary>
    public int LastBallot { get; init; }

    /// <summary>Ballots that are open, in order.</summary>
    public IReadOnlyList<Ballot> Ballots
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
