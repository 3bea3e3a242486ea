using CsCheck;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Savings;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Laws;

/// <summary>
/// The life of a group at random: its rules, and what people try one after the other, sensible or not, with days passing. A step is
/// a handful of numbers that are read against the group as it stands, so that a good third of what is tried goes through.
/// </summary>
internal static partial class Life
{
    public readonly record struct Step(int What, int Who, int Whom, int Amount, int Which, int Days);

    public static readonly Gen<Step> Steps = Gen
        .Select(Gen.Int[0, 146], Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 23], Gen.Int[0, 9], Gen.Int[0, 19])
        .Select((what, who, whom, amount, which, days) => new Step(what, who, whom, amount, which, days));

    private static readonly Gen<DueCalendar> Calendars = Gen.OneOf(
        Gen.Int[1, 31].Select(day => DueCalendar.Monthly(day, Founded.AddDays(1))),
        Gen.Int[0, 6].Select(day => DueCalendar.Weekly((DayOfWeek)day, Founded.AddDays(1))),
        Gen.Int[0, 6].Select(day => DueCalendar.Fortnightly((DayOfWeek)day, Founded.AddDays(1)))
    );

    public static readonly Gen<GroupRules> AnyRules =
        from calendar in Calendars
        from contribution in Gen.Long[1_00, 500_00]
        from method in Gen.Int[0, 2]
        from prepayment in Gen.Int[0, 2]
        from rate in Gen.Int[0, 500]
        from wholeRupees in Gen.Bool
        from fine in Gen.OneOf(Gen.Const(0L), Gen.Const(20_00L))
        from charge in Gen.OneOf(Gen.Const(0L), Gen.Const(25_00L))
        from loans in Gen.Int[1, 2]
        from reserve in Gen.OneOf(Gen.Const(0L), Gen.Const(500_00L))
        from multiple in Gen.Int[0, 2]
        from votes in Gen.Bool
        from rupees in Gen.Bool
        from guarantors in Gen.Int[0, 3]
        from voteAbove in Gen.Int[0, 2]
        select Rules with
        {
            Calendar = calendar,
            Contribution = new(contribution),
            InterestMethod = (InterestMethod)method,
            Prepayment = (PrepaymentRule)prepayment,
            LoanRate = new(rate),
            InterestInWholeRupees = wholeRupees,
            LateContributionFine = new(fine),
            LateInstalmentCharge = new(charge),
            MaximumActiveLoans = loans,
            Reserve = new(reserve),
            MaximumLoanTimesSavings = multiple switch { 0 => null, 1 => 3, _ => 10 },
            MinimumLoan = Rs(100),
            VoteOnShareOut = votes,
            ShareOutInRupees = rupees,
            Guarantors = guarantors == 3 ? 1 : 0,
            VoteOnLoansAbove = voteAbove == 2 ? Rs(1_000) : null,
            Quorum = Decisions.Quorum.Half,
            Autopay = true,
            TreasurerLimit = Rs(2_000),
            MaximumMembers = 6,
            Withdrawals = loans == 2,
        };

    public static readonly Gen<(GroupRules Rules, Step[] Steps)> Lives = Gen.Select(AnyRules, Steps.Array[1, 120]);

    /// <summary>The day of the step: mostly the same or the next, sometimes weeks later.</summary>
    public static DateTimeOffset Later(DateTimeOffset now, Step step) =>
        now.AddMinutes(1)
            .AddDays(
                step.Days switch
                {
                    < 10 => 0,
                    < 16 => 1,
                    < 18 => 9,
                    18 => 31,
                    _ => 100,
                }
            );

    /// <summary>What the step tries, on the group as it stands.</summary>
    public static Act ActOf(Step step, Register register, DateTimeOffset at)
    {
        var group = register.Group;
        var whom = new MemberNumber(step.Whom < 8 ? 1 + (step.Whom % 4) : step.Whom - 3);
        Who by = step.Who switch
        {
            < 7 => AnotherOfficer(group, whom, step.Who),
            7 => new MemberNumber(1 + (step.Which % 6)),
            8 when step.Which < 3 => Stranger,
            _ => whom,
        };
        var waiting = group.Members.FirstOrDefault(m => m.Status == MemberStatus.Pending)?.Number ?? whom;
        var open = Pick(group.Payments, step.Which);
        var payment = open?.Number.Value ?? step.Which;
        if (step.Who < 6 && step.What is >= 36 and < 47 && open is not null)
            by = AnotherOfficer(group, open.Member, step.Who);
        if (group.Status == GroupStatus.Archived && step.What > 30)
            return Act.Reopens();
        if (OfLending(step, register, by) is { } lending)
            return lending;
        return step.What switch
        {
            _ when step.Days is > 12 and < 16 => OfMembers(step, register, (by, whom)),
            < 3 => Act.Joins(new Who(PersonOf(new(4 + (step.Which % 4))), null)),
            < 5 => Act.Admits(waiting).As(by),
            5 => Act.Refuses(waiting).As(by),
            < 8 => Act.Makes(whom, (Role)(step.Which % 3)).As(by),
            8 => Act.RenewsInvite("ABCD1234").As(by),
            < 26 => Act.Cash(whom, Amount(step, null)).As(by),
            < 32 => Act.Pays(whom, Amount(step, null)),
            < 40 when group.Payments.Count == 0 => Act.Pays(whom, Amount(step, null)),
            < 36 => Act.Claims(step.Who < 6 && open is not null ? open.Payer : whom, $"6001000000{(step.Amount * 10) + step.Which:00}"),
            < 45 when step.Amount == 0 => OfTheTable(step, register, by),
            < 45 when step.Amount == 1 => Act.ConfirmsAll([.. group.Payments.Select(p => p.Number.Value)]).As(by),
            < 45 when step.Amount == 2 => Act.ConfirmsAs(payment, new(Rs(77 + step.Which), On: IndianTime.DayOf(at), Payer: "Ramesh")).As(by),
            < 45 => Act.Confirms(payment).As(by),
            < 47 => Act.Rejects(payment).As(by),
            < 64 when step.Amount >= 12 => OfFund(step, register, (by, whom)),
            < 92 => OfLoans(step, register, (by, whom, at)),
            92 => OfTheTable(step, register, by),
            >= 139 => OfWhatWaits(step, register, by),
            >= 127 => OfRules(step, register),
            >= 116 => OfOpening(step, register, by),
            >= 100 => OfMeetings(step, register, by),
            _ when register.Book.IsEmpty => Act.RenewsInvite("ABCD5678").As(by),
            _ => Act.Reverses(Math.Max(1, register.Book.Count - step.Which)).As(by),
        };
    }

    /// <summary>Objections, reminders, a reference that was used.</summary>
    private static Act OfTheTable(Step step, Register register, Who by) =>
        (step.Which % 5) switch
        {
            0 when register.References.FirstOrDefault() is { } used => Act.Flags(new(1 + (step.Whom % 4)), used),
            0 or 1 => Act.Reminds(step.Amount < 12 ? null : new MemberNumber(1 + (step.Whom % 4))).As(by),
            2 when register.Group.Matters.Objections is [var open, ..] => Act.Answers(open.Number.Value).As(by),
            _ when register.Book.Count > 0 && register.Book[^1] is { Cause: ContributionReceived last } => Act.Objects(last.Member, register.Book.Count),
            _ => Act.Objects(new(1 + (step.Whom % 4)), register.Book.Count - step.Which),
        };

    /// <summary>What is rare: a loan given up is repaid, by mistake too; money that was placed comes back, a picture comes with a payment, a reference comes twice.</summary>
    private static Act OfWhatWaits(Step step, Register register, Who by) =>
        (step.Which % 3) switch
        {
            < 2 when register.Book is [.., { Cause: LoanRecovered }] => Act.Reverses(register.Book.Count).As(by),
            _ when register.Group.Matters.Loans.FirstOrDefault(m => m.WrittenOff is { Total.IsPositive: true }) is { WrittenOff: { } off } m => Act.Cash(
                    off.Borrower,
                    new(1 + off.Total.Paise / 2),
                    m.Loan.Value
                )
                .As(AnotherOfficer(register.Group, off.Borrower, step.Who)),
            0 when register.Group.Matters.Investments is [var placed, ..] => Act.Matures(placed.Number, placed.Amount + new Money(step.Amount)).As(by),
            0 when step.Amount < 8 => Act.BankAdds(Rs(1 + step.Amount)).As(by),
            0 => Act.Invests(Rs(1), 1 + step.Days).As(by),
            1 when Pick(register.Group.Payments, step.Whom) is { } open => Act.Sends(open.Payer, (NoteKind)(step.Amount % 3), "https://media.example/1"),
            2 when register.References.Order().FirstOrDefault() is { } used => Act.Flags(new(1 + (step.Whom % 4)), used),
            _ => Act.Pays(new(1 + (step.Whom % 4)), Amount(step, null)),
        };

    private static Act OfLoans(Step step, Register register, (Who By, MemberNumber Whom, DateTimeOffset At) at)
    {
        var loans = register.Group.Loans;
        return step.What switch
        {
            < 52 => Applies(),
            < 64 when loans.Any(l => l.Status == LoanStatus.Requested) => Act.Approves(Number(LoanStatus.Requested)).As(By(LoanStatus.Requested)),
            < 64 when step.Which > 1 => Applies(),
            64 => Act.RejectsLoan(Number(LoanStatus.Requested)).As(at.By),
            65 => Act.Withdraws(at.Whom, Number(LoanStatus.Requested)),
            66 => Act.Cancels(Number(LoanStatus.Approved)).As(at.By),
            < 76 when loans.Any(l => l.Status == LoanStatus.Approved) => Disburses(),
            < 88 when loans.Any(l => l.Status == LoanStatus.Active) => Repays(),
            < 88 when step.Which > 1 => Applies(),
            _ => Pick(Active(), step.Which) is { } loan
                ? Act.Pays(loan.Borrower, Amount(step, CostOf(loan)), loan.Number.Value)
                : Act.Pays(at.Whom, Rs(1), step.Which),
        };

        IReadOnlyList<Loan> Active() => loans.Where(l => l.Status == LoanStatus.Active).ToList();

        int Number(LoanStatus status) =>
            Pick(loans.Where(l => l.Status == status || step.Amount == 0).ToList(), step.Which) is { } loan ? loan.Number.Value : step.Which;

        // Somebody who may, unless the step wants a person of its own.
        Who By(LoanStatus status) =>
            step.Who < 6 && Pick(loans.Where(l => l.Status == status).ToList(), step.Which) is { } loan
                ? AnotherOfficer(register.Group, loan.Borrower, step.Who)
                : at.By;

        Act Applies()
        {
            var most = register.Group.FindMember(at.Whom) is { } member ? LoanRules.MostFor(register.Group, member) : Rs(500);
            var guarantor = new MemberNumber(1 + (at.Whom.Value % 4));
            return Act.Applies(
                at.Whom,
                step.Amount < 18 ? new(most.Paise * step.Amount / 17) : Rs(step.Amount * 37),
                1 + step.Which,
                guarantors: register.Group.Rules.Guarantors > 0 ? [guarantor] : []
            );
        }

        Act Disburses() =>
            Act.Disburses(Number(LoanStatus.Approved), step.Amount % 3 == 0 ? $"70010000{step.Amount:00}{step.Which:00}" : null)
                .As(By(LoanStatus.Approved));

        Act Repays() =>
            Pick(Active(), step.Which) is { } loan
                ? Act.Cash(step.Who == 7 ? at.Whom : loan.Borrower, Amount(step, CostOf(loan)), loan.Number.Value).As(By(LoanStatus.Active))
                : Act.Cash(at.Whom, Rs(1), step.Which).As(at.By);

        Money CostOf(Loan loan) => PayOff.Of(loan.BookIn(register.Group), IndianTime.DayOf(at.At)).Total;
    }

    /// <summary>Round and odd amounts, nothing, less than nothing, and of a pay-off: all, a paisa less, a paisa more, parts.</summary>
    private static Money Amount(Step step, Money? payOff) =>
        (step.Amount, payOff) switch
        {
            (0, _) => Money.Zero,
            (1, _) => Rs(-5),
            (< 5, { } all) => all,
            (5, { } all) => all - new Money(1),
            (6, { } all) => all + new Money(1),
            (< 16, { } all) => new(all.Paise * step.Amount / 20),
            (< 12, _) => Rs(100 * step.Amount),
            _ => new(step.Amount * 137_31),
        };

    /// <summary>An officer who is not <paramref name="than"/>, if there is one.</summary>
    private static MemberNumber AnotherOfficer(GroupState group, MemberNumber than, int which)
    {
        var officers = group.ActiveMembers.Where(m => m.IsOfficer).OrderBy(m => m.Number == than).ToList();
        return officers[which < 5 || officers.Count < 2 ? 0 : 1].Number;
    }

    private static T? Pick<T>(IReadOnlyList<T> all, int which)
        where T : class => all.Count == 0 ? null : all[which % all.Count];
}
