using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DiGiBachat.Core.Payments;

/// <summary>
/// A UPI address (VPA) such as <c>saheli.gat@okaxis</c>: a name of 2 to 255 letters, digits, dots, dashes or underscores, an @,
/// and a bank's handle of 2 to 64 letters and digits that begins with a letter. Case does not matter; it is kept in small letters.
/// </summary>
public readonly partial record struct UpiAddress
{
    private UpiAddress(string text) => Text = text;

    public string Text { get; }

    /// <summary>False when it is no UPI address; an e-mail address (a dot after the @) is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out UpiAddress address)
    {
        var trimmed = (text ?? "").Trim();
        var fits = Shape().IsMatch(trimmed);
        address = fits ? new(trimmed.ToLowerInvariant()) : default;
        return fits;
    }

    public override string ToString() => Text;

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{2,255}@[A-Za-z][A-Za-z0-9]{1,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

/// <summary>What a UPI link asks for.</summary>
/// <param name="Payee">Where the money goes.</param>
/// <param name="PayeeName">Shown by the app; needed.</param>
/// <param name="Amount">More than nothing.</param>
/// <param name="Code">Stands first in the note.</param>
/// <param name="Note">What follows the code; cut where the note would exceed 50 characters. May be empty.</param>
/// <param name="Reference">Unique for ever, 1 to 35 letters, digits or dashes.</param>
public sealed record UpiRequest(UpiAddress Payee, string PayeeName, Money Amount, PaymentCode Code, string Note, string Reference);

/// <summary>
/// The link that opens a UPI app ready to pay (NPCI's linking specification): amount with two decimals, spaces as %20 and
/// never +, the @ of the address plain.
/// </summary>
public static partial class UpiLink
{
    public const int MaximumNote = 50;
    public const int MaximumReference = 35;
    public const int MaximumName = 99;

    /// <summary>The note (<c>tn</c>): the code, a space, and as much of the text as fits into 50 characters, cut between letters.</summary>
    public static string NoteOf(PaymentCode code, string note) => Cut($"{code} {Plain(note)}".TrimEnd(), MaximumNote);

    /// <summary>The link; throws when the name is empty, the amount is nothing or less, or the reference does not fit: our own faults.</summary>
    public static string Of(UpiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = Cut(Plain(request.PayeeName), MaximumName);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(request.Payee.Text);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(request.Amount, Money.Zero);
        if (!Reference().IsMatch(request.Reference))
        {
            throw new ArgumentException("A UPI reference is 1 to 35 letters, digits or dashes.", nameof(request));
        }
        return $"upi://pay?pa={request.Payee}&pn={Escaped(name)}&am={Rupees(request.Amount)}&cu=INR"
            + $"&tn={Escaped(NoteOf(request.Code, request.Note))}&tr={request.Reference}";
    }

    private static string Rupees(Money amount) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount.Paise / 100}.{amount.Paise % 100:00}");

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    /// <summary>One line, single spaces, no control characters.</summary>
    private static string Plain(string text) =>
        string.Join(' ', text.Split([.. text.Where(c => char.IsWhiteSpace(c) || char.IsControl(c))], StringSplitOptions.RemoveEmptyEntries));

    private static string Cut(string text, int length)
    {
        var cut = new StringBuilder(length);
        foreach (var letter in LettersOf(text).TakeWhile(letter => cut.Length + letter.Length <= length))
        {
            cut.Append(letter);
        }
        return cut.ToString().TrimEnd();
    }

    // A Devanagari letter with its vowel sign is one letter; half of it would be another word.
    private static IEnumerable<string> LettersOf(string text)
    {
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
        {
            yield return letters.GetTextElement();
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,35}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
