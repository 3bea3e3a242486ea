using CsCheck;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Reports;
using DiGiBachat.Core.Tests.Laws;
using DiGiBachat.Core.Tests.Stories;

namespace DiGiBachat.Core.Tests.Reports;

/// <summary>A report is the book cut at two days: whatever a group did, its tables add up and agree with the accounts.</summary>
public sealed class ReportTests
{
    [Fact]
    public void For_all_lives_and_all_days_the_tables_add_up()
    {
        Gen.Select(Life.Lives, Gen.Int[0, 400], Gen.Int[0, 400])
            .Sample(
                (life, begins, lasts) =>
                {
                    var saheli = Saheli.Begins(life.Rules);
                    var (register, now) = (saheli.Register, saheli.Now);
                    foreach (var step in life.Steps)
                    {
                        now = Life.Later(now, step);
                        register = register.RolledTo(now);
                        register = register.After(Life.ActOf(step, register, now), now) is { IsRefused: false } done ? done.Value : register;
                    }
                    var from = IndianTime.DayOf(saheli.Now).AddDays(begins);
                    AddsUp(BookOf(register, from, from.AddDays(lasts)));
                },
                iter: 60,
                threads: 2
            );
    }

    [Fact]
    public void An_invoice_is_the_dues_and_instalments_of_its_day_and_nothing_that_is_paid()
    {
        var saheli = Saheli.Begins().WithSavings(2_000).WithLoan();
        var loan = saheli.Group.Loans.Single();
        var day = loan.Instalments[0].DueOn;

        var invoices = Invoices.Of(saheli.Group, day, day);

        var hers = invoices.Single(i => i.Member == loan.Borrower && i.DueOn == day);
        hers.Instalments.Should().Be(loan.Instalments[0].Left);
        hers.Saving.Should().Be(saheli.Group.DuesOf(loan.Borrower).Where(d => d.PeriodOn == day).Aggregate(Money.Zero, (sum, d) => sum + d.Amount - d.Paid));
        hers.Total.Should().Be(hers.Saving + hers.Fine + hers.Instalments);
        Invoices.Of(saheli.Group, day.AddDays(-2), day.AddDays(-2)).Should().BeEmpty();
    }

    private static GroupBook BookOf(Register register, DateOnly from, DateOnly to)
    {
        var entries = register.Book.Select(b => b.Entry).ToList();
        var opening = Balances.None.Plus(entries.Where(e => e.On < from).SelectMany(e => e.Postings));
        return new(from, to, opening, entries.Where(e => e.On >= from && e.On <= to).ToList());
    }

    private static void AddsUp(GroupBook book)
    {
        var cash = CashBook.Of(book);
        Law.Holds(cash.Opening + cash.In - cash.Out == cash.Closing, "opening and receipts are payments and closing");
        var savings = MemberSavings.Of(book);
        Law.Holds(savings.All(s => s.Opening + s.In - s.Out == s.Closing), "each member's savings add up");
        Law.Holds(
            savings.Aggregate(Money.Zero, (sum, s) => sum + s.Closing) == -GroupBook.Sum(book.Closing, AccountKind.Savings),
            "the members' savings are the group's"
        );
        // A share-out debits the account of what was earned before it.
        var givenOut = book
            .Entries.Where(e => e.Postings.Any(p => p.Account.Kind == AccountKind.ShareOutPayable))
            .SelectMany(e => e.Postings)
            .Where(p => p.Account.Kind == AccountKind.InterestIncome)
            .Aggregate(Money.Zero, (sum, p) => sum + p.Amount);
        Law.Holds(
            Earnings.Of(book).Interest - givenOut
                == GroupBook.Sum(book.Opening, AccountKind.InterestIncome) - GroupBook.Sum(book.Closing, AccountKind.InterestIncome),
            "interest earned, less what was given out of it, is what the account of interest grew by"
        );
    }
}
