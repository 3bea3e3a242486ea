using System.Globalization;
using DiGiBachat.Bot.Channels;

namespace DiGiBachat.Bot.Texts;

/// <summary>
/// Cuts a reply that is too long for one message into several, at the end of a line if there is one, else of a sentence, else
/// between words. Only white space at the cut is dropped.
/// </summary>
public static class ReplyFitter
{
    /// <summary>The provider refuses a longer body.</summary>
    public const int LongestMessage = 1600;

    /// <summary>Longer chains of segments arrive late or torn on feature phones.</summary>
    public const int MostSmsSegments = 4;

    public static IReadOnlyList<string> Fit(string reply, ChannelKind channel, int mostSegments = MostSmsSegments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostSegments, 1);
        var messages = new List<string>(1);
        var rest = reply.AsSpan().Trim();
        while (rest.Length > 0)
        {
            var length = Longest(rest, channel, mostSegments);
            var cut = length == rest.Length ? length : Boundary(rest, length);
            messages.Add(rest[..cut].TrimEnd().ToString());
            rest = rest[cut..].TrimStart();
        }

        return messages;
    }

    /// <summary>The longest beginning that fits; a longer text never costs less, so halving finds it.</summary>
    private static int Longest(ReadOnlySpan<char> text, ChannelKind channel, int mostSegments)
    {
        var (fits, tooLong) = (1, Math.Min(text.Length, LongestMessage) + 1);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            var fitting = channel != ChannelKind.Sms || SmsSegments.Of(text[..middle]).Segments <= mostSegments;
            (fits, tooLong) = fitting ? (middle, tooLong) : (fits, middle);
        }

        return fits;
    }

    private static int Boundary(ReadOnlySpan<char> text, int length)
    {
        // What comes right after the cut may be the line end or space itself.
        var window = text[..Math.Min(length + 1, text.Length)];
        var line = window.LastIndexOf('\n');
        if (line > 0)
        {
            return line;
        }

        for (var i = window.Length - 1; i > 1; i--)
        {
            if (char.IsWhiteSpace(window[i]) && window[i - 1] is '.' or '!' or '?' or '।')
            {
                return i;
            }
        }

        var space = window.LastIndexOf(' ');
        return space > 0 ? space : WholeCharacters(text, length);
    }

    /// <summary>Never inside a character: a vowel sign stays with its letter, an emoji stays whole.</summary>
    private static int WholeCharacters(ReadOnlySpan<char> text, int length)
    {
        var at = 0;
        while (at < length)
        {
            var next = StringInfo.GetNextTextElementLength(text[at..]);
            if (at + next > length)
            {
                break;
            }

            at += next;
        }

        return at > 0 ? at : length;
    }
}
