using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>Codes that people copy from a message or from their bank: forgiving about case, spaces and O/0, I/L/1, about nothing else.</summary>
internal static partial class CodeSlots
{
    internal const int InviteLength = 8;
    internal const int ReceiptLength = 5;
    internal const int LargestNumber = 999_999;
    internal const string UtrLength = "slots.utr-length";
    internal const string UpiShape = "slots.upi-shape";
    internal const string PinShape = "slots.pin-shape";

    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int UpiUtr = 12;
    private const int NeftUtr = 16;
    private const int RtgsUtr = 22;

    private static readonly FrozenSet<string> JoinWords = Units.Set(
        "join code invite jodo judna judo jud shamil jude जोड़ो जुड़ो जुड़ना कोड शामिल"
    );
    private static readonly FrozenSet<string> LoanWords = Units.Set(
        "loan loans l karz karj karja udhaar rin लोन कर्ज ऋण उधार ka ke ki ko का के की को"
    );
    private static readonly FrozenSet<string> PaymentWords = Units.Set(
        "payment payments p bhugtan jama paisa paise भुगतान पेमेंट जमा पैसा ka ke ki ko का के की को"
    );
    private static readonly FrozenSet<string> BallotWords = Units.Set("vote votes ballot mat वोट मत ka ke ki ko par pe का के की को पर");
    private static readonly FrozenSet<string> ReferenceWords = Units.Set(
        "utr ref reference rrn txn transaction id no number upi neft rtgs imps is hai h ka ke my mera paid यूटीआर रेफरेंस नंबर है मेरा"
    );

    private static readonly FrozenSet<string> ReceiptWords = Units.Set(
        "receipt receipts raseed rasid rasheed rasid raseedh code number no nambar num रसीद रसिद कोड नंबर नम्बर ka ki ke का की के is hai है galat wrong"
    );

    internal static SlotOutcome Loan(string text, SlotSurroundings surroundings) => Numbered(text, LoanWords);

    internal static SlotOutcome Payment(string text, SlotSurroundings surroundings) => Numbered(text, PaymentWords);

    internal static SlotOutcome Ballot(string text, SlotSurroundings surroundings) => Numbered(text, BallotWords);

    private static SlotOutcome Numbered(string text, FrozenSet<string> beside)
    {
        // "karz bara (12)": a number said twice, once in brackets.
        var plain = Brackets().Replace(GluedMark().Replace(Normaliser.Lowered(text), "$1 "), " $1 ");
        var tokens = NumberLexer.Cut(plain);
        var numbers = NumberWords.Find(tokens);
        var known = tokens.TrueForAll(token => token.Kind != TokenKind.Malformed);
        for (var i = 0; i < tokens.Count && known; i++)
        {
            var at = i;
            known =
                numbers.Exists(number => at >= number.First && at < number.End)
                || tokens[i].Kind is TokenKind.Comma
                || tokens[i].Text is "." or "!" or "*" or "and" or "aur" or "और"
                || beside.Contains(tokens[i].Text)
                || Units.NumberSigns.Contains(tokens[i].Text)
                || Normaliser.IsPolite(tokens[i].Text);
        }

        var values = numbers.Select(number => number.Value).Distinct().ToList();
        if (!known || values.Count == 0 || values.Exists(value => value != decimal.Truncate(value) || value is < 1 or > LargestNumber))
        {
            return new SlotOutcome.NotUnderstood();
        }

        var texts = values.ConvertAll(value => ((int)value).ToString(CultureInfo.InvariantCulture));
        return texts.Count == 1 ? new SlotOutcome.Understood(texts[0]) : new SlotOutcome.Ambiguous(texts);
    }

