using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Bot.Actions;

/// <summary>What a ballot is about, in words: a text under <c>acts.</c> for each act. It stands inside a sentence and says all figures.</summary>
internal static class ActTexts
{
    public static Text Of(GroupState group, Act act) =>
        act switch
        {
            AskAll a => Text.Of("acts.ask-all", ("question", a.Question)),
            RuleChange a => Text.Of(
                "acts.change-rule",
                ("rule", RuleTexts.Name(a.Rule)),
                ("was", RuleTexts.Value(RuleBook.Of(a.Rule), a.Was)),
                ("value", RuleTexts.Value(RuleBook.Of(a.Rule), a.Value))
            ),
            UpiChange a => Text.Of("acts.change-upi", ("upi", a.Address)),
            Dissolution => new Text("acts.dissolve"),
            _ => throw new InvalidOperationException($"{group.Id.Value}: no words for {act.GetType().Name}."),
        };

    public static Text Outcome(BallotClosed closed) =>
        closed.Outcome switch
        {
            BallotOutcome.Passed => new("ballot-outcomes.passed"),
            BallotOutcome.Rejected => new("ballot-outcomes.rejected"),
            BallotOutcome.NoQuorum => Text.Of("ballot-outcomes.no-quorum", ("needed", closed.Ballot.Quorum)),
            BallotOutcome.Withdrawn => new("ballot-outcomes.withdrawn"),
            BallotOutcome.Impossible => new("ballot-outcomes.impossible"),
        };
}
