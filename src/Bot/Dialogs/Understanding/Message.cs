using System.Collections.Frozen;
using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Dialogs.Understanding;

internal enum PieceKind
{
    Word,
    Amount,
    Months,
    OtherNumber,
    Code,
}

/// <summary>
/// A stretch of a message: a word or an expression with its families (none: unknown), or a number with its unit.
/// <paramref name="Numbered"/>: it is said to be the number of something ("loan 12", "12 number").
/// </summary>
internal readonly record struct Piece(
    PieceKind Kind,
    int First,
    int End,
    UInt128 Families,
    bool Loose,
    bool Numbered,
    string Text
)
{
    public bool IsUnknown => Kind == PieceKind.Word && Families == UInt128.Zero;

    public bool Is(UInt128 families) => (Families & families) != UInt128.Zero;
}

/// <summary>A text cut into pieces, once for all sentences.</summary>
internal sealed record Message(
    string Original,
    IReadOnlyList<Piece> Pieces,
    UInt128 Said,
    bool IsQuestion
)
{
    /// <summary>A word as it was typed, where it can be found again.</summary>
    public string AsTyped(string words)
    {
        var at = Original.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? words : Original.Substring(at, words.Length);
    }
}

/// <summary>Cuts a text into pieces: numbers first, then expressions, then words.</summary>
internal sealed class MessageReader(Vocabulary vocabulary)
{
    /// <summary>A longer text is a letter, not a command.</summary>
    public const int LongestText = 200;
    private const int MostTokens = 48;
    private static readonly FrozenSet<string> Contracted =
    [
        "what",
        "that",
        "it",
        "let",
        "how",
        "who",
        "here",
        "there",
        "where",
        "when",
        "he",
        "she",
        "why",
    ];

    private const char CodeMark = '\uE000';

    private readonly UInt128 numbered =
        vocabulary.Mask(FamilyNames.Loan)
        | vocabulary.Mask(FamilyNames.Payment)
        | vocabulary.Mask(FamilyNames.Member);

    public Message? Read(string text)
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        var (withoutCode, code) = TakeCode(WithoutGenitive(text));
        var tokens = NumberLexer.Cut(Normaliser.Lowered(withoutCode));
        if (tokens.Count is 0 or > MostTokens)
        {
            return null;
        }

        var keys = new string[tokens.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = tokens[i].Kind == TokenKind.Word ? Spelling.Fold(tokens[i].Text) : "";
        }

        var pieces = new List<Piece>(tokens.Count);
        var numbers = NumberWords.Find(tokens);
        var said = UInt128.Zero;
        for (var at = 0; at < tokens.Count; )
        {
            var piece = Next(tokens, keys, numbers, at, pieces);
            at = piece?.End ?? at + 1;
            if (piece is { } found)
            {
                pieces.Add(found.Kind == PieceKind.Code ? found with { Text = code! } : found);
                said |= found.Families;
            }
        }

