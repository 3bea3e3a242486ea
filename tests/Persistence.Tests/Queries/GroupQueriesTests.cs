using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Queries;
using DiGiBachat.Persistence.Tests.Turns;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Queries;

/// <summary>What is shown at leisure says what the book says.</summary>
public sealed class GroupQueriesTests
{
    private static readonly DateOnly April = new(2026, 4, 1);

    [Fact]
    public async Task A_passbook_runs_from_its_opening_to_its_closing_balance()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 3);
        await village.CashAsync(1, 3, Money.Rupees(1_000));
        await village.CashAsync(1, 2, Money.Rupees(5_000));
        village.Now = village.Now.AddDays(5);
        await village.CashAsync(1, 3, Money.Rupees(250));
        var loan = await village.LendAsync(3, Money.Rupees(600), 2);
        village.Now = village.Now.AddDays(5);
        await village.CashAsync(1, 3, Money.Rupees(100), loan);

        var passbook = await database.Queries.PassbookAsync(village.Id, new(3), April.AddDays(1), April.AddDays(10), default);

        passbook.Accounts.Select(a => (a.Account, a.Opening, a.Closing)).Should()
            .Equal(
                (Account.Savings(new(3)), Money.Rupees(1_000), Money.Rupees(1_250)),
                (Account.Loan(loan), Money.Zero, Money.Rupees(600) - Principal(village))
            );
        var saved = passbook.Accounts[0].Lines.Should().ContainSingle().Subject;
        (saved.On, saved.Narration, saved.In, saved.Out, saved.Balance, saved.Paid)
            .Should()
            .Be((April.AddDays(5), Narration.Contribution, Money.Rupees(250), Money.Zero, Money.Rupees(1_250), Money.Rupees(250)));
        (saved.Payment, saved.Code).Should().Be((new PaymentNumber(3), (await database.Queries.PaymentAsync(village.Id, new(3), default))!.Code));
        passbook.Accounts[1].Lines.Select(l => (l.Narration, l.Loan, l.In, l.Paid)).Should()
            .Equal(
                (Narration.Disbursement, loan, Money.Rupees(600), Money.Rupees(600)),
                (Narration.Repayment, loan, Money.Zero, Money.Rupees(100))
            );
    }

    [Fact]
    public async Task A_passbook_without_lines_still_has_its_balance()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);
        await village.CashAsync(1, 2, Money.Rupees(70));

        var later = await database.Queries.PassbookAsync(village.Id, new(2), April.AddDays(1), April.AddDays(2), default);
        var hers = await database.Queries.PassbookAsync(village.Id, new(1), April, April, default);

        later.Accounts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Opening = Money.Rupees(70), Closing = Money.Rupees(70) });
        later.Accounts[0].Lines.Should().BeEmpty();
        hers.Accounts.Should().ContainSingle().Which.Closing.Should().Be(Money.Zero);
    }

    [Fact]
    public async Task Ended_loans_and_payments_are_found_by_their_numbers()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 3);
        await village.CashAsync(1, 3, Money.Rupees(1_000));
        var loan = await village.LendAsync(3, Money.Rupees(600), 2);
        var payOff = PayOff.Of(village.Folded.FindLoan(loan)!.BookIn(village.Folded), village.As(1).Today).Total;
        await village.CashAsync(1, 3, payOff, loan);
        await village.ActAsync(3, (g, a) => ApplyForLoan.Decide(g, a, Money.Rupees(500), 2, "again"));

        var closed = (await database.Queries.LoanAsync(village.Id, loan, default))!;

        (closed.Status, closed.Outstanding, closed.Purpose).Should().Be((LoanStatus.Closed, Money.Zero, "seeds and a goat"));
        closed.Instalments.Should().NotBeEmpty();
        (await database.Queries.LoansOfAsync(village.Id, new(3), default)).Select(l => l.Number.Value).Should().Equal(2, 1);
        (await database.Queries.LoanAsync(village.Id, new(9), default)).Should().BeNull();
        (await database.Queries.PaymentAsync(village.Id, new(2), default))!.Status.Should().Be(PaymentStatus.Posted);
        (await database.Queries.PaymentAsync(village.Id, new(9), default)).Should().BeNull();
    }

    [Fact]
    public async Task An_entry_is_found_with_its_cause_until_it_is_reversed()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);
        await village.CashAsync(1, 2, Money.Rupees(70));
        var number = (await database.Queries.EntryOfPaymentAsync(village.Id, new(1), default))!.Value;

        var booked = (await database.Queries.EntryAsync(village.Id, number, default))!;
        var scope = Scope.All with { SettledDues = true };
        var refused = await village.ActAsync(1, (g, a) => ReverseEntry.Decide(g, a, (booked.Entry, booked.Cause), "typed twice"), scope);
        var after = (await database.Queries.EntryAsync(village.Id, number, default))!;

        booked.Entry.Hash.Should().Be(booked.Entry.ComputeHash(LedgerEntry.EmptyHead));
        booked.Cause.Should().BeOfType<ContributionReceived>().Which.Savings.Should().Be(Money.Rupees(70));
        refused.Should().BeNull();
        after.Cause.Should().BeNull();
        (await database.Queries.EntryAsync(village.Id, 9, default)).Should().BeNull();
        (await database.Queries.EntryOfPaymentAsync(village.Id, new(9), default)).Should().BeNull();
    }

    [Fact]
    public async Task Totals_are_the_group_at_a_glance()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 3);
        await village.CashAsync(1, 3, Money.Rupees(1_000));
        await village.LendAsync(3, Money.Rupees(600), 2);
        await village.ActAsync(3, (g, a) => RequestPayment.Decide(g, a, Money.Rupees(100), null));

        (await database.Queries.TotalsAsync(village.Id, default))
            .Should()
            .Be(new GroupTotals(3, Money.Rupees(400), Money.Zero, Money.Rupees(1_000), Money.Rupees(600), Money.Zero, 1, 1, village.Folded.LedgerHead));
        (await database.Queries.TotalsAsync(new(Guid.CreateVersion7(village.Now)), default)).Should().BeNull();
    }

    [Fact]
    public async Task Active_groups_come_in_pages_each_once()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var ids = new List<GroupId>();
        for (var number = 0; number < 5; number++)
            ids.Add((await Village.FoundAsync(database)).Id);
        await database.QueryAsync($"UPDATE groups SET status = 1 WHERE id = '{ids[4].Value}'");

        var first = await database.Queries.ActiveGroupsAsync(null, 3, default);
        var second = await database.Queries.ActiveGroupsAsync(first[^1], 3, default);

        first.Concat(second).Should().BeEquivalentTo(ids.Take(4)).And.OnlyHaveUniqueItems();
        first.Should().HaveCount(3);
    }

    [Fact]
    public async Task Memberships_of_a_person_name_their_groups()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);

        (await database.Queries.MembershipsAsync(village.People[1], default))
            .Should()
            .Equal(new Membership(village.Id, "Mahila Bachat", GroupStatus.Active, new(2), Role.Treasurer, MemberStatus.Active));
    }

    private static Money Principal(Village village) =>
        village.Folded.Loans.Single().Instalments.Aggregate(Money.Zero, (sum, i) => sum + i.PrincipalPaid);
}
