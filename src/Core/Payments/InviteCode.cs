using System.Diagnostics.CodeAnalysis;

namespace DiGiBachat.Core.Payments;

/// <summary>
/// The eight characters of Crockford base 32 with which a person asks to join a group: 40 random bits, so that nobody
/// finds a group by trying. It has no check character: a code that is none finds no group.
/// </summary>
public readonly record struct InviteCode
{
    public const int Length = 8;

    private InviteCode(string text) => Text = text;

    /// <summary>In capitals, as it is shown.</summary>
    public string Text { get; }

    /// <summary>The code of the lowest 40 bits of <paramref name="random"/>, which must come from a cryptographic source.</summary>
    public static InviteCode Of(ulong random) => new(Crockford.TextOf(Crockford.DigitsOf(random, Length)));

    /// <summary>Reads a code as people type it; false when it is not eight characters of the alphabet.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out InviteCode code)
    {
        var fits = Crockford.TryRead(text, Length, out var digits);
        code = fits ? new(Crockford.TextOf(digits!)) : default;
        return fits;
    }

    public override string ToString() => Text;
}
