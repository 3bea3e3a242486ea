namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>Whether two words are one slip apart: a letter too many, too few or another, or two neighbours exchanged.</summary>
internal static class Slipped
{
    internal static bool ByOne(string first, string second)
    {
        var (shorter, longer) = first.Length <= second.Length ? (first, second) : (second, first);
        if (longer.Length - shorter.Length > 1)
        {
            return false;
        }

        var at = 0;
        while (at < shorter.Length && shorter[at] == longer[at])
        {
            at++;
        }

        var restShorter = shorter.AsSpan(at);
        var restLonger = longer.AsSpan(at);
        if (shorter.Length < longer.Length)
        {
            return restShorter.SequenceEqual(restLonger[1..]);
        }

        return restShorter.Length == 0
            || restShorter[1..].SequenceEqual(restLonger[1..])
            || (
                restShorter.Length > 1
                && restShorter[0] == restLonger[1]
                && restShorter[1] == restLonger[0]
                && restShorter[2..].SequenceEqual(restLonger[2..])
            );
    }
}
