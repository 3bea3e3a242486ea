using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Meetings;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Laws;

/// <content>Meetings, and the answers that close them.</content>
internal static partial class Life
{
    private static Act OfMeetings(Step step, Register register, Who by)
    {
        var group = register.Group;
        if (step.What >= 106 && group.Matters.Ballots.FirstOrDefault(b => b.Act is CloseTheMeeting) is { } close)
            return Act.Answers(close.Voters[step.Which % close.Voters.Count], close.Number.Value, step.Amount < 20);
        return step.What switch
        {
            100 => Act.StartsMeeting().As(by),
            < 106 => Act.BooksMeeting([.. Lines(step, group)]).As(by),
            < 108 => Act.TakesAttendance(new MemberNumber(1 + (step.Which % 4))).As(by),
            < 110 => Act.UndoesMeeting().As(by),
            < 112 => Act.ClosesMeeting(
                    MeetingSheet.Of(group).ClosingCash + new Money(step.Which < 5 ? 0 : Math.Min(step.Amount * 100, 900)),
                    step.Which < 8 ? "as counted" : null
                )
                .As(by),
            _ when group.Matters.Ballots is [var ballot, ..] => Act.Answers(
                ballot.Voters[step.Which % ballot.Voters.Count],
                ballot.Number.Value,
                step.Amount < 20
            ),
            _ => Act.StartsMeeting().As(by),
        };
    }

    /// <summary>Two to four lines of savings, with a repayment where somebody owes.</summary>
    private static IEnumerable<MeetingLine> Lines(Step step, GroupState now) =>
        from member in now.ActiveMembers.Select(m => m.Number).Order().Skip(step.Which % 2).Take(2 + (step.Amount % 3))
        let loan = now.Loans.FirstOrDefault(l => l.Borrower == member && l.Status == LoanStatus.Active)
        let saving = Rs(10 * (1 + step.Amount + member.Value))
        let fine = step.Which % 3 == 0 ? Rs(9) : Money.Zero
        select loan is null
            ? new MeetingLine(member, saving, Money.Zero, null, fine)
            : new(member, saving, Rs(1 + step.Amount), loan.Number, fine);
}
