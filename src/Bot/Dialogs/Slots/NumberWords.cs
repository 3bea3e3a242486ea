namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>
/// A number found in a text: its value, the tokens it spans (First to before End), and whether it is certain to be one.
/// <paramref name="BareFraction"/>: only a fraction word ("dhai"), which needs a unit to mean anything.
/// </summary>
internal readonly record struct FoundNumber(decimal Value, int First, int End, bool Weak, bool BareFraction);

/// <summary>
/// Numbers from digits and words, Hindi in both scripts, English Indian and Western, mixed: "2 lakh 50 hazaar", "साढ़े तीन हज़ार",
/// "one million, two hundred". A number is a row of groups (a value below its scale, then the scale) with falling scales.
/// </summary>
public static class NumberWords
{
    /// <summary>99,99,99,999: the largest number that people here say.</summary>
    public const long Largest = 99_99_99_999;

    /// <summary>The number that the whole text is, or null. Fractions come as they are: "1.5 lakh" is 150000, "2.5" is 2.5.</summary>
    public static decimal? Read(string text)
    {
        var tokens = NumberLexer.Cut(Normaliser.Lowered(text));
        return tokens.Count > 0 && Next(tokens, 0) is { } number && number.End == tokens.Count && number.Value <= Largest
            ? number.Value
            : null;
    }

