using System.Buffers;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>
/// Yes or no, only when every word of the text is known and all of it says the same. A negation never becomes yes; a question
/// ("theek hai?"), a contradiction ("haan nahi") and a denied denial ("galat nahi") are nothing.
/// </summary>
internal static class YesNoSlot
{
    internal const string Yes = "yes";
    internal const string No = "no";

    private const int LongestAnswer = 120;

    private static readonly SearchValues<char> QuestionSigns = SearchValues.Create("?❓❔");

    internal static SlotOutcome Read(string text, SlotSurroundings surroundings)
    {
        var lowered = text.Length <= LongestAnswer ? Normaliser.Lowered(text) : "";
        if (lowered.Length == 0 || lowered.AsSpan().ContainsAny(QuestionSigns))
        {
            return new SlotOutcome.NotUnderstood();
        }

        // A thumb is said beside the words, and neither may contradict the other.
        var (up, down) = (Shows(lowered, YesNoWords.YesSigns), Shows(lowered, YesNoWords.NoSigns));
        string? answer =
            up ? Yes
            : down ? No
            : null;
        if (up && down)
        {
            return new SlotOutcome.NotUnderstood();
        }

        foreach (var clause in lowered.Split([',', '.', ';', '!', '।', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var words = Normaliser.Normalise(clause);
            if (words.Length == 0 || IsFillerOnly(words))
            {
                continue;
            }

            var said = Clause(words);
            if (said is null || (answer is not null && answer != said))
            {
                return new SlotOutcome.NotUnderstood();
            }

            answer = said;
        }

        answer ??= Normaliser.Normalise(lowered).Split(' ').All(word => YesNoWords.Courtesies.Contains(word)) ? Yes : null;
        answer ??= YesNoWords.YesSayings.Contains(YesNoWords.Key(Normaliser.Normalise(lowered))) ? Yes : null;
        return answer is null ? new SlotOutcome.NotUnderstood() : new SlotOutcome.Understood(answer);
    }

    private static bool IsFillerOnly(string words) => YesNoWords.Key(words).Split(' ').All(YesNoWords.Filler.Contains);

    private static string? Clause(string words)
    {
        words = words.Replace("ek dum", "ekdum", StringComparison.Ordinal);
        var key = YesNoWords.Key(words);
        var polite = YesNoWords.Key(Normaliser.WithoutPoliteWords(words));
        if (YesNoWords.NoSayings.Contains(key) || YesNoWords.NoSayings.Contains(polite))
        {
            return No;
        }

        if (YesNoWords.YesSayings.Contains(key) || YesNoWords.YesSayings.Contains(polite))
        {
            return Yes;
        }

        // "is it ok" without its question mark is still a question.
        var said = key.Split(' ');
        if (said[0] is "is" or "are" or "am" or "kya")
        {
            return null;
        }

        // "yes go ahead", "no that's wrong": a comma was left out, and both halves say the same. ("nahi galat hai" may be "not wrong".)
        var lead =
            YesNoWords.Yes.Contains(said[0]) ? Yes
            : said[0] is "no" or "nope" ? No
            : null;
        return lead is not null && said.Length > 1 && Clause(words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..]) == lead ? lead : Weigh(said);
    }

    private static string? Weigh(string[] words)
    {
        var (yes, right, doing, no, not, wrong) = (0, 0, 0, 0, 0, 0);
        var (lastRight, lastSure, lastDenial) = (-1, -1, -1);
        var firstDenial = int.MaxValue;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (YesNoWords.No.Contains(word) || YesNoWords.Not.Contains(word))
            {
                firstDenial = Math.Min(firstDenial, i);
                lastDenial = i;
                no += YesNoWords.No.Contains(word) ? 1 : 0;
                not += YesNoWords.Not.Contains(word) ? 1 : 0;
            }
            else if (YesNoWords.Yes.Contains(word))
            {
                yes++;
            }
            else if (YesNoWords.Sure.Contains(word))
            {
                lastSure = i;
            }
            else if (YesNoWords.Right.Contains(word))
            {
                right++;
                lastRight = i;
            }
            else if (YesNoWords.Wrong.Contains(word))
            {
                wrong++;
                lastDenial = i;
            }
            else if (YesNoWords.Do.Contains(word) || (YesNoWords.DoEnding.Contains(word) && doing > 0))
            {
                doing++;
            }
            else if (!YesNoWords.Filler.Contains(word))
            {
                return null;
            }
        }

        if (no + not + wrong == 0)
        {
            return yes + right + doing > 0 || lastSure >= 0 ? Yes : null;
        }

        // "haan nahi" contradicts itself, "galat nahi" denies a denial, "nahi theek hai" may decline kindly or accept.
        var denied = wrong > 0 && no + not > 0;
        var kindly = no > 0 && right > 0 && lastRight > firstDenial;
        var trailingNa = not > 0 && no == 0 && wrong == 0 && IsTrailingNa(words);
        return yes > 0 || denied || kindly || trailingNa || lastSure > lastDenial ? null : No;
    }

    /// <summary>"karo na", "theek hai na" coax; they do not refuse.</summary>
    private static bool IsTrailingNa(string[] words) => words[^1] is "na" or "ना" or "न" && words.Length > 1;

    private static bool Shows(string lowered, string[] signs) =>
        Array.Exists(signs, sign => lowered.Contains(sign, StringComparison.Ordinal));
}
