using System.Collections.Frozen;
using System.Globalization;

namespace DiGiBachat.Bot.Dialogs.Slots;

internal enum TokenKind
{
    Word,
    Numeral,

    /// <summary>Digits written in a way that is no number: 1,5 or 500- or (500) or 5e3.</summary>
    Malformed,
    Comma,
    Sign,
}

/// <summary>A piece of a text. <paramref name="Glued"/>: no space before it (the k of 2k, the 12 of L12).</summary>
internal readonly record struct Token(TokenKind Kind, string Text, decimal Value = 0, bool Glued = false)
{
    internal bool IsWhole => Value == decimal.Truncate(Value);

    internal bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;
}

/// <summary>Cuts a text (as <see cref="Normaliser.Lowered(string)"/> leaves it) into words, numerals and signs; strict about what a numeral is.</summary>
internal static class NumberLexer
{
    /// <summary>Longer than any amount and than a UTR is read as a number at all.</summary>
    private const int LongestNumeral = 15;

    private const char Six = 'छ';

    private static readonly FrozenSet<char> NeverBeside = "-−–—‐‑+()[]<>=^/\\|&~:×÷".ToFrozenSet();

    internal static List<Token> Cut(string lowered)
    {
        var tokens = new List<Token>(8);
        var at = 0;
        while (at < lowered.Length)
        {
            var c = lowered[at];
            if (c == ' ')
            {
                at++;
            }
            else if (char.IsAsciiDigit(c))
            {
                at = Numeral(lowered, at, tokens);
            }
            else if (IsWordPart(c))
            {
                at = Word(lowered, at, tokens);
            }
            else
            {
                var kind = c is ',' or ';' or '\n' ? TokenKind.Comma : TokenKind.Sign;
                tokens.Add(new(kind, c.ToString(), Glued: IsGlued(lowered, at)));
                at++;
            }
        }

        return tokens;
    }

    internal static bool IsWordPart(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int Word(string text, int start, List<Token> tokens)
    {
        var end = start;
        while (end < text.Length && (IsWordPart(text[end]) || IsInnerApostrophe(text, end)))
        {
            end++;
        }

        tokens.Add(
            new(
                TokenKind.Word,
                text[start..end].Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal),
                Glued: IsGlued(text, start)
            )
        );
        // A colon for the two dots of six.
        return end - start == 1 && text[start] == Six && end < text.Length && text[end] == ':' ? end + 1 : end;
    }

    private static int Numeral(string text, int start, List<Token> tokens)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is ',' or '.' && IsDigit(text, end + 1))))
        {
            end++;
        }

        var written = text[start..end];
        var value = Value(written);
        var after = AfterRupeeStroke(text, end);
        var sound = value is not null && IsSoundBefore(text, start) && (after > end || IsSoundAfter(text, end));
        tokens.Add(new(sound ? TokenKind.Numeral : TokenKind.Malformed, written, value ?? 0, IsGlued(text, start)));
        return after;
    }

    /// <summary>"500/-" and "500/=": the stroke that closes an amount on Indian paper.</summary>
    private static int AfterRupeeStroke(string text, int end) =>
        end + 1 < text.Length && text[end] == '/' && text[end + 1] is '-' or '=' && !IsDigit(text, end + 2) ? end + 2 : end;

    private static bool IsSoundBefore(string text, int start)
    {
        if (start == 0)
        {
            return true;
        }

        var before = text[start - 1];
        return before switch
        {
            '.' => start > 1 && IsWordPart(text[start - 2]),
            ':' or '*' => start < 2 || !char.IsAsciiDigit(text[start - 2]),
            ',' => start > 1 && (IsWordPart(text[start - 2]) || char.IsAsciiDigit(text[start - 2])),
            ' ' => !(
                start > 1
                && IsMinus(text[start - 2])
                && (start == 2 || text[start - 3] == ' ')
                && text[..(start - 2)].Trim() is "" or "rs" or "₹" or "rs."
            ),
            _ => !NeverBeside.Contains(before),
        };
    }

    private static bool IsSoundAfter(string text, int end)
    {
        if (end == text.Length)
        {
            return true;
        }

        return text[end] switch
        {
            ':' or '*' => !IsDigit(text, end + 1),
            ' ' => !(end + 2 == text.Length && IsMinus(text[end + 1])),
            _ => !NeverBeside.Contains(text[end]) && !IsCode(text, end),
        };
    }

    /// <summary>Digits, letters, digits again without a space: 5e3, 3f7k2. A code perhaps, never a number.</summary>
    private static bool IsCode(string text, int end)
    {
        var at = end;
        while (at < text.Length && IsWordPart(text[at]))
        {
            at++;
        }

        return at > end && IsDigit(text, at);
    }

    private static decimal? Value(string written)
    {
        var dot = written.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? written : written[..dot];
        var decimals = dot < 0 ? "" : written[(dot + 1)..];
        if (decimals.Contains('.', StringComparison.Ordinal) || decimals.Contains(',', StringComparison.Ordinal) || !IsGrouped(whole))
        {
            return null;
        }

        var digits = whole.Replace(",", "", StringComparison.Ordinal);
        return digits.Length > LongestNumeral || decimals.Length > LongestNumeral
            ? null
            : decimal.Parse(dot < 0 ? digits : $"{digits}.{decimals}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    /// <summary>No comma at all, or commas where India (12,34,567) or the West (1,234,567) sets them.</summary>
    private static bool IsGrouped(string whole)
    {
        if (!whole.Contains(',', StringComparison.Ordinal))
        {
            return true;
        }

        var groups = whole.Split(',');
        var first = groups[0].Length;
        var inner = groups[1..^1];
        var indian = first is 1 or 2 && inner.All(group => group.Length == 2);
        var western = first is >= 1 and <= 3 && inner.All(group => group.Length == 3);
        return groups[0][0] != '0' && groups[^1].Length == 3 && (indian || western);
    }

    private static bool IsGlued(string text, int start) => start > 0 && text[start - 1] != ' ';

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static bool IsMinus(char c) => c is '-' or '−' or '–' or '—';

    private static bool IsInnerApostrophe(string text, int at) =>
        text[at] is '\'' or '’' && at + 1 < text.Length && IsWordPart(text[at + 1]);
}
