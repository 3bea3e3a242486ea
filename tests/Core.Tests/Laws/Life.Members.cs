using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Laws;

/// <content>Who leaves, has no phone, or has another one.</content>
internal static partial class Life
{
    private static Act OfMembers(Step step, Register register, (Who By, MemberNumber Whom) at)
    {
        var group = register.Group;
        var phoneless = group.ActiveMembers.FirstOrDefault(m => m.Person is null);
        // What waits for a yes gets one, from somebody who is asked; sometimes a no.
        if (step.What < 60 && group.Matters.Ballots is [.., var last])
            return Act.Says(last.Voters[step.Which % last.Voters.Count], step.Amount > 2) with
            {
                By = WhoIs(group, last.Voters[step.Which % last.Voters.Count]),
            };
        return (step.What % 12) switch
        {
            0 => Act.Leaves(at.Whom).As(WhoIs(group, at.Whom)),
            1 => Act.Removes(at.Whom).As(at.By),
            2 or 3 => Act.TakesOut(at.Whom, new(step.Amount * 1_000)).As(WhoIs(group, at.Whom)),
            4 => Act.HandsOver(at.Whom).As(at.By),
            6 => Act.NamesHelper(phoneless?.Number ?? at.Whom, at.Whom).As(at.By),
            7 => Act.AppliesFor(phoneless?.Number ?? at.Whom, Rs(100)).As(at.By),
            5 or 8 when phoneless is not null && group.Members.FirstOrDefault(m => m.Status == MemberStatus.Pending) is { } waiting =>
                Act.Links(waiting.Number, phoneless.Number).As(group.ActiveMembers.First(m => m.Role == Role.Admin).Number),
            8 when phoneless is not null => Act.Joins(new Who(PersonOf(new(60 + step.Which)), null), $"Newcomer {step.Which}"),
            5 => Act.Adds("Lata").As(at.By),
            8 => Act.Adds("Parvati").As(group.ActiveMembers.First(m => m.Role == Role.Admin).Number),
            9 => Act.Moves(at.Whom, 50 + step.Which, group.Invite.Code),
            10 => Act.SetsPin(at.Whom, step.Which < 5 ? "4321" : null).As(WhoIs(group, at.Whom)),
            _ => Act.MissesPin(at.Whom).As(WhoIs(group, at.Whom)),
        };
    }

    /// <summary>The phone that is hers by now.</summary>
    public static Who WhoIs(GroupState group, MemberNumber number) => new(group.FindMember(number)?.Person ?? PersonOf(number), number);
}
