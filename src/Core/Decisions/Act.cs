using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Decisions;

/// <summary>
/// What a ballot is about: an act with all its figures, kept until it is decided and then done as if it had just been asked for. It is
/// decided anew at that moment, on what the book says then. Each act is one record, known in <see cref="Acts"/>.
/// </summary>
public abstract record Act;

/// <summary>A plain question; nothing follows by itself.</summary>
public sealed record AskAll(string Question) : Act;

/// <summary>Carries out what was decided.</summary>
public static class Acts
{
    /// <summary>
    /// The events of an act whose ballot passed. Who may was settled when it was brought up and by the votes; whether it can be done is
    /// decided now: refuses as the act itself refuses.
    /// </summary>
    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor, Ballot ballot) =>
        ballot.Act switch
        {
            AskAll => Array.Empty<GroupEvent>(),
            Opening.BookOpening a => Opening.EnterOpening.Carry(group, actor, a),
            Meetings.CloseTheMeeting a => Meetings.CloseMeeting.Carry(group, actor, ballot, a),
            Fund.ShareSurplus act => Fund.ShareSurplusOut.Carry(group, actor, act),
            GuaranteeLoan act => Guarantors.Carry(group, actor, act),
            ApproveLoan act => DecideLoan.Carry(group, actor, act),
            ChangeInstalments act => RescheduleLoan.Carry(group, actor, act),
            WriteOffLoan act => ProposeWriteOff.Carry(group, actor, act),
            // Members
            LeaverSettled act => LeaveGroup.Carry(group, actor, act),
            SavingsWithdrawn act => WithdrawSavings.Carry(group, actor, act),
            AdminOffered act => HandOver.Carry(group, act),
            NumberMoved act => MoveNumber.Carry(group, actor, act),
            LoanForMember act => ApplyForMember.Carry(group, actor, act),
            RuleChange voted => ChangeRules.Carry(group, actor, voted),
            UpiChange agreed => ChangeUpiAddress.Carry(group, agreed),
            Dissolution => ArchiveGroup.Carry(group, actor),
            var other => throw new InvalidOperationException($"Nothing carries out {other.GetType().Name}."),
        };
}
