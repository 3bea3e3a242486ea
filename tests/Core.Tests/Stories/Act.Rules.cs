using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Stories;

/// <content>Rules, votes, and the group as a whole.</content>
internal sealed partial record Act
{
    public static Act Changes(string rule, string value) => new(Asha, (r, actor) => ChangeRules.Decide(r.Group, actor, rule, value));

    public static Act Asks(string question, bool secret = false) => new(Asha, (r, actor) => PutQuestion.Decide(r.Group, actor, question, secret));


    public static Act TakesBack(int ballot) => new(Asha, (r, actor) => CastVote.Withdraw(r.Group, actor, new(ballot)));

    /// <summary>She agrees to be asked on each due day, pauses that, or ends it.</summary>
    public static Act Agrees(Who who, Core.Payments.AutopayConsent? consent) =>
        new(who, (r, actor) => Core.Payments.Autopay.Decide(r.Group, actor, consent));

    public static Act Renames(string name) => new(Asha, (r, actor) => RenameGroup.Decide(r.Group, actor, name));

    public static Act NamesUpi(string address) => new(Asha, (r, actor) => ChangeUpiAddress.Decide(r.Group, actor, address));

    public static Act Tells(string words) => new(Asha, (r, actor) => TellAll.Decide(r.Group, actor, words));

    public static Act Archives() => new(Asha, (r, actor) => ArchiveGroup.Decide(r.Group, actor));

    public static Act Dissolves() => new(Asha, (r, actor) => ArchiveGroup.Dissolve(r.Group, actor));

    public static Act Reopens() => new(Asha, (r, actor) => ArchiveGroup.Reopen(r.Group, actor));
}
