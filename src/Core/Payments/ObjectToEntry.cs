using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Core.Payments;

/// <summary>"wrong R-3F7K2": a member says that an entry of hers is wrong, in her own words.</summary>
public static class ObjectToEntry
{
    /// <summary>More open ones of one member would be a game; she can talk to an officer.</summary>
    public const int MostOpen = 5;
    public const int LongestWords = 160;

    /// <summary>
    /// Lays it on the officers' table. Refuses without words, an entry that is not hers or was undone (in the same words), one that she has
    /// objected to already, and too many at once.
    /// </summary>
    /// <param name="group">Read with the loans that the entry is about, whatever their status.</param>
    /// <param name="entry">Null when there is none of this receipt, or it was undone.</param>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, LedgerEntry? entry, string words)
    {
        var member = Permissions.Check(group, actor, Permission.Object);
        if (member.IsRefused)
            return member.Refusal!;
        var self = member.Value.Number;
        if (entry is null || !IsHers(group, self, entry))
            return new NoEntryOfHers();
        if (string.IsNullOrWhiteSpace(words))
            return new ReasonMissing();
        if (group.Matters.Objections.FirstOrDefault(o => o.Entry == entry.Number && o.Member == self) is { } open)
            return new AlreadyObjected(open.Number);
        if (group.Matters.Objections.Count(o => o.Member == self) >= MostOpen)
            return new TooManyObjections(MostOpen);
        var said = words.Trim();
        var objection = new Objection(
            new(group.Matters.LastObjection + 1),
            entry.Number,
            self,
            entry.By,
            Amount(entry),
            entry.On,
            said.Length <= LongestWords ? said : said[..LongestWords]
        );
        return new GroupEvent[] { new ObjectionRaised(objection) };
    }

    /// <summary>It stands on her savings, or on a loan of hers.</summary>
    public static bool IsHers(GroupState group, MemberNumber member, LedgerEntry entry) =>
        entry.Postings.Any(p =>
            p.Account == Account.Savings(member)
            || (p.Account.Kind == AccountKind.Loan && group.FindLoan(new(p.Account.Number))?.Borrower == member)
        );

    /// <summary>What the entry moved: one side of it.</summary>
    public static Money Amount(LedgerEntry entry) =>
        entry.Postings.Where(p => p.Amount.IsPositive).Aggregate(Money.Zero, (sum, p) => sum + p.Amount);
}
