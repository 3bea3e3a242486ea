using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Opening;

namespace DiGiBachat.Core.Tests.Stories;

/// <content>Figures brought forward.</content>
internal sealed partial record Act
{
    public static Act DraftsOpening(OpeningMoney money, params OpeningMember[] members) =>
        new(Saheli.Meera, (r, actor) => EnterOpening.Draft(r.Group, actor, money, members));

    public static Act DropsOpening() => new(Saheli.Meera, (r, actor) => EnterOpening.Drop(r.Group, actor));

    public static Act AsksOpening() => new(Saheli.Meera, (r, actor) => EnterOpening.Ask(r.Group, actor, "owed from before"));

    public static OpeningMoney Purses(long cash, long bank = 0, long investments = 0, long grants = 0, long surplus = 0) =>
        new(Money.Rupees(cash), Money.Rupees(bank), Money.Rupees(investments), Money.Rupees(grants), Money.Rupees(surplus));

    public static OpeningMember Brings(MemberNumber member, long savings, long fines = 0, params OpeningLoan[] loans) =>
        new(member, Money.Rupees(savings), Money.Rupees(fines), loans);

    public static OpeningLoan Runs(long outstanding, int months = 5, int basisPoints = 200, InterestMethod method = InterestMethod.Emi) =>
        new(Money.Rupees(outstanding), new(basisPoints), months, method);
}
