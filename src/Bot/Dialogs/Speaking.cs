using System.Collections.Immutable;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>
/// Who speaks on a phone that several members share: the one who named herself last, until she has been silent for a while.
/// </summary>
/// <param name="Member">Her number in the current group; null while nobody has named herself.</param>
/// <param name="At">When she wrote last.</param>
/// <param name="Held">What was written before it was known who writes; it is taken up afterwards. Never a PIN.</param>
/// <param name="Tries">Wrong PINs, by member.</param>
public sealed record Speaking(int? Member, DateTimeOffset At, string? Held, ImmutableList<PinTries> Tries)
{
    /// <summary>After so long a silence it is asked again.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    public static readonly Speaking Nobody = new(null, default, null, []);

    private const int LongestHeld = 100;

    /// <summary>She named herself; what she typed wrong before is forgotten.</summary>
    public Speaking By(int member, DateTimeOffset at) =>
        this with
        {
            Member = member,
            At = at,
            Tries = Tries.RemoveAll(t => t.Member == member),
        };

    /// <summary>Somebody else may write now; her words wait.</summary>
    public Speaking Asked(string words) => this with { Member = null, Held = IsHeld(words) ? words : null };

    /// <summary>It is known who speaks, and she has not been silent too long.</summary>
    public bool IsKnownAt(DateTimeOffset at) => Member is not null && at - At <= Silence;

    /// <summary>Until when nobody is let in as this member; null when she may try.</summary>
    public DateTimeOffset? PausedUntil(int member, DateTimeOffset at) =>
        Tries.Find(t => t.Member == member)?.Until is { } until && at < until ? until : null;

    /// <summary>One more wrong PIN; after the last of them there is a pause, and the count begins anew.</summary>
    public Speaking WithWrongPin(int member, DateTimeOffset at)
    {
        var wrong = (Tries.Find(t => t.Member == member)?.Wrong ?? 0) + 1;
        var tries = wrong < PinHash.MostTries ? new PinTries(member, wrong, null) : new PinTries(member, 0, at + PinHash.Pause);
        return this with { Tries = Tries.RemoveAll(t => t.Member == member).Add(tries) };
    }

    /// <summary>Words without letters are an answer or a PIN; so may be what speaks of one.</summary>
    private static bool IsHeld(string words) =>
        words.Length is > 0 and <= LongestHeld
        && words.Any(char.IsLetter)
        && !words.Contains("pin", StringComparison.OrdinalIgnoreCase)
        && !words.Contains("\u092A\u093F\u0928", StringComparison.Ordinal);
}

/// <summary>How many wrong PINs were typed for a member, and until when nobody may try.</summary>
public sealed record PinTries(int Member, int Wrong, DateTimeOffset? Until);
