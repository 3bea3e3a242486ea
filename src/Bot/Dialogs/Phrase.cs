using System.Collections.Immutable;
using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>A place in a phrase: a fixed word (<paramref name="Plain"/>, shown as <paramref name="Shown"/>), or a slot.</summary>
internal sealed record PhrasePart(string Shown, string Plain, string? Slot, SlotKind? Kind, bool Free);

/// <summary>One way of saying a command, without optional parts: "loan {amount} {months}".</summary>
internal sealed record Phrase(string Target, string Written, ImmutableArray<PhrasePart> Parts)
{
    public int FixedWords { get; } = Parts.Count(p => p.Slot is null);

    public int FreeSlots { get; } = Parts.Count(p => p.Free);

    public int Slots { get; } = Parts.Count(p => p.Slot is not null);

    /// <summary>Equal signatures cannot be told apart: same words, same kinds at the same places.</summary>
    public string Signature { get; } =
        string.Join(' ', Parts.Select(p => p.Slot is null ? p.Plain : "{" + (p.Free ? "*" : p.Kind?.Name) + "}"));

    /// <summary>The most specific first: more fixed words, then fewer free texts, then fewer slots.</summary>
    public static int Compare(Phrase a, Phrase b)
    {
        var byWords = b.FixedWords.CompareTo(a.FixedWords);
        var byFree = a.FreeSlots.CompareTo(b.FreeSlots);
        var bySlots = a.Slots.CompareTo(b.Slots);
        return byWords != 0 ? byWords
            : byFree != 0 ? byFree
            : bySlots != 0 ? bySlots
            : string.CompareOrdinal(a.Signature, b.Signature);
    }
}

/// <summary>Reads phrases as written in locales: words, <c>{slots}</c>, and <c>[optional parts]</c>.</summary>
internal static class PhraseReader
{
    private const int MaxWays = 16;

    /// <summary>The names of the slots a written phrase uses.</summary>
    public static IReadOnlyList<string> SlotsOf(string written) =>
        [.. Tokens(written).Where(t => t[0] == '{').Select(t => t[1..^1]).Distinct()];

    /// <summary>Every way a written phrase can be said; null when its brackets do not match.</summary>
    public static IReadOnlyList<ImmutableArray<string>>? Ways(string written)
    {
        var ways = new List<ImmutableArray<string>> { ImmutableArray<string>.Empty };
        List<ImmutableArray<string>>? outside = null;
        foreach (var token in Tokens(written))
        {
            if (token == "[")
            {
                if (outside is not null)
                {
                    return null;
                }

                outside = [.. ways];
            }
            else if (token == "]")
            {
                if (outside is null || ways.Count + outside.Count > MaxWays)
                {
                    return null;
                }

                ways.AddRange(outside);
                outside = null;
            }
            else
            {
                ways = [.. ways.Select(w => w.Add(token))];
            }
        }

        return outside is null && ways.TrueForAll(w => w.Length > 0) ? ways : null;
    }

    private static List<string> Tokens(string written) =>
        [
            .. written
                .Replace("[", " [ ", StringComparison.Ordinal)
                .Replace("]", " ] ", StringComparison.Ordinal)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];
}
