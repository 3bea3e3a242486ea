using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Laws;

/// <content>The group's money beside savings and loans.</content>
internal static partial class Life
{
    private static Act OfFund(Step step, Register register, (Who By, MemberNumber Whom) at)
    {
        var group = register.Group;
        return step.Which switch
        {
            < 6 => Act.Fines(at.Whom, Rs(7 + (step.Days * 11))).As(at.By),
            _ => Pick(group.Matters.Fines, step.Days) is { } fine
                ? Act.Waives(fine.Member, fine.Number).As(AnotherOfficer(group, fine.Member, step.Who))
                : Act.Waives(at.Whom, 1).As(at.By),
        };
    }
}
