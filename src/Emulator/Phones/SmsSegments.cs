namespace DiGiBachat.Emulator.Phones;

/// <summary>
/// How many short messages a text costs: GSM 03.38 (160 characters, 153 each in several) when every character is in its alphabet,
/// else UCS-2 (70, 67 each). An extension character takes two places and, like a surrogate pair, is never cut in two.
/// </summary>
public sealed record SmsSegments(string Encoding, int Units, int Segments, int Left)
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Extension = "\f^{}\\[~]|€";

    public static SmsSegments Of(string text)
    {
        var isGsm = text.All(character => Basic.Contains(character) || Extension.Contains(character));
        var (single, several) = isGsm ? (160, 153) : (70, 67);
        var units = 0;
        var segments = 1;
        var inSegment = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var isPair = !isGsm && char.IsHighSurrogate(text[at]) && at + 1 < text.Length;
            var size = isPair || (isGsm && Extension.Contains(text[at])) ? 2 : 1;
            if (isPair)
                at++;
            if (inSegment + size > several)
            {
                segments++;
                inSegment = 0;
            }
            inSegment += size;
            units += size;
        }
        return units <= single
            ? new SmsSegments(isGsm ? "GSM-7" : "UCS-2", units, 1, single - units)
            : new SmsSegments(isGsm ? "GSM-7" : "UCS-2", units, segments, several - inSegment);
    }
}