    /// <summary>Four digits and nothing else, in any script.</summary>
    internal static SlotOutcome Pin(string text, SlotSurroundings surroundings)
    {
        var typed = text.Where(c => !char.IsWhiteSpace(c)).ToArray();
        if (typed.Length == 0 || !Array.TrueForAll(typed, char.IsDigit))
        {
            return new SlotOutcome.NotUnderstood();
        }

        return typed.Length == Core.Groups.PinHash.Digits
            ? new SlotOutcome.Understood(string.Concat(typed.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c).ToString(CultureInfo.InvariantCulture))))
            : new SlotOutcome.Impossible(PinShape);
    }

    /// <summary>Eight characters. Inside a sentence it is the word that has a digit, or stands after "join"; alone it may be letters only.</summary>
    internal static SlotOutcome Invite(string text, SlotSurroundings surroundings)
    {
        var words = Normaliser.NormaliseCode(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var all = string.Concat(words);
        // Two words of four small letters are words ("band karo"), and so is one before a number ("jama 5000"); a code has a digit in its
        // first word, or is typed in capitals as it was given.
        var looksLikeOne = words is [var first, ..] && first.Any(char.IsAsciiDigit) || !text.Any(char.IsLower);
        var isNumber = words.Length > 1 && NumberWords.Read(text) is not null;
        if (all.Length == InviteLength && words.Length <= InviteLength / 2 && looksLikeOne && !isNumber && Plain(all) is { } alone)
        {
            return new SlotOutcome.Understood(alone);
        }

        var codes = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            var afterJoin = i > 0 && JoinWords.Contains(words[i - 1]);
            var two = i + 1 < words.Length ? words[i] + words[i + 1] : "";
            var inTwo = afterJoin && two.Length == InviteLength && words[i].Length == InviteLength / 2;
            var candidate =
                words[i].Length == InviteLength ? words[i]
                : inTwo ? two
                : "";
            // Digits alone are a bank's number or an amount.
            var mixed = words[i].Any(char.IsAsciiDigit) && words[i].Any(char.IsAsciiLetter);
            if ((afterJoin || mixed) && Plain(candidate) is { } code)
            {
                codes.Add(code);
            }
        }

        return codes.Distinct().ToList() switch
        {
            [] => new SlotOutcome.NotUnderstood(),
            [var code] => new SlotOutcome.Understood(code),
            var several => new SlotOutcome.Ambiguous(several),
        };
    }

    /// <summary>"R-3F7K2", and without the R when it has a digit in it.</summary>
    internal static SlotOutcome Receipt(string text, SlotSurroundings surroundings)
    {
        var letters = string.Concat(Normaliser.NormaliseCode(text).Split(' ').Where(word => !ReceiptWords.Contains(word)));
        var code =
            letters.Length == ReceiptLength + 1 && letters[0] == 'r' ? letters[1..]
            : letters.Length == ReceiptLength && letters.Any(char.IsAsciiDigit) ? letters
            : "";
        return Plain(code) is { } plain ? new SlotOutcome.Understood($"R-{plain}") : new SlotOutcome.NotUnderstood();
    }

    /// <summary>A bank's reference: UPI 12 digits, NEFT 16 and RTGS 22 characters; spaces and the word before it do not count.</summary>
    internal static SlotOutcome BankReference(string text, SlotSurroundings surroundings)
    {
        var words = Normaliser.NormaliseCode(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var said = words.Where(word => !ReferenceWords.Contains(word)).ToList();
        if (
            said.Count == 0
            || !said.Exists(word => word.Any(char.IsAsciiDigit))
            || said.Exists(word => !word.All(char.IsAsciiLetterOrDigit))
        )
        {
            return new SlotOutcome.NotUnderstood();
        }

        if (said.Find(word => IsReference(word.ToUpperInvariant())) is { } alone && said.Count(word => word.Any(char.IsAsciiDigit)) == 1)
        {
            return new SlotOutcome.Understood(alone.ToUpperInvariant());
        }

        if (said.Exists(word => !word.Any(char.IsAsciiDigit) && word.Length > NeftUtr / 4))
        {
            return new SlotOutcome.NotUnderstood();
        }

        var joined = string.Concat(said).ToUpperInvariant();
        return IsReference(joined) ? new SlotOutcome.Understood(joined) : new SlotOutcome.Impossible(UtrLength);
    }

    internal static SlotOutcome UpiAddress(string text, SlotSurroundings surroundings)
    {
        var words = Normaliser
            .Original(text)
            .ToLowerInvariant()
            .Split(' ')
            .Where(word => word.Contains('@', StringComparison.Ordinal))
            .ToList();
        return words switch
        {
            [] => new SlotOutcome.NotUnderstood(),
            [var address] when Vpa().IsMatch(address.TrimEnd('.', ',', '!')) => new SlotOutcome.Understood(address.TrimEnd('.', ',', '!')),
            _ => new SlotOutcome.Impossible(UpiShape),
        };
    }

    private static bool IsReference(string code) =>
        code.Length switch
        {
            UpiUtr => code.All(char.IsAsciiDigit),
            NeftUtr or RtgsUtr => code.All(char.IsAsciiLetterOrDigit) && code.Count(char.IsAsciiDigit) >= UpiUtr / 2,
            _ => false,
        };

    /// <summary>In capitals of Crockford's alphabet, O as 0, I and L as 1; null when a character is none of it.</summary>
    private static string? Plain(string code)
    {
        if (code.Length == 0)
        {
            return null;
        }

        var plain = string.Create(
            code.Length,
            code,
            (span, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                {
                    span[i] = char.ToUpperInvariant(from[i]) switch
                    {
                        'O' => '0',
                        'I' or 'L' => '1',
                        var c => c,
                    };
                }
            }
        );
        return plain.All(c => Crockford.Contains(c, StringComparison.Ordinal)) ? plain : null;
    }

    [GeneratedRegex("^(l|p|loan|karz|karj|payment)(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex GluedMark();

    [GeneratedRegex(@"\(([^()]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{1,254}@[a-z][a-z0-9]{1,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Vpa();
}
