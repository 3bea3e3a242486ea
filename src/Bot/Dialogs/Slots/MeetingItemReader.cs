using System.Globalization;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>Reads one item. Where two readings differ, it is doubtful: money is never guessed.</summary>
internal static class MeetingItemReader
{
    internal static MeetingItem Read(string said, SlotSurroundings surroundings)
    {
        var item = new Item(said, MeetingCutter.Words(said), surroundings);
        var read = item.Read();
        // "12,500 repay" is member 12 where no member is named otherwise.
        return read is MeetingItem.Doubtful { Candidates.Count: 0 } && said.Contains(',', StringComparison.Ordinal)
            ? new Item(said, MeetingCutter.Words(said.Replace(',', ' ')), surroundings).Read()
            : read;
    }

    private readonly record struct Paid(IReadOnlyList<int> Members, long Paise);

    private sealed record Item(string Said, string[] Words, SlotSurroundings Surroundings)
    {
        public MeetingItem Read()
        {
            var words = Words.Where(word => !MeetingWords.Around.Contains(word)).ToList();
            if (words.Exists(MeetingWords.All.Contains))
                return Everybody(words);
            if (words.Exists(MeetingWords.IsNo))
                return Nobody(words.FindAll(word => !MeetingWords.IsNo(word)));
            var kinds = words.Select((word, i) => (For: KindOf(word), At: i)).Where(k => k.For is not null).ToList();
            // "500 karz jama", "500 karz lautaye", "500 repay loan 3" say one thing in two words.
            var said = kinds.Exists(k => k.For != BroughtFor.Saving) ? kinds.FindAll(k => k.For != BroughtFor.Saving) : kinds;
            if (said.DistinctBy(k => k.For).Count() > 1)
                return Unclear();
            if (said.Count == 0)
                return Brought(words, BroughtFor.Saving, null);
            var last = said[^1];
            words = [.. words.Where((_, i) => i == last.At || KindOf(words[i]) is null)];
            var kind = last with { At = words.FindIndex(word => KindOf(word) is not null) };
            if (
                kind.For == BroughtFor.Repayment
                && kind.At == words.Count - 2
                && Number(words[^1]) is { } loan
                && PaidIn(words[..kind.At]) is [_]
            )
                return Brought(words[..kind.At], BroughtFor.Repayment, loan);
            return Brought([.. words[..kind.At], .. words[(kind.At + 1)..]], kind.For!.Value, null);
        }

        private MeetingItem Everybody(List<string> words)
        {
            var apart = words.Exists(word => MeetingWords.Except.Contains(word) || MeetingWords.IsNo(word));
            var at = words.FindIndex(MeetingWords.All.Contains);
            var rest = words[(at + 1)..].FindAll(word => !MeetingWords.All.Contains(word) && !MeetingWords.Saving.Contains(word));
            if (words.Exists(word => KindOf(word) is BroughtFor.Repayment or BroughtFor.Fine))
                return Unclear();
            var length = rest.Count;
            while (length > 0 && Money(rest.Take(length)) is null)
                length--;
            var named = words[..at]
                .Concat(rest.Skip(length))
                .Where(word => !MeetingWords.Except.Contains(word) && !MeetingWords.IsNo(word))
                .ToList();
            long? paise = length > 0 ? Money(rest.Take(length)) : null;
            if (named.Count == 0)
                return apart ? Unclear() : new MeetingItem.Everybody(Said, paise, []);
            var (members, several) = MeetingPeople.Read(named, Surroundings);
            return !apart || members is null ? WhichOr(several) : new MeetingItem.Everybody(Said, paise, members);
        }

        private MeetingItem Nobody(List<string> words)
        {
            var (members, several) = MeetingPeople.Read(words.FindAll(word => KindOf(word) is null), Surroundings);
            return members is { Count: > 0 } ? new MeetingItem.Nothing(Said, members) : WhichOr(several);
        }

