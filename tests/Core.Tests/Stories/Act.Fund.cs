using DiGiBachat.Core.Fund;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Stories;

/// <content>The group's money beside savings and loans.</content>
internal sealed partial record Act
{
    public static Act Fines(MemberNumber whom, Money amount, string reason = "late for the meeting") =>
        new(Meera, (r, actor) => ChargeFine.Decide(r.Group, actor, whom, amount, reason));

    public static Act Waives(MemberNumber whom, int fine, string reason = "was ill") =>
        new(Meera, (r, actor) => ChargeFine.Waive(r.Group, actor, whom, fine, reason));
}