    internal static List<FoundNumber> Find(List<Token> tokens)
    {
        var found = new List<FoundNumber>(2);
        var at = 0;
        while (at < tokens.Count)
        {
            if (Next(tokens, at) is { } number)
            {
                found.Add(number);
                at = number.End;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    private static FoundNumber? Next(List<Token> tokens, int start)
    {
        if (ReadGroup(tokens, start, isFirst: true) is not { } group || !IsClosed(tokens, group))
        {
            return null;
        }

        var (sum, scale, end, weak) = (group.Value, group.Scale, group.End, group.Weak);
        var room = group.Room;
        while (scale > 1)
        {
            var comma = end < tokens.Count && tokens[end].Kind == TokenKind.Comma && !tokens[start].Kind.Equals(TokenKind.Numeral);
            var next = comma ? end + 1 : end;
            var and = Role(tokens, next) == NumberRole.And;
            next += and ? 1 : 0;
            if (
                ReadGroup(tokens, next, isFirst: false) is not { } more
                || more.Value >= room
                || more.Value < 1
                || !IsClosed(tokens, more)
                || (comma && !and && more.Scale == 1 && more.Value < NumberVocabulary.Hundred)
            )
            {
                break;
            }

            (sum, scale, end, weak) = (sum + more.Value, more.Scale, more.End, false);
            room = more.Room;
        }

        return new(sum, start, end, weak, group.BareFraction);
    }

    /// <summary>A numeral that is glued to other letters ("5x", "12abc") or follows them ("l12") is a part of something else.</summary>
    private static bool IsClosed(List<Token> tokens, Group group) =>
        group.End >= tokens.Count
        || !tokens[group.End].Glued
        || tokens[group.End].Kind != TokenKind.Word
        || tokens[group.End - 1].Kind != TokenKind.Numeral
        || Units.MayBeGlued(tokens[group.End].Text);

    /// <summary>What follows a group is below its <paramref name="Room"/>: its scale, less after "dedh lakh" or "1.5 lakh".</summary>
    private readonly record struct Group(decimal Value, decimal Scale, decimal Room, int End, bool Weak, bool BareFraction);

    private static Group? ReadGroup(List<Token> tokens, int start, bool isFirst)
    {
        var small = ReadSmall(tokens, start);
        var at = small?.End ?? start;
        var scale = 1m;
        if (NumberAt(tokens, at) is { Role: NumberRole.Scale } word && (small is not null || (isFirst && tokens[at].Text.Length > 2)))
        {
            scale = word.Value;
            at++;
        }

        // "hazaar karod": a thousand of them.
        while (scale > 1 && NumberAt(tokens, at) is { Role: NumberRole.Scale } larger && larger.Value > scale)
        {
            scale *= larger.Value;
            at++;
        }

        if (small is null)
        {
            return scale > 1 ? new Group(scale, scale, scale, at, false, false) : null;
        }

        var fraction = small.Value.IsFraction;
        if (fraction && scale == 1 && small.Value.Value < NumberVocabulary.Hundred)
        {
            return isFirst ? new Group(small.Value.Value, 1, 1, at, true, true) : null;
        }

        return new Group(small.Value.Value * scale, scale, scale * Finest(small.Value.Value), at, scale == 1 && small.Value.Weak, false);
    }

    /// <summary>1 for a whole number, 0.1 for 1.5, 0.01 for 1.25: "dedh lakh paanch hazaar" goes on, "dedh lakh saath hazaar" is two numbers.</summary>
    private static decimal Finest(decimal value)
    {
        var finest = 1m;
        while (value != decimal.Truncate(value))
        {
            value *= 10;
            finest /= 10;
        }

        return finest;
    }

    private readonly record struct Small(decimal Value, int End, bool Weak, bool IsFraction);

    /// <summary>What stands before a scale: 7, seven, forty-five, saadhe teen, dhai sau, ikkees sau, one hundred and seven.</summary>
    private static Small? ReadSmall(List<Token> tokens, int start)
    {
        var head = ReadHead(tokens, start);
        var at = head?.End ?? start;
        if (Role(tokens, at) != NumberRole.Hundred || head is { Value: >= NumberVocabulary.Hundred })
        {
            return head;
        }

        // "so" is an English word too: it is hundred only after a number.
        if (head is null && tokens[at].Text is "so" or "sou" or "sow" or "सो")
        {
            return null;
        }

        var value = (head?.Value ?? 1) * NumberVocabulary.Hundred;
        at++;
        var rest = Role(tokens, at) == NumberRole.And ? at + 1 : at;
        return
            ReadHead(tokens, rest) is { IsFraction: false, Value: >= 1 and < NumberVocabulary.Hundred } tail
            && IsPlain(tokens, rest)
            && Role(tokens, tail.End) != NumberRole.Hundred
            ? new Small(value + tail.Value, tail.End, false, false)
            : new Small(value, at, false, false);
    }

    /// <summary>Up to 99 in words, or a numeral, with its quarter or half.</summary>
    private static Small? ReadHead(List<Token> tokens, int start)
    {
        if (start >= tokens.Count)
        {
            return null;
        }

        if (tokens[start].Kind == TokenKind.Numeral)
        {
            return tokens[start].Glued && start > 0 && !Units.MayPrecedeGlued(tokens[start - 1])
                ? null
                : WithHalf(tokens, new(tokens[start].Value, start + 1, false, false));
        }

        return NumberAt(tokens, start) switch
        {
            { Role: NumberRole.Unit } unit => WithHalf(tokens, new(unit.Value, start + 1, unit.Weak, false)),
            { Role: NumberRole.Ten } ten => WithHalf(tokens, Ten(tokens, start, ten)),
            { Role: NumberRole.FractionAlone } alone => new Small(alone.Value, start + 1, false, true),
            { Role: NumberRole.Half } half => new Small(
                half.Value,
                Role(tokens, start + 1) == NumberRole.Article ? start + 2 : start + 1,
                true,
                true
            ),
            { Role: NumberRole.FractionBefore } before => Before(tokens, start, before),
            { Role: NumberRole.Article } when Role(tokens, start + 1) is NumberRole.Hundred or NumberRole.Scale => new Small(
                1,
                start + 1,
                false,
                false
            ),
            _ => null,
        };
    }

    private static Small Ten(List<Token> tokens, int start, NumberWord ten)
    {
        var next = start + 1 < tokens.Count && tokens[start + 1].Is("-") ? start + 2 : start + 1;
        return NumberAt(tokens, next) is { Role: NumberRole.Unit, Value: >= 1 and <= 9 } unit
            ? new(ten.Value + unit.Value, next + 1, false, false)
            : new(ten.Value, start + 1, false, false);
    }

    /// <summary>"sava do" 2.25, "saadhe 3" 3.5, "paune teen" 2.75; before hundred or a scale "sava" alone is 1.25 and "paune" 0.75.</summary>
    private static Small? Before(List<Token> tokens, int start, NumberWord fraction)
    {
        var next = start + 1;
        if (Role(tokens, next) is NumberRole.Hundred or NumberRole.Scale)
        {
            return fraction.Value == 0.5m ? null : new Small(1 + fraction.Value, next, false, true);
        }

        var unit = NumberAt(tokens, next) is { Role: NumberRole.Unit } word ? word.Value : 0;
        var numeral = next < tokens.Count && tokens[next] is { Kind: TokenKind.Numeral, IsWhole: true } digits ? digits.Value : 0;
        var whole = Math.Max(unit, numeral);
        return whole is >= 1 and < NumberVocabulary.Hundred ? new Small(whole + fraction.Value, next + 1, false, true) : null;
    }

    /// <summary>"two and a half".</summary>
    private static Small WithHalf(List<Token> tokens, Small whole)
    {
        var at = whole.End;
        return
            Role(tokens, at) == NumberRole.And
            && Role(tokens, at + 1) == NumberRole.Article
            && Role(tokens, at + 2) == NumberRole.Half
            && whole.Value == decimal.Truncate(whole.Value)
            ? new(whole.Value + 0.5m, at + 3, false, true)
            : whole;
    }

    private static bool IsPlain(List<Token> tokens, int at) =>
        tokens[at].Kind != TokenKind.Numeral || (tokens[at].IsWhole && tokens[at].Text.Length <= 2);

    private static NumberRole? Role(List<Token> tokens, int at) => NumberAt(tokens, at)?.Role;

    private static NumberWord? NumberAt(List<Token> tokens, int at) =>
        at < tokens.Count && tokens[at].Kind == TokenKind.Word ? NumberVocabulary.Find(tokens[at].Text) : null;
}
