using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Loans;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Stories;

/// <content>Guarantors, votes, new instalments, and loans given up.</content>
internal sealed partial record Act
{
    public static Act Votes(MemberNumber member, bool yes = true, int ballot = 1) =>
        new(member, (r, actor) => CastVote.Decide(r.Group, actor, new(ballot), yes));

    public static Act NamesGuarantor(MemberNumber borrower, int loan, MemberNumber guarantor) =>
        new(borrower, (r, actor) => NameGuarantor.Decide(r.With(new LoanNumber(loan)), actor, new(loan), guarantor));

    public static Act Reschedules(int loan, int months) =>
        new(Meera, (r, actor) => RescheduleLoan.Decide(r.With(new LoanNumber(loan)), actor, new(loan), months));

    public static Act WritesOff(int loan) =>
        new(Asha, (r, actor) => ProposeWriteOff.Decide(r.With(new LoanNumber(loan)), actor, new(loan)));
}
