using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Tests.Stories;

namespace DiGiBachat.Core.Tests.Laws;

/// <summary>What is true of a group itself at every moment, and of every step it takes.</summary>
internal static class GroupLaws
{
    /// <summary>The calendar has just caught up. (An act may give it work again: a reversal may leave a due unpaid that is fined by now.)</summary>
    public static void HoldOnceRolled(Register register, DateTimeOffset at) =>
        Law.Holds(RollForward.To(register.Group, Actor.Calendar(at)).Count == 0, "what the calendar did is not done again");

    public static void Hold(Register register)
    {
        var group = register.Group;
        Law.Holds(group.ActiveMembers.Any(m => m.Role == Role.Admin), "a group has an admin");
        Law.Holds(group.ActiveMembers.Count() <= group.Rules.MaximumMembers, "a group is never overfull");
        Law.Holds(group.Members.DistinctBy(m => m.Number).Count() == group.Members.Count, "a number is one member");
        Law.Holds(group.Payments.All(p => p.IsOpen) && group.Loans.All(l => l.IsOpen), "what has ended is not among the open");
        DuesAreTheSavings(register);
        FundLaws.Hold(register);
        foreach (var line in group.Loans.Concat(register.EndedLoans.Values).SelectMany(l => l.Instalments))
            Law.Holds(Within(line.PrincipalPaid, line.Principal) && Within(line.InterestPaid, line.Interest) && Within(line.ChargePaid, line.Charge),
                "no part of an instalment is paid beyond what it is");
    }

    /// <summary>The step from <paramref name="before"/> to <paramref name="after"/>, decided by <paramref name="by"/>.</summary>
    public static void HoldBetween(Register before, Register after, MemberNumber? by)
    {
        var (old, now) = (before.Group.Counters, after.Group.Counters);
        Law.Holds(
            now.Members >= old.Members && now.Loans >= old.Loans && now.Payments >= old.Payments && now.Entries >= old.Entries,
            "the last numbers given only grow"
        );
        Law.Holds(Heads(after).Take(before.Book.Count).SequenceEqual(Heads(before)), "what is in the book stays as it is");
        Law.Holds(now.Entries == after.Book.Count, "the last entry's number is the number of entries");
        foreach (var happened in after.Events.Skip(before.Events.Count))
        {
            NobodyActsForHerself(before.Group, happened, by);
            if (happened is LeaverPaid left)
                SettledWhole(left);
        }
        foreach (var gone in after.Group.Members.Where(m => m.Status == MemberStatus.Left))
            Law.Holds(
                after.Group.SavingsOf(gone.Number).IsZero
                    && gone is { Role: Role.Member, Advance.IsZero: true }
                    && !after.Group.DuesOf(gone.Number).Any()
                    && !after.Group.FinesOf(gone.Number).Any()
                    && after.Group.Loans.All(l => l.Borrower != gone.Number)
                    && after.Group.Payments.All(p => p.Member != gone.Number),
                "who left has nothing open in the group"
            );
        LendingLaws.HoldBetween(before, after);
    }

    /// <summary>Each covers its entry and all before it.</summary>
    private static IEnumerable<string> Heads(Register register) => register.Book.Select(b => b.Entry.Hash);

    private static void DuesAreTheSavings(Register register)
    {
        var group = register.Group;
        var all = group.Dues.Concat(register.SettledDues.Values).ToList();
        Law.Holds(all.DistinctBy(d => (d.Member, d.PeriodOn)).Count() == all.Count, "a member owes a period once");
        Law.Holds(all.All(d => Within(d.Paid, d.Amount) && Within(d.FinePaid, d.Fine)), "a due is never paid beyond what it is");
        foreach (var member in group.Members)
        {
            var hers = all.Where(d => d.Member == member.Number).ToList();
            Law.Holds(!member.Advance.IsNegative, "an advance is never negative");
            var brought = register.Events.OfType<OpeningBooked>().Sum(e => e.Draft.Of(member.Number).Savings.Paise);
            Law.Holds(
                group.SavingsOf(member.Number).Paise == hers.Sum(d => d.Paid.Paise) + member.Advance.Paise + brought - TakenOut(register, member.Number),
                "savings are the dues paid, the advance and what she brought with her, less what was taken out"
            );
            Law.Holds(member.Advance.IsZero || hers.All(d => d.Paid == d.Amount), "who has paid ahead owes no due");
        }
        Law.Holds(
            -group.Balances[Account.FineIncome].Paise + FundLaws.FinesSharedOut(register) == all.Sum(d => d.FinePaid.Paise) + FundLaws.FinesPaid(register),
            "fines earned are the fines paid"
        );
    }

