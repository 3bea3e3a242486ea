using System.Globalization;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>Members in a row of words, by number and by name.</summary>
internal static class MeetingPeople
{
    /// <summary>
    /// All of them; null when a word names nobody. When one name fits several, the second value tells which, and the first is null.
    /// Names of two words are tried before their parts.
    /// </summary>
    internal static (IReadOnlyList<int>? Members, IReadOnlyList<string>? Several) Read(
        IEnumerable<string> said,
        SlotSurroundings surroundings
    )
    {
        var words = said.ToList();
        var members = new List<int>();
        for (var at = 0; at < words.Count; )
        {
            if (MeetingWords.And.Contains(words[at]))
            {
                at++;
                continue;
            }
            var run = char.IsAsciiDigit(words[at][0])
                ? 1
                : words.Skip(at).TakeWhile(word => !char.IsAsciiDigit(word[0]) && !MeetingWords.And.Contains(word)).Count();
            SlotOutcome outcome = new SlotOutcome.NotUnderstood();
            for (; run > 0 && outcome is SlotOutcome.NotUnderstood; run--)
                if ((outcome = MemberSlot.Read(string.Join(' ', words.Skip(at).Take(run)), surroundings)) is not SlotOutcome.NotUnderstood)
                    break;
            switch (outcome)
            {
                case SlotOutcome.Understood one:
                    members.Add(int.Parse(one.Value, CultureInfo.InvariantCulture));
                    at += run;
                    break;
                case SlotOutcome.Ambiguous several:
                    return (null, several.Values);
                default:
                    return (null, null);
            }
        }
        return (members, null);
    }
}
