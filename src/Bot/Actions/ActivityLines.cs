using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Queries;

namespace DiGiBachat.Bot.Actions;

/// <summary>
/// A member's log in plain words: what she did, and what was done for her. How she voted is hers. What the calendar does for everybody
/// is left out.
/// </summary>
internal static class ActivityLines
{
    /// <summary>Null when it is not about her.</summary>
    public static Text? Of(GroupState group, MemberNumber member, LoggedEvent logged)
    {
        var did = logged.By == member;
        return logged.Event switch
        {
            JoinRequested e when e.Member.Number == member => Line("joined"),
            MemberAdded e when e.Member.Number == member => Line("added"),
            MemberAdmitted e when e.Member == member => Line("admitted"),
            RoleChanged e when e.Member == member => Line("role", ("role", new Text("roles." + e.Role.ToString().ToLowerInvariant()))),
            AdminHandedOver e when e.To == member => Line("role", ("role", new Text("roles.admin"))),
            AdminHandedOver e when e.From == member => Line("role", ("role", new Text("roles.member"))),
            PaymentClaimed e when e.Member == member => Line("claimed", ("amount", e.Amount)),
            PaymentRejected e when e.Member == member => Line("rejected", ("amount", e.Amount)),
            ContributionReceived e when e.Member == member => Line("saved", ("amount", e.Savings + e.Fine)),
            RepaymentReceived e when e.Borrower == member => Line(
                "repaid",
                ("amount", e.Charge + e.Interest + e.Principal),
                ("loan", e.Loan.Value)
            ),
            LoanRequested e when e.Loan.Borrower == member => Line(
                "loan-asked",
                ("amount", e.Loan.Terms.Principal),
                ("loan", e.Loan.Number.Value)
            ),
            LoanDisbursed e when e.Borrower == member => Line("loan-given", ("amount", e.Amount), ("loan", e.Loan.Value)),
            LoanApproved e when e.By == member => Line("approved", ("loan", e.Loan.Value)),
            LoanRejected e when e.By == member => Line("turned-down", ("loan", e.Loan.Value)),
            LeaverPaid e when e.Member == member => Line("left", ("amount", e.Payout)),
            SavingsPaidOut e when e.Member == member => Line("withdrew", ("amount", e.Amount)),
            NumberChanged e when e.Member == member => Line("new-phone"),
            MemberLinked e when e.Member == member => Line("new-phone"),
            PinRefused e when e.Member == member => Line("wrong-pin"),
            VoteCast e when did => Line("voted", ("ballot", e.Ballot.Value)),
            BallotOpened e when did => Line("asked", ("ballot", e.Ballot.Number.Value)),
            ContributionReceived e when did => Line("booked", ("amount", e.Savings + e.Fine), ("name", group.Member(e.Member).Name)),
            RepaymentReceived e when did => Line(
                "booked",
                ("amount", e.Charge + e.Interest + e.Principal),
                ("name", group.Member(e.Borrower).Name)
            ),
            LoanDisbursed e when did => Line("paid-out", ("amount", e.Amount), ("name", group.Member(e.Borrower).Name)),
            ContributionReversed e when did => Line("undid", ("receipt", PaymentCodes.OfReceipt(e.Entry))),
            RepaymentReversed e when did => Line("undid", ("receipt", PaymentCodes.OfReceipt(e.Entry))),
            _ => null,
        };

        Text Line(string key, params (string Name, object? Value)[] more) =>
            Text.Of("activity-lines." + key, [("on", IndianTime.DayOf(logged.At)), .. more]);
    }
}