        return new Message(text, pieces, said, text.Contains('?', StringComparison.Ordinal));
    }

    private Piece? Next(
        List<Token> tokens,
        string[] keys,
        List<FoundNumber> numbers,
        int at,
        List<Piece> before
    )
    {
        var token = tokens[at];
        if (NumberAt(tokens, numbers, at) is { } number)
        {
            return OfNumber(tokens, number, before);
        }

        if (token.Kind is TokenKind.Comma or TokenKind.Sign)
        {
            return token.Text[0] == CodeMark
                ? new Piece(PieceKind.Code, at, at + 1, UInt128.Zero, false, false, "")
                : null;
        }

        if (token.Kind != TokenKind.Word)
        {
            return new Piece(PieceKind.Word, at, at + 1, UInt128.Zero, false, false, token.Text);
        }

        if (vocabulary.Longest(WordsFrom(tokens, keys, at)) is { } expression)
        {
            var end = at + expression.Keys.Length;
            return new Piece(
                PieceKind.Word,
                at,
                end,
                expression.Families,
                false,
                false,
                Joined(tokens, at, end)
            );
        }

        var known = vocabulary.Find(token.Text, keys[at]);
        return new Piece(
            PieceKind.Word,
            at,
            at + 1,
            known.Families,
            known.Loose,
            false,
            token.Text
        );
    }

    private static ReadOnlySpan<string> WordsFrom(List<Token> tokens, string[] keys, int at)
    {
        var end = at;
        while (end < tokens.Count && tokens[end].Kind == TokenKind.Word)
        {
            end++;
        }

        return keys.AsSpan(at, end - at);
    }

    /// <summary>A weak number word (do, ek, saath) is a number only with a unit behind it.</summary>
    private static FoundNumber? NumberAt(List<Token> tokens, List<FoundNumber> numbers, int at)
    {
        foreach (var number in numbers)
        {
            if (number.First == at)
            {
                var unit = number.End < tokens.Count ? tokens[number.End].Text : "";
                var counts = Units.Rupees.Contains(unit) || Units.IsTime(unit);
                // "दो" is two, and give, as "do" is.
                var weak =
                    number.Weak
                    || number.BareFraction
                    || (number.End == at + 1 && tokens[at].Text == "दो");
                return weak && !counts ? null : number;
            }
        }

        return null;
    }

    private Piece OfNumber(List<Token> tokens, FoundNumber number, List<Piece> before)
    {
        var end = number.End;
        var unit = end < tokens.Count ? tokens[end].Text : "";
        var next = end + 1 < tokens.Count ? tokens[end + 1].Text : "";
        var isNumber = BeforeIsNumberSign(before);
        if (isNumber)
        {
            before.RemoveAt(before.Count - 1);
        }

        var kind = PieceKind.Amount;
        if (Units.Rupees.Contains(unit))
        {
            end++;
        }
        else if (unit is "." && Units.Rupees.Contains(next))
        {
            end += 2;
        }
        else if (Units.NumberSigns.Contains(unit) && unit != "no")
        {
            (isNumber, end) = (true, end + 1);
        }
        else if (Units.Percent.Contains(unit) || Units.Ordinals.Contains(unit))
        {
            (kind, end) = (PieceKind.OtherNumber, end + 1);
        }
        else if (Units.IsTime(unit) && !IsInstalment(unit))
        {
            var months = Units.Months.Contains(unit) || Units.Years.Contains(unit);
            (kind, end) = (months ? PieceKind.Months : PieceKind.OtherNumber, end + 1);
        }

        isNumber |= LastContent(before) is { } last && last.Is(numbered);
        return new Piece(
            kind,
            number.First,
            end,
            UInt128.Zero,
            false,
            isNumber,
            Joined(tokens, number.First, end)
        );
    }

    /// <summary>"1200 kist": the instalment is a word of its own, not a unit.</summary>
    private static bool IsInstalment(string unit) =>
        unit.StartsWith('k') || unit.StartsWith('e') || unit.StartsWith('क');

    /// <summary>"no 12" only after the thing that is numbered: elsewhere "no" is a refusal.</summary>
    private bool BeforeIsNumberSign(List<Piece> before) =>
        before.Count > 0
        && Units.NumberSigns.Contains(before[^1].Text)
        && (
            before[^1].Text is not ("no" or "nos") || (before.Count > 1 && before[^2].Is(numbered))
        );

    private Piece? LastContent(List<Piece> before)
    {
        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (!before[i].Is(vocabulary.Small))
            {
                return before[i];
            }
        }

        return null;
    }

    /// <summary>An invite code among the words, set aside before its digits are taken for a number.</summary>
    private static (string Text, string? Code) TakeCode(string text)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.Trim('.', ',', '!', '"');
            if (bare.Length == CodeSlots.InviteLength && IsCode(bare))
            {
                return (text.Replace(bare, CodeMark.ToString(), StringComparison.Ordinal), bare);
            }
        }

        return (text, null);
    }

    /// <summary>"kamla's passbook" is kamla ka passbook; "what's" is no name.</summary>
    private static string WithoutGenitive(string text)
    {
        var at = text.IndexOfAny(['\'', '’']);
        if (at <= 0 || !text.AsSpan(at + 1).StartsWith("s ", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var word = text[(text.LastIndexOf(' ', at) + 1)..at].ToLowerInvariant();
        return Contracted.Contains(word) ? text : $"{text[..at]} ka{text[(at + 2)..]}";
    }

    /// <summary>Letters and digits in a mix that no amount has: a letter stands before a digit.</summary>
    private static bool IsCode(string word)
    {
        var letterBefore = false;
        var mixed = false;
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }

            mixed |= letterBefore && char.IsAsciiDigit(c);
            letterBefore |= char.IsAsciiLetter(c);
        }

        return mixed;
    }

    private static string Joined(List<Token> tokens, int first, int end)
    {
        if (end == first + 1)
        {
            return tokens[first].Text;
        }

        var words = new System.Text.StringBuilder();
        for (var i = first; i < end; i++)
        {
            words.Append(i > first && !tokens[i].Glued ? " " : "").Append(tokens[i].Text);
        }

        return words.ToString();
    }
}
