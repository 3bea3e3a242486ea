using CsCheck;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Tests.Laws;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Ledger;

public sealed class HashChainTests
{
    private static readonly Saheli Lent = Begins().WithSavings(2_000).WithLoan().On("2026-02-10").After(Cash(Sunita, Rs(1_200), loan: 1), Reverses(6));
    private static readonly LedgerEntry[] Book = [.. Lent.Register.Book.Select(b => b.Entry)];

    private static readonly Gen<Func<LedgerEntry, LedgerEntry>> Edits = Of(
        e => e with { Number = e.Number + 1 },
        e => e with { On = e.On.AddDays(-1) },
        e => e with { Narration = e.Narration == Narration.Opening ? Narration.Contribution : Narration.Opening },
        e => e with { Cause = e.Cause + "0" },
        e => e with { By = e.By is null ? Meera : null },
        e => e with { By = new MemberNumber(9) },
        e => e with { At = e.At.AddMicroseconds(1) },
        e => e with { Postings = [.. e.Postings.Skip(1)] },
        e => e with { Postings = [.. e.Postings.Reverse()] },
        e => e with { Postings = [.. e.Postings.Select(p => p with { Amount = p.Amount + p.Amount })] },
        e => e with { Postings = [.. e.Postings.Select(p => p with { Account = p.Account with { Number = p.Account.Number + 1 } })] },
        e => e with { Postings = [.. e.Postings.Select(p => p with { Account = p.Account with { Kind = AccountKind.Suspense } })] },
        e => e with { Hash = e.Hash[..^1] + (e.Hash[^1] == '0' ? '1' : '0') }
    );

    [Fact]
    public void The_chain_verifies_from_the_first_entry_to_the_head()
    {
        Book.Should().HaveCount(7);
        BookLaws.Chained(Book, Lent.Group.LedgerHead).Should().BeTrue();
        Lent.Group.PrintedHead.Should().Be(Book[^1].Hash[..8]);
    }

    [Fact]
    public void For_all_edits_of_an_entry_the_chain_breaks() =>
        Gen.Select(Gen.Int[0, 6], Edits)
            .Sample((at, edit) => BookLaws.Chained(Changed(at, edit(Book[at])), Lent.Group.LedgerHead).Should().BeFalse(), iter: 300);

    [Fact]
    public void For_all_edits_hashed_anew_to_the_end_the_head_is_another() =>
        Gen.Select(Gen.Int[0, 6], Gen.Long[1, 1_000_00])
            .Sample(
                (at, more) =>
                {
                    var bigger = Book[at].Postings.Select((p, i) => p with { Amount = p.Amount + new Money(i == 0 ? more : i == 1 ? -more : 0) });
                    var forged = Rehashed(Changed(at, Book[at] with { Postings = [.. bigger] }));
                    BookLaws.Chained(forged, forged[^1].Hash).Should().BeTrue("only the head that members hold can tell");
                    forged[^1].Hash[..LedgerEntry.PrintedHead].Should().NotBe(Lent.Group.PrintedHead);
                },
                iter: 300
            );

    [Fact]
    public void An_entry_left_out_or_moved_or_put_in_breaks_the_chain()
    {
        BookLaws.Chained(Book.Skip(1), Lent.Group.LedgerHead).Should().BeFalse();
        BookLaws.Chained(Book[..^1], Lent.Group.LedgerHead).Should().BeFalse();
        BookLaws.Chained([Book[1], Book[0], .. Book[2..]], Lent.Group.LedgerHead).Should().BeFalse();
        BookLaws.Chained([.. Book, Book[^1]], Lent.Group.LedgerHead).Should().BeFalse();
    }

    [Fact]
    public void An_entry_that_does_not_balance_is_not_made()
    {
        var actor = Actor.Calendar(Lent.Now);
        var lopsided = new EntryDraft(Founded, Narration.Contribution, "payment:1", [new(Account.Cash, Rs(500)), new(Account.Savings(Sunita), -Rs(499))]);
        var single = lopsided with { Postings = [new(Account.Cash, Money.Zero)] };
        FluentActions.Invoking(() => LedgerEntry.Chain(lopsided, actor, 1, LedgerEntry.EmptyHead)).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => LedgerEntry.Chain(single, actor, 1, LedgerEntry.EmptyHead)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void The_instant_is_kept_to_the_microsecond_that_the_database_keeps()
    {
        var draft = new EntryDraft(Founded, Narration.Contribution, "payment:1", [new(Account.Cash, Rs(1)), new(Account.Savings(Sunita), -Rs(1))]);
        var at = new DateTimeOffset(2026, 1, 1, 10, 0, 0, IndianTime.Offset).AddTicks(19);
        var entry = LedgerEntry.Chain(draft, Actor.Calendar(at), 1, LedgerEntry.EmptyHead);
        entry.At.Should().Be(at.AddTicks(-9));
        entry.At.Offset.Should().Be(TimeSpan.Zero);
    }

    private static Gen<Func<LedgerEntry, LedgerEntry>> Of(params Func<LedgerEntry, LedgerEntry>[] edits) =>
        Gen.Int[0, edits.Length - 1].Select(index => edits[index]);

    private static LedgerEntry[] Changed(int at, LedgerEntry entry) => [.. Book[..at], entry, .. Book[(at + 1)..]];

    private static LedgerEntry[] Rehashed(LedgerEntry[] book)
    {
        var previous = LedgerEntry.EmptyHead;
        return [.. book.Select(e => e with { Hash = previous = e.ComputeHash(previous) })];
    }
}
