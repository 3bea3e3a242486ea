using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Meetings;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Bot.Actions;

/// <summary>An item that has to be asked about. <paramref name="Items"/>: which of the message it concerns; <paramref name="Ways"/>: how it could be meant.</summary>
internal sealed record MeetingDoubt(string Said, IReadOnlyList<int> Items, Text Reason, IReadOnlyList<string> Ways);

/// <summary>What a meeting's message comes to in this group: a line for each member, or the first thing that has to be asked.</summary>
internal sealed record MeetingPlan(IReadOnlyList<string> Items, IReadOnlyList<MeetingLine> Lines, MeetingDoubt? Doubt)
{
    /// <param name="group">Read whole: loans are looked up.</param>
    public static MeetingPlan Of(GroupState group, Actor actor, IReadOnlyList<MeetingItem> items, string fineReason)
    {
        var said = items.Select(i => i.Said).ToList();
        var doubt = Unread(items) ?? Twice(group, items);
        if (doubt is not null)
            return new(said, [], doubt);
        var lines = new List<MeetingLine>();
        foreach (var member in group.ActiveMembers.OrderBy(m => m.Number))
        {
            var (line, open) = new Hers(group, actor, items, member.Number).Line(fineReason);
            if (open is not null)
                return new(said, [], open);
            if (!line.Total.IsZero)
                lines.Add(line);
        }
        return new(said, lines, null);
    }

    private static MeetingDoubt? Unread(IReadOnlyList<MeetingItem> items)
    {
        for (var i = 0; i < items.Count; i++)
            if (items[i] is MeetingItem.Doubtful open)
                return new(open.Said, [i], new(open.Reason), open.Candidates);
        return null;
    }

    /// <summary>Two amounts for one thing, for all or for one: neither counts until it is said which.</summary>
    private static MeetingDoubt? Twice(GroupState group, IReadOnlyList<MeetingItem> items)
    {
        var all = Where(items, i => i is MeetingItem.Everybody);
        if (all.Count > 1)
            return Between(items, all, "meeting-doubts.all-twice");
        foreach (var member in group.Members.Select(m => m.Number.Value))
        {
            var saved = Where(items, i => Saves(i, member) || (i is MeetingItem.Nothing none && none.Members.Contains(member)));
            var repaid = Where(items, i => Pays(i, member, BroughtFor.Repayment));
            var fined = Where(items, i => Pays(i, member, BroughtFor.Fine));
            if (new[] { saved, repaid, fined }.FirstOrDefault(which => which.Count > 1) is { } twice)
                return Between(items, twice, "meeting-doubts.twice");
        }
        return null;
    }

    private static MeetingDoubt Between(IReadOnlyList<MeetingItem> items, List<int> which, string reason) =>
        new(string.Join(", ", which.Select(i => items[i].Said)), which, new(reason), [.. which.Select(i => items[i].Said).Distinct()]);

    private static bool Saves(MeetingItem item, int member) => Pays(item, member, BroughtFor.Saving);

    private static bool Pays(MeetingItem item, int member, BroughtFor what) =>
        item is MeetingItem.Brought paid && paid.For == what && paid.Members.Contains(member);

    private static List<int> Where(IReadOnlyList<MeetingItem> items, Func<MeetingItem, bool> which) =>
        [.. Enumerable.Range(0, items.Count).Where(i => which(items[i]))];

    /// <summary>What the items say of one member.</summary>
    private sealed record Hers(GroupState Group, Actor Actor, IReadOnlyList<MeetingItem> Items, MemberNumber Number)
    {
        public (MeetingLine Line, MeetingDoubt? Doubt) Line(string fineReason)
        {
            var line = new MeetingLine(Number, Saving(), Money.Zero, null);
            if (Items.FirstOrDefault(i => Pays(i, Number.Value, BroughtFor.Fine)) is MeetingItem.Brought fine)
                line = line with { Fine = new(fine.Paise) };
            var at = Where(Items, i => Pays(i, Number.Value, BroughtFor.Repayment));
            if (at is [var index] && Items[index] is MeetingItem.Brought item)
            {
                var (loan, doubt) = LoanOf(item, index);
                if (doubt is not null)
                    return (line, doubt);
                line = line with { Repayment = new(item.Paise), Loan = loan };
            }
            return BookMeeting.WhyNot(Group, Actor, line, fineReason) is { } refusal ? (line, Refused(line, at, refusal)) : (line, null);
        }

        private Money Saving()
        {
            if (Items.FirstOrDefault(i => Saves(i, Number.Value)) is MeetingItem.Brought own)
                return new(own.Paise);
            var none = Items.Any(i => i is MeetingItem.Nothing nothing && nothing.Members.Contains(Number.Value));
            return
                !none
                && Items.FirstOrDefault(i => i is MeetingItem.Everybody) is MeetingItem.Everybody all
                && !all.Except.Contains(Number.Value)
                ? all.Paise is { } paise
                    ? new(paise)
                    : Group.Rules.Contribution
                : Money.Zero;
        }

        private (LoanNumber? Loan, MeetingDoubt? Doubt) LoanOf(MeetingItem.Brought item, int index)
        {
            var active = Group.Loans.Where(l => l.Borrower == Number && l.Status == LoanStatus.Active).OrderBy(l => l.Number).ToList();
            if (item.Loan is { } named && active.Exists(l => l.Number.Value == named))
                return (new LoanNumber(named), null);
            if (item.Loan is null && active is [var only])
                return (only.Number, null);
            var name = Group.Member(Number).Name;
            var saving = MeetingItemReader.Plain(Number.Value, BroughtFor.Saving, item.Paise, null);
            return active.Count == 0
                ? (
                    null,
                    new(
                        item.Said,
                        [index],
                        Text.Of("meeting-doubts.no-loan", ("name", name)),
                        item.Members.Count > 1 || Saved() ? [] : [saving]
                    )
                )
                : (
                    null,
                    new(
                        item.Said,
                        [index],
                        Text.Of("meeting-doubts.which-loan", ("name", name)),
                        [.. active.Select(l => MeetingItemReader.Plain(Number.Value, BroughtFor.Repayment, item.Paise, l.Number.Value))]
                    )
                );
        }

        private bool Saved() => Items.Any(i => Saves(i, Number.Value));

        /// <summary>The book says no to her line: of more than the pay-off costs, the pay-off is offered.</summary>
        private MeetingDoubt Refused(MeetingLine line, List<int> repayments, Refusal refusal)
        {
            var fines = Where(Items, i => Pays(i, Number.Value, BroughtFor.Fine));
            var savings = Where(Items, i => Saves(i, Number.Value));
            var items =
                refusal is MoreThanPayOff or NoSuchLoan ? repayments
                : refusal is FineOutOfBounds or OwnFine ? fines
                : [.. savings, .. repayments, .. fines];
            if (items.Count == 0)
                items = Where(Items, i => i is MeetingItem.Everybody);
            string[] ways = refusal is MoreThanPayOff over
                ? [MeetingItemReader.Plain(Number.Value, BroughtFor.Repayment, over.PayOff.Paise, line.Loan!.Value.Value)]
                : [];
            return new(string.Join(", ", items.Select(i => Items[i].Said)), items, RefusalTexts.Of(refusal), ways);
        }
    }
}
