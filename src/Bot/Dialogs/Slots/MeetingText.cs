using System.Globalization;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>
/// A whole meeting in one message: "all 100, 7 no, 12 500 repay", "sab 100, 7 nahi, 12 ne 500 karz", "सब 100, सुनीता नहीं". What is not
/// plainly one thing is doubtful, and the other items stand.
/// </summary>
internal static class MeetingText
{
    /// <summary>A longer message is not one that a phone sends.</summary>
    internal const int Longest = 1_600;

    internal const string NotUnderstood = "meeting-doubts.not-understood";
    internal const string WhichMember = "meeting-doubts.which-member";

    /// <summary>A message that can be nothing else: all and an amount, or two items and more that say who and how much.</summary>
    internal static SlotOutcome ReadWhole(string text, SlotSurroundings surroundings)
    {
        if (text.Length > Longest)
            return new SlotOutcome.NotUnderstood();
        var items = Read(text, surroundings);
        var plain = items.Count(item => item is MeetingItem.Brought or MeetingItem.Nothing);
        return items.Any(item => item is MeetingItem.Everybody { Paise: not null }) || plain >= 2
            ? new SlotOutcome.Understood(string.Join(", ", items.Select(item => item.Said)))
            : new SlotOutcome.NotUnderstood();
    }

    /// <summary>At its own question one item is enough.</summary>
    internal static SlotOutcome ReadItems(string text, SlotSurroundings surroundings)
    {
        if (text.Length > Longest)
            return new SlotOutcome.NotUnderstood();
        var items = Read(text, surroundings);
        return items.Any(item =>
            item is MeetingItem.Everybody or MeetingItem.Brought or MeetingItem.Nothing or MeetingItem.Doubtful { Candidates.Count: > 0 }
        )
            ? new SlotOutcome.Understood(string.Join(", ", items.Select(item => item.Said)))
            : new SlotOutcome.NotUnderstood();
    }

    /// <summary>Members by number and name: "7 9", "sunita and 12"; "none" when it is said that nobody is.</summary>
    internal static SlotOutcome ReadMembers(string text, SlotSurroundings surroundings)
    {
        var words = MeetingCutter.Cut(text).SelectMany(MeetingCutter.Words).Where(word => !MeetingWords.Around.Contains(word)).ToList();
        if (words.Count > 0 && words.All(word => MeetingWords.IsNo(word) || word is "nobody" or "noone" or "koi" or "कोई"))
            return new SlotOutcome.Understood("none");
        var (members, _) = MeetingPeople.Read(words.Where(word => !MeetingWords.IsNo(word)), surroundings);
        return members is null or []
            ? new SlotOutcome.NotUnderstood()
            : new SlotOutcome.Understood(
                string.Join(' ', members.Distinct().Order().Select(m => m.ToString(CultureInfo.InvariantCulture)))
            );
    }

    internal static IReadOnlyList<MeetingItem> Read(string text, SlotSurroundings surroundings)
    {
        var items = new List<MeetingItem>();
        foreach (var said in MeetingCutter.Cut(text))
            Join(items, MeetingItemReader.Read(said, surroundings));
        return [.. items.Select(item => item is MeetingItem.Named named ? new MeetingItem.Doubtful(named.Said, NotUnderstood, []) : item)];
    }

    /// <summary>"except 7, 9" and "7, 9 no": members alone go with what was said of the others.</summary>
    private static void Join(List<MeetingItem> items, MeetingItem item)
    {
        switch (items.LastOrDefault(), item)
        {
            case (MeetingItem.Everybody { Except.Count: > 0 } all, MeetingItem.Named more):
                items[^1] = all with { Said = $"{all.Said} {more.Said}", Except = [.. all.Except, .. more.Members] };
                break;
            case (MeetingItem.Nothing none, MeetingItem.Named more):
                items[^1] = none with { Said = $"{more.Said} {none.Said}", Members = [.. none.Members, .. more.Members] };
                break;
            case (MeetingItem.Named before, MeetingItem.Nothing none):
                items[^1] = none with { Said = $"{before.Said} {none.Said}", Members = [.. before.Members, .. none.Members] };
                break;
            case (MeetingItem.Named before, MeetingItem.Named more):
                items[^1] = before with { Said = $"{before.Said} {more.Said}", Members = [.. before.Members, .. more.Members] };
                break;
            default:
                items.Add(item);
                break;
        }
    }
}
