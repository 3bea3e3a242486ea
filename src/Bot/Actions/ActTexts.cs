using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Meetings;
using DiGiBachat.Core.Opening;
using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;

namespace DiGiBachat.Bot.Actions;

/// <summary>What a ballot is about, in words: a text under <c>acts.</c> for each act. It stands inside a sentence and says all figures.</summary>
internal static class ActTexts
{
    public static Text Of(GroupState group, Act act) =>
        act switch
        {
            AskAll a => Text.Of("acts.ask-all", ("question", a.Question)),
            BookOpening a => OpeningFigures.Act(a.Draft),
            CloseTheMeeting a => MeetingActs.Of(a),
            ShareSurplus a => Text.Of(
                a.SetOff ? "acts.share-surplus-set-off" : "acts.share-surplus",
                ("amount", a.Surplus),
                ("policy", ShareOutActions.Words(a.Policy))
            ),
            LoanAct a => LendingTexts.Of(group, a),
            // Members
            LeaverSettled a => Text.Of(
                "acts.leaver-settled",
                ("name", group.Member(a.Member).Name),
                ("savings", a.Savings),
                ("owes", a.Owes),
                ("payout", a.Payout),
                ("how", SettlementLines.Method(a.Method))
            ),
            SavingsWithdrawn a => Text.Of(
                "acts.savings-withdrawn",
                ("name", group.Member(a.Member).Name),
                ("amount", a.Amount),
                ("how", SettlementLines.Method(a.Method))
            ),
            AdminOffered a => Text.Of("acts.admin-offered", ("from", group.Member(a.From).Name), ("to", group.Member(a.To).Name)),
            NumberMoved a => Text.Of(
                "acts.number-moved",
                ("name", group.Member(a.Member).Name),
                ("number", a.Member.Value),
                ("digits", a.LastFourDigits)
            ),
            LoanForMember a => Text.Of(
                "acts.loan-for-member",
                ("name", group.Member(a.Member).Name),
                ("amount", a.Amount),
                ("months", a.Months),
                ("purpose", a.Purpose.Length == 0 ? "-" : a.Purpose)
            ),
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
