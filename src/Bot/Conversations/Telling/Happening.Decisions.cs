using DiGiBachat.Bot.Actions;
using DiGiBachat.Core;
using DiGiBachat.Core.Decisions;

namespace DiGiBachat.Bot.Conversations.Telling;

/// <content>Ballots: who is asked, and how it ended.</content>
internal sealed partial class Happening
{
    private IEnumerable<Told>? OfDecisions(GroupEvent happened) =>
        happened switch
        {
            BallotOpened e => e.Ballot.Voters.SelectMany(voter =>
                To(
                    voter,
                    e.Ballot.Consent == Consent.Vote ? "vote-asked" : "consent-asked",
                    ("ballot", e.Ballot.Number.Value),
                    ("act", ActTexts.Of(group, e.Ballot.Act)),
                    ("by", By),
                    ("until", IndianTime.DayOf(e.Ballot.ClosesAt))
                )
            ),
            BallotClosed { Ballot.Consent: Consent.Vote } e => All("vote-closed", Result(e)),
            BallotClosed { Ballot.OpenedBy: { } opener } e => To(opener, "consent-closed", Result(e)),
            VoteCast or BallotClosed => [],
            _ => null,
        };

    private (string, object?)[] Result(BallotClosed e) =>
        [
            ("ballot", e.Ballot.Number.Value),
            ("act", ActTexts.Of(group, e.Ballot.Act)),
            ("outcome", ActTexts.Outcome(e)),
            ("yes", e.Ballot.Yes),
            ("no", e.Ballot.No),
            ("by", By),
        ];
}
