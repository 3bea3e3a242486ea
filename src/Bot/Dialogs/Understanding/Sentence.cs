using System.Collections.Immutable;

namespace DiGiBachat.Bot.Dialogs.Understanding;

/// <summary>A piece of a written sentence: alternatives of families, or a slot, and whether it may be left out.</summary>
internal readonly record struct SentencePart(
    ImmutableArray<string> Families,
    string? Slot,
    bool Optional,
    bool Forbidden = false
);

/// <summary>
/// A sentence in any order of words. Each of <paramref name="Needs"/> must be said by a word of one of its families;
/// <paramref name="Allowed"/> are all families it accounts for. A word of any other family forbids it.
/// </summary>
internal sealed record Sentence(
    WrittenSentence From,
    ImmutableArray<UInt128> Needs,
    UInt128 Allowed,
    UInt128 Forbidden,
    ImmutableArray<string> NeededSlots,
    ImmutableArray<string> Slots,
    bool Vague,
    bool NamesYes
)
{
    /// <summary>The engine's own name for a number that counts entries and fills nothing.</summary>
    public const string Count = "count";

    /// <summary>A member by a name that stands before ka, ki, ke, or opens the sentence; heard as the slot member.</summary>
    public const string Whose = "whose";

    public string Target => From.Target;

    /// <summary>The more it needs the more certain it is.</summary>
    public int Weight => Needs.Length + NeededSlots.Length;

    public bool Has(string slot) => Slots.Contains(slot);

    /// <summary>
    /// How many words nobody knows may stand in it: one fewer than it needs, two at most. A sentence of a single word takes none.
    /// </summary>
    public int UnknownAllowed(bool hasAmount) =>
        Math.Clamp(Needs.Length - 1 + (hasAmount ? 1 : 0), 0, 2);
}

/// <summary>Reads the notation: words are families, <c>a/b</c> is either, <c>{slot}</c> is filled, <c>[...]</c> may be left out, <c>!a</c> forbids.</summary>
internal static class SentenceReader
{
    /// <summary>The parts of a written sentence; null when its brackets do not match or a part is empty.</summary>
    public static ImmutableArray<SentencePart>? Parts(string written)
    {
        var parts = ImmutableArray.CreateBuilder<SentencePart>();
        var optional = false;
        var spaced = written
            .Replace("[", " [ ", StringComparison.Ordinal)
            .Replace("]", " ] ", StringComparison.Ordinal);
        foreach (var token in spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (token is "[" or "]")
            {
                if (optional == (token == "["))
                {
                    return null;
                }

                optional = token == "[";
            }
            else if (token[0] == '{')
            {
                if (token[^1] != '}' || token.Length < 3)
                {
                    return null;
                }

                parts.Add(new SentencePart([], token[1..^1], optional));
            }
            else
            {
                var forbidden = token[0] == '!';
                ImmutableArray<string> families = [.. token.TrimStart('!').Split('/')];
                if (families.Contains(""))
                {
                    return null;
                }

                parts.Add(new SentencePart(families, null, optional, forbidden));
            }
        }

        return optional || !parts.Any(p => p is { Optional: false, Forbidden: false, Slot: null })
            ? null
            : parts.ToImmutable();
    }

    /// <summary>Null when its shape is wrong or it names a family that there is not; the checks say which.</summary>
    public static Sentence? Compile(WrittenSentence from, Vocabulary vocabulary)
    {
        if (
            Parts(from.Written) is not { } parts
            || parts.SelectMany(p => p.Families).Any(f => vocabulary.Mask(f) == 0)
        )
        {
            return null;
        }

        UInt128 MaskOf(SentencePart part) =>
            part.Families.Aggregate(UInt128.Zero, (mask, family) => mask | vocabulary.Mask(family));
        var families = parts.Where(p => p is { Slot: null, Forbidden: false }).ToList();
        var period = parts.Any(p => p.Slot == FamilyNames.Period)
            ? vocabulary.Mask(FamilyNames.Period)
            : UInt128.Zero;
        var needs = families.Where(p => !p.Optional).Select(MaskOf).ToImmutableArray();
        return new Sentence(
            from,
            needs,
            families.Aggregate(vocabulary.Ambient | period, (mask, part) => mask | MaskOf(part)),
            parts
                .Where(p => p.Forbidden)
                .Aggregate(UInt128.Zero, (mask, part) => mask | MaskOf(part)),
            [
                .. parts
                    .Where(p => p.Slot is not null && !p.Optional)
                    .Select(p => p.Slot == Sentence.Whose ? "member" : p.Slot!),
            ],
            [.. parts.Where(p => p.Slot is not null).Select(p => p.Slot!)],
            families.Any(p =>
                !p.Optional
                && p.Families.All(f =>
                    f.StartsWith(FamilyNames.VaguePrefix, StringComparison.Ordinal)
                )
            ),
            families.Any(p => p.Families.Contains(FamilyNames.YesWord))
        );
    }
}
