using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Tests.Stories;

namespace DiGiBachat.Core.Tests.Laws;

/// <summary>What is true of a group's book at every moment, whatever was tried before.</summary>
internal static class BookLaws
{
    public static void Hold(Register register)
    {
        var balances = Fold(register);
        EntriesBalance(register);
        Law.Holds(Same(balances, register.Group.Balances), "balances are the sum of the postings");
        Law.Holds(Chained(register.Book.Select(b => b.Entry), register.Group.LedgerHead), "the hash chain verifies up to the head");
        Law.Holds(balances.Values.Sum() == 0, "the trial balance is zero");
        Law.Holds(Of(AccountKind.Cash) >= 0, "cash is never negative");
        Law.Holds(Of(AccountKind.Bank) >= 0, "bank is never negative");
        Law.Holds(Of(AccountKind.Opening) == 0, "nothing is left on the account of the opening");
        Law.Holds(
            Of(AccountKind.Cash) + Of(AccountKind.Bank) + Of(AccountKind.Loan) + Of(AccountKind.Investment)
                == -Of(AccountKind.Savings) - Of(AccountKind.ShareOutPayable) - Of(AccountKind.Grant) - Of(AccountKind.Surplus)
                    - Of(AccountKind.Suspense)
                    - Earned(),
            "what the group has is what it owes its members, what it was given and what it earned"
        );
        Law.Holds(balances.All(b => b.Key.Kind != AccountKind.Savings || b.Value <= 0), "nobody's savings are negative");
        Law.Holds(!register.Group.Lendable.IsNegative, "what can be lent is never negative");
        Law.Holds(register.Group.Lendable.Paise <= Of(AccountKind.Cash) + Of(AccountKind.Bank), "no more can be lent than there is");
        SheetIsTheBook(register.Group);
        MoneyIsThatOfPostedPayments(register, Of(AccountKind.Cash) + Of(AccountKind.Bank));
        LoansAreTheirAccounts(register, balances);

        long Earned() =>
            Of(AccountKind.InterestIncome)
            + Of(AccountKind.ChargeIncome)
            + Of(AccountKind.FineIncome)
            + Of(AccountKind.BankInterest)
            + Of(AccountKind.Expense);

        long Of(AccountKind kind) => balances.Where(b => b.Key.Kind == kind).Sum(b => b.Value);
    }

    /// <summary>Opening + in − out is what stands in the book, for the box and the bank.</summary>
    private static void SheetIsTheBook(GroupState group)
    {
        var sheet = Core.Meetings.MeetingSheet.Of(group);
        Law.Holds(sheet.ClosingCash == group.Balances[Account.Cash], "the sheet closes with the cash of the book");
        Law.Holds(sheet.ClosingBank == group.Balances[Account.Bank], "the sheet closes with the bank of the book");
    }

    /// <summary>Whether the entries are numbered 1, 2, 3 … and each hash covers the one before, up to the head.</summary>
    public static bool Chained(IEnumerable<LedgerEntry> entries, string head)
    {
        var (number, previous) = (0L, LedgerEntry.EmptyHead);
        foreach (var entry in entries)
        {
            if (entry.Number != ++number || entry.ComputeHash(previous) != entry.Hash)
                return false;
            previous = entry.Hash;
        }
        return previous == head;
    }

    private static void EntriesBalance(Register register)
    {
        foreach (var (entry, _) in register.Book)
        {
            Law.Holds(entry.Postings.Sum(p => p.Amount.Paise) == 0, "every entry sums to zero");
            Law.Holds(entry.Postings.Count >= 2 && entry.Postings.All(p => !p.Amount.IsZero), "an entry has two postings or more, none of nothing");
        }
        Law.Holds(register.Book.DistinctBy(b => b.Entry.Cause).Count() == register.Book.Count, "a cause books once");
    }

    /// <summary>Requested and claimed payments are nowhere in this sum.</summary>
    private static void MoneyIsThatOfPostedPayments(Register register, long money)
    {
        var posted = register.Events.OfType<PaymentPosted>().ToDictionary(e => e.Payment.Number, e => e.Payment.Amount.Paise);
        var shares = register.Events.OfType<PaymentPosted>().Where(e => e.Payment.Method == PaymentMethod.Share).ToList();
        var reversed = register.Events.Sum(e =>
            e switch
            {
                ContributionReversed r when !IsShare(r.Payment) => posted[r.Payment],
                RepaymentReversed r when !IsShare(r.Payment) => posted[r.Payment],
                RecoveryReversed r => posted[r.Payment],
                _ => 0,
            }
        );
        var lent = register.Events.OfType<LoanDisbursed>().Sum(e => e.Amount.Paise);
        var takenOut =
            register.Events.OfType<LeaverPaid>().Sum(e => e.Payout.Paise) + register.Events.OfType<SavingsPaidOut>().Sum(e => e.Amount.Paise);
        var brought = register.Events.OfType<OpeningBooked>().Sum(e => e.Draft.Money.Cash.Paise + e.Draft.Money.Bank.Paise);
        var counted = register.Events.OfType<MeetingDifferenceBooked>().Sum(e => e.Difference.Paise);
        Law.Holds(
            money == posted.Values.Sum() - shares.Sum(e => e.Payment.Amount.Paise) - reversed - lent - takenOut + FundLaws.OtherMoney(register) + counted + brought,
            "money is what was posted, less what was reversed and lent, and the other money"
        );
        var parts = register.Events.Sum(e =>
            e switch
            {
                ContributionReceived c => c.Savings.Paise + c.Fine.Paise,
                RepaymentReceived r => r.Charge.Paise + r.Interest.Paise + r.Principal.Paise,
                LoanRecovered r => r.Charge.Paise + r.Interest.Paise + r.Principal.Paise,
                _ => 0,
            }
        );
        Law.Holds(parts == posted.Values.Sum(), "every paisa of a payment is in savings, fine, charge, interest or principal");

        bool IsShare(PaymentNumber payment) => shares.Exists(e => e.Payment.Number == payment);
    }

    private static void LoansAreTheirAccounts(Register register, Dictionary<Account, long> balances)
    {
        foreach (var loan in register.Group.Loans.Concat(register.EndedLoans.Values))
        {
            var account = balances.GetValueOrDefault(Account.Loan(loan.Number));
            if (loan.Status != LoanStatus.WrittenOff)
                Law.Holds(account == loan.Outstanding.Paise, $"loan {loan.Number} owes what its account says");
            if (loan.Status is not (LoanStatus.Active or LoanStatus.Closed))
                Law.Holds(account == 0, "a loan whose money never moved, or was given up, owes nothing");
            else
                Law.Holds(loan.Instalments.Sum(i => i.Principal.Paise) == loan.Terms.Principal.Paise, "the instalments' principal is the loan");
        }
    }

    private static Dictionary<Account, long> Fold(Register register) =>
        register.Book.SelectMany(b => b.Entry.Postings).GroupBy(p => p.Account).ToDictionary(g => g.Key, g => g.Sum(p => p.Amount.Paise));

    private static bool Same(Dictionary<Account, long> folded, Balances kept) =>
        kept.All.All(b => folded.GetValueOrDefault(b.Key) == b.Value.Paise) && folded.All(f => kept[f.Key].Paise == f.Value);
}

/// <summary>A law, in words; the words of one that is broken are what the run ends with.</summary>
internal static class Law
{
    public static void Holds(bool holds, string law)
    {
        if (!holds)
            throw new Xunit.Sdk.XunitException($"Broken: {law}.");
    }
}
