using DiGiBachat.Core;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <content>Rules, votes, and the group as a whole.</content>
internal sealed partial class GroupLife
{
    private Task RulesAsync() =>
        random.Next(10) switch
        {
            < 3 => ChangeRuleAsync(),
            < 5 => village.ActAsync(Admin.Value, (g, a) => PutQuestion.Decide(g, a, "क्या बैठक रविवार को हो?", random.Next(2) == 0), Everything),
            < 9 => VoteOnRulesAsync(),
            _ => village.ActAsync(Admin.Value, (g, a) => CastVote.Withdraw(g, a, AnyBallot(g)), Everything),
        };

    private static Scope Everything => Scope.All;

    private Task GroupItselfAsync() =>
        random.Next(8) switch
        {
            0 => village.ActAsync(Admin.Value, (g, a) => RenameGroup.Decide(g, a, $"Sakhi {random.Next(9)}")),
            < 3 => village.ActAsync(Admin.Value, (g, a) => ChangeUpiAddress.Decide(g, a, $"sakhi{random.Next(9)}@okaxis")),
            3 => village.ActAsync(Admin.Value, (g, a) => ChangeUpiAddress.Decide(g, a, g.UpiAddress ?? "")),
            4 => village.ActAsync(Admin.Value, (g, a) => ChangeRole.Decide(g, a, new(2), random.Next(2) == 0 ? Role.Member : Role.Treasurer)),
            5 => village.ActAsync(Admin.Value, (g, a) => TellAll.Decide(g, a, "बैठक 5 बजे")),
            _ => CloseAndOpenAsync(),
        };

    private Task<Refusal?> ChangeRuleAsync()
    {
        var rule = RuleBook.All[random.Next(RuleBook.All.Count)];
        var value =
            rule.Kind == RuleKind.Calendar ? $"monthly:{random.Next(1, 29)}"
            : rule.Key == RuleBook.MaximumMembers ? "20"
            : rule.Choices.Count > 0 ? rule.Choices[random.Next(rule.Choices.Count)]
            : $"{rule.Least + random.Next(3)}";
        return village.ActAsync(Admin.Value, (g, a) => ChangeRules.Decide(g, a, rule.Key, value), Everything);
    }

    private async Task VoteOnRulesAsync()
    {
        var ballot = village.Folded.Matters.Ballots is [var first, ..] ? first : null;
        if (ballot is null)
            return;
        foreach (var voter in ballot.Voters.Take(random.Next(1, ballot.Voters.Count + 1)))
            await village.ActAsync(voter.Value, (g, a) => CastVote.Decide(g, a, ballot.Number, random.Next(4) > 0), Everything);
    }

    /// <summary>Only the first days of a group have a book at zero; it is opened again at once.</summary>
    private async Task CloseAndOpenAsync()
    {
        await village.ActAsync(Admin.Value, ArchiveGroup.Decide, Everything);
        await village.ActAsync(Admin.Value, ArchiveGroup.Reopen, Everything);
    }

    private BallotNumber AnyBallot(GroupState group) =>
        group.Matters.Ballots.Count > 0 ? group.Matters.Ballots[random.Next(group.Matters.Ballots.Count)].Number : new(1);
}
