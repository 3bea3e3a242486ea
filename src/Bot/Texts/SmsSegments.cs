namespace DiGiBachat.Bot.Texts;

public enum SmsEncoding
{
    Gsm7,
    Ucs2,
}

/// <summary>
/// What a text costs as SMS: one character outside GSM-7 turns all of it into UCS-2. An escaped character and a surrogate pair are
/// never cut in two, so a full segment may end one unit early.
/// </summary>
public readonly record struct SmsSegments(SmsEncoding Encoding, int Units, int Segments)
{
    public const int Gsm7Alone = 160;
    public const int Gsm7Joined = 153;
    public const int Ucs2Alone = 70;
    public const int Ucs2Joined = 67;

    public static SmsSegments Of(ReadOnlySpan<char> text)
    {
        var encoding = Gsm7.Holds(text) ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2;
        var (alone, joined) = encoding == SmsEncoding.Gsm7 ? (Gsm7Alone, Gsm7Joined) : (Ucs2Alone, Ucs2Joined);
        var (units, segments, filled) = (0, 1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var size = encoding == SmsEncoding.Gsm7 ? Gsm7.Units(text[i]) : char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            i += encoding == SmsEncoding.Ucs2 ? size - 1 : 0;
            units += size;
            (segments, filled) = filled + size > joined ? (segments + 1, size) : (segments, filled + size);
        }

        return new(encoding, units, units <= alone ? 1 : segments);
    }
}