        private MeetingItem Brought(List<string> words, BroughtFor what, int? loan)
        {
            var found = PaidIn(words);
            if (found is [var paid])
                return paid.Paise == 0
                    ? new MeetingItem.Nothing(Said, paid.Members)
                    : new MeetingItem.Brought(Said, paid.Members, what, paid.Paise, loan);
            if (found.Count > 1)
                return new MeetingItem.Doubtful(Said, MeetingText.NotUnderstood, [.. found.Select(p => Anew(p, what, loan))]);
            var (members, _) = MeetingPeople.Read(words, Surroundings);
            if (members is { Count: > 0 } && what == BroughtFor.Saving && loan is null && !Words.Any(MeetingWords.Saving.Contains))
                return new MeetingItem.Named(Said, members);
            return Several(words, what, loan) ?? Unclear();
        }

        /// <summary>Every way to read the words as somebody and an amount.</summary>
        private List<Paid> PaidIn(List<string> words)
        {
            var found = new List<Paid>();
            for (var cut = 1; cut < words.Count; cut++)
            {
                var (first, second) = (words[..cut], words[cut..]);
                if (People(first) is { } members && Money(second) is { } amount)
                    found.Add(new(members, amount));
                else if (!second.Exists(word => char.IsAsciiDigit(word[0])) && People(second) is { } named && Money(first) is { } before)
                    found.Add(new(named, before));
            }
            return [.. found.DistinctBy(p => (string.Join(' ', p.Members), p.Paise))];
        }

        /// <summary>One, or several with "and" between them: without it "4 20 50" could be anything.</summary>
        private IReadOnlyList<int>? People(List<string> words)
        {
            var (members, _) = MeetingPeople.Read(words, Surroundings);
            return members is [_] || (members?.Count > 1 && words.Count(MeetingWords.And.Contains) == members.Count - 1) ? members : null;
        }

        /// <summary>A name that fits several members, before an amount: the item with each of their numbers.</summary>
        private MeetingItem.Doubtful? Several(List<string> words, BroughtFor what, int? loan)
        {
            for (var cut = words.Count - 1; cut > 0; cut--)
                if (
                    Money(words[cut..]) is { } amount
                    && MemberSlot.Read(string.Join(' ', words[..cut]), Surroundings) is SlotOutcome.Ambiguous several
                )
                    return new(
                        Said,
                        MeetingText.WhichMember,
                        [.. several.Values.Select(v => Anew(new([int.Parse(v, CultureInfo.InvariantCulture)], amount), what, loan))]
                    );
            return null;
        }

        private MeetingItem.Doubtful WhichOr(IReadOnlyList<string>? several) =>
            several is null
                ? Unclear()
                : new(Said, MeetingText.WhichMember, Words.Any(MeetingWords.All.Contains) ? [] : [.. several.Select(v => $"{v} no")]);

        private MeetingItem.Doubtful Unclear() => new(Said, MeetingText.NotUnderstood, []);

        private long? Money(IEnumerable<string> words) =>
            MoneySlot.Read(string.Join(' ', words), Surroundings) is SlotOutcome.Understood { Value: var paise }
                ? long.Parse(paise, CultureInfo.InvariantCulture)
                : null;
    }

    /// <summary>An item in its plainest form, which reads as nothing else.</summary>
    internal static string Plain(int member, BroughtFor what, long paise, int? loan)
    {
        var rupees = (paise / 100m).ToString("0.##", CultureInfo.InvariantCulture);
        var kind = what switch
        {
            BroughtFor.Saving => "",
            BroughtFor.Repayment when loan is { } number => string.Create(CultureInfo.InvariantCulture, $" loan {number}"),
            BroughtFor.Repayment => " repay",
            BroughtFor.Fine => " fine",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{member} {rupees}{kind}");
    }

    private static string Anew(Paid paid, BroughtFor what, int? loan) =>
        string.Join(", ", paid.Members.Select(member => Plain(member, what, paid.Paise, loan)));

    private static BroughtFor? KindOf(string word) =>
        MeetingWords.Repayment.Contains(word) ? BroughtFor.Repayment
        : MeetingWords.Fine.Contains(word) ? BroughtFor.Fine
        : MeetingWords.Saving.Contains(word) ? BroughtFor.Saving
        : null;

    private static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
