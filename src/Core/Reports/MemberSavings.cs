using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Core.Reports;

/// <summary>One member's savings over some days: what stood, came, went and stands; all as positive amounts.</summary>
public sealed record MemberSavings(MemberNumber Member, Money Opening, Money In, Money Out, Money Closing)
{
    /// <summary>Everybody who had savings on any of the days, by number. Undone entries are taken off what came.</summary>
    public static IReadOnlyList<MemberSavings> Of(GroupBook book)
    {
        var members = book
            .Closing.All.Where(b => b.Key.Kind == AccountKind.Savings)
            .Select(b => new MemberNumber(b.Key.Number))
            .Order()
            .ToList();
        return [.. members.Select(m => Of(book, m)).Where(s => !(s.Opening.IsZero && s.In.IsZero && s.Out.IsZero))];
    }

    private static MemberSavings Of(GroupBook book, MemberNumber member)
    {
        var account = Account.Savings(member);
        var (came, went) = (Money.Zero, Money.Zero);
        foreach (var entry in book.Entries)
        foreach (var posting in entry.Postings.Where(p => p.Account == account))
            if (posting.Amount.IsNegative || entry.Narration == Narration.Reversal)
                came -= posting.Amount;
            else
                went += posting.Amount;
        return new(member, -book.Opening[account], came, went, -book.Closing[account]);
    }
}
