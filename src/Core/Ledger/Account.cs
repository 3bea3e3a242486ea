namespace DiGiBachat.Core.Ledger;

/// <summary>The accounts of a group's book. Stored by number: never renumber.</summary>
public enum AccountKind
{
    Cash = 1,
    Bank = 2,
    Savings = 3,
    Loan = 4,
    InterestIncome = 5,
    ChargeIncome = 6,
    FineIncome = 7,
    BankInterest = 8,
    Expense = 9,
    Grant = 10,
    Suspense = 11,
    Investment = 12,
    Surplus = 13,
    ShareOutPayable = 14,
    Opening = 15,
}

/// <summary>An account: a kind, and whose it is (<c>savings:7</c>, <c>loan:12</c>); number 0 for the group's own.</summary>
public readonly record struct Account(AccountKind Kind, int Number = 0)
{
    public static readonly Account Cash = new(AccountKind.Cash);
    public static readonly Account Bank = new(AccountKind.Bank);
    public static readonly Account InterestIncome = new(AccountKind.InterestIncome);
    public static readonly Account ChargeIncome = new(AccountKind.ChargeIncome);
    public static readonly Account FineIncome = new(AccountKind.FineIncome);

    public static readonly Account BankInterest = new(AccountKind.BankInterest);
    public static readonly Account Expense = new(AccountKind.Expense);
    public static readonly Account Grant = new(AccountKind.Grant);
    public static readonly Account Investment = new(AccountKind.Investment);
    public static readonly Account Surplus = new(AccountKind.Surplus);

    public static Account ShareOutPayable(MemberNumber member) => new(AccountKind.ShareOutPayable, member.Value);

    public static Account Savings(MemberNumber member) => new(AccountKind.Savings, member.Value);

    public static Account Loan(LoanNumber loan) => new(AccountKind.Loan, loan.Value);

    public override string ToString() => Number == 0 ? Kind.ToString() : FormattableString.Invariant($"{Kind}:{Number}");
}

/// <summary>One line of an entry: debit positive, credit negative. An entry's postings sum to zero.</summary>
public readonly record struct Posting(Account Account, Money Amount);