    /// <summary>By a member who stays, or by leaving: an advance ends with it, and is no due that was paid.</summary>
    private static long TakenOut(Register register, MemberNumber member) =>
        register.Events.Sum(e =>
            e switch
            {
                SavingsPaidOut paid when paid.Member == member => paid.Amount.Paise,
                LeaverPaid left when left.Member == member => left.Savings.Paise - left.Advance.Paise,
                _ => 0,
            }
        );

    /// <summary>What a leaver had is what was set off and what she got; nothing of hers stays open.</summary>
    private static void SettledWhole(LeaverPaid e)
    {
        var setOff = e.Loans.Sum(l => l.Charge.Paise + l.Interest.Paise + l.Principal.Paise);
        Law.Holds(e.Savings.Paise == e.Fines.Paise + setOff + e.Payout.Paise, "a leaver's settlement sums to zero");
        Law.Holds(e.Loans.All(l => l.After.All(i => i.IsPaid)), "a leaver's loans are paid off");
        Law.Holds(!e.Payout.IsNegative && !e.Fines.IsNegative, "nobody pays in to leave");
    }

    private static void NobodyActsForHerself(GroupState group, GroupEvent happened, MemberNumber? by)
    {
        bool OthersAreOfficers() => group.ActiveMembers.Any(m => m.IsOfficer && m.Number != by);
        switch (happened)
        {
            // What a share-out sets off was voted on.
            case PaymentPosted { Payment.Method: Core.Payments.PaymentMethod.Share }:
                break;
            case PaymentPosted e:
                Law.Holds(e.Payment.Member != by || !OthersAreOfficers(), "nobody books her own money while another officer could");
                break;
            case PaymentRejected e:
                Law.Holds(e.Member != by || !OthersAreOfficers(), "nobody rejects her own payment while another officer could");
                break;
            case LoanDisbursed e:
                Law.Holds(e.Borrower != by || !OthersAreOfficers(), "nobody pays a loan out to herself while another officer could");
                break;
            case FineWaived e:
                Law.Holds(e.Member != by || !OthersAreOfficers(), "nobody lets herself off a fine while another officer could");
                break;
            case SharePaid e:
                Law.Holds(e.Member != by || !OthersAreOfficers(), "nobody pays out her own share while another officer could");
                break;
            case LeaverPaid e:
                Law.Holds(e.Member != by, "nobody pays herself out");
                break;
            case SavingsPaidOut e:
                Law.Holds(e.Member != by, "nobody pays her own savings out to herself");
                break;
            case AdminHandedOver e:
                Law.Holds(e.To == by, "who takes over has said yes");
                break;
            case NumberChanged e:
                Law.Holds(e.Member != by, "nobody moves her own number alone");
                break;
            case LoanApproved e:
                LendingLaws.ApprovedByOthers(group, e, by);
                if (e.By is { } officer && officer == by)
                    MayDecide(group, e.Terms.Principal, (e.Borrower, officer));
                break;
            case LoanRejected e:
                Law.Holds(e.Borrower != by && e.By == by, "nobody rejects her own loan");
                MayDecide(group, group.FindLoan(e.Loan)!.Terms.Principal, (e.Borrower, e.By));
                break;
        }
    }

    private static void MayDecide(GroupState group, Money amount, (MemberNumber Borrower, MemberNumber By) loan) =>
        Law.Holds(
            amount <= group.Rules.TreasurerLimit
                || group.Member(loan.By).Role == Role.Admin
                || group.ActiveMembers.All(m => m.Role != Role.Admin || m.Number == loan.Borrower),
            "above the treasurer's limit an admin decides, if one who is not the borrower exists"
        );

    private static bool Within(Money part, Money whole) => !part.IsNegative && part <= whole;
}
