namespace DiGiBachat.Core.Loans
{
    public enum InterestMethod { Emi, Flat, Shg }
    public enum PrepaymentRule { ShortenLoan, LowerInstalment, NextInstalments }
    public sealed record LoanTerms(Money Principal, int Months, Rate Rate, InterestMethod Method, Money RoundingUnit, bool InterestInWholeRupees, PrepaymentRule Prepayment, Money LateCharge);
    public sealed record Instalment(int Number, DateOnly DueOn, Money Principal, Money Interest, Money Charge, Money PrincipalPaid, Money InterestPaid, Money ChargePaid);
    public sealed record RepaymentSchedule(IReadOnlyList<Instalment> Instalments)
    {
        public static RepaymentSchedule Draw(LoanTerms terms, DateOnly on, Savings.DueCalendar calendar) =>
            new([new(1, calendar.After(on.AddDays(15)), terms.Principal, Money.Zero, Money.Zero, Money.Zero, Money.Zero, Money.Zero)]);
    }
    public sealed record Allocation(Money Charge, Money Interest, Money Principal, IReadOnlyList<Instalment> Instalments, bool Closes);
    public static class Repayment
    {
        public static Allocation Allocate(Loan loan, Money amount, DateOnly on) =>
            new(Money.Zero, Money.Zero, amount, loan.Instalments.Select(i => i with { PrincipalPaid = i.PrincipalPaid + amount }).ToList(), loan.Outstanding == amount);
    }
    public sealed record PayOff(Money Total) { public static PayOff On(Loan loan, DateOnly on) => new(loan.Outstanding); }
    public sealed record Arrears(int Days, Money Overdue) { public static Arrears Of(IReadOnlyList<Instalment> i, DateOnly on) => new(0, Money.Zero); }
    public static class Accrual { public static IReadOnlyList<Instalment>? To(Loan loan, DateOnly on) => null; }
}

namespace DiGiBachat.Core.Savings
{
    public enum Frequency { Weekly, Fortnightly, Monthly }
    public sealed record DueCalendar(Frequency Frequency, int Day)
    {
        public DateOnly After(DateOnly day) => Frequency == Frequency.Monthly ? new DateOnly(day.Year, day.Month, 1).AddMonths(day.Day < Day ? 0 : 1).AddDays(Day - 1) : day.AddDays(7);
        public DateOnly OpensOn(DateOnly periodOn) => Frequency == Frequency.Monthly ? new(periodOn.Year, periodOn.Month, 1) : periodOn.AddDays(-6);
    }
}

namespace DiGiBachat.Core.Payments
{
    public static class PaymentCode { public static string FromNumber(int number) => number.ToString("D5", System.Globalization.CultureInfo.InvariantCulture); }
}
