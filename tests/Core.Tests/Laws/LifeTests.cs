using CsCheck;
using DiGiBachat.Core.Savings;
using DiGiBachat.Core.Tests.Stories;

namespace DiGiBachat.Core.Tests.Laws;

public sealed class LifeTests
{
    private static readonly int Lives = int.Parse(Environment.GetEnvironmentVariable("BACHAT_LIVES") ?? "60", null);

    [Fact]
    public void For_all_lives_of_a_group_the_laws_hold_after_every_act()
    {
        Life.Lives.Sample(
            life =>
            {
                var saheli = Saheli.Begins(life.Rules);
                var (register, now) = (saheli.Register, saheli.Now);
                foreach (var step in life.Steps)
                {
                    now = Life.Later(now, step);
                    (register, _) = Take(register, step, now);
                }
            },
            iter: Lives,
            threads: 2
        );
    }

    [Fact]
    public void For_all_lives_a_payment_reversed_at_once_leaves_the_group_as_before_it()
    {
        Life.Lives.Sample(
            life =>
            {
                var saheli = Saheli.Begins(life.Rules);
                var (register, now) = (saheli.Register, saheli.Now);
                foreach (var step in life.Steps)
                {
                    now = Life.Later(now, step);
                    var before = register.RolledTo(now);
                    register = Stored(register, before).After(Life.ActOf(step, before, now), now) is { IsRefused: false } done ? done.Value : before;
                    if (
                        register.Events[^1] is ContributionReceived or RepaymentReceived or LoanClosed
                        && register.Book.Count == before.Book.Count + 1
                        && register.Book[^1].Cause is not LeaverPaid
                    )
                        ReversedIs(before, register, now);
                }
            },
            iter: Lives,
            threads: 2
        );
    }

    [Fact]
    public void What_is_tried_goes_through_often_enough_and_every_event_happens()
    {
        var (tried, gone) = (0, 0);
        var seen = new HashSet<Type>();
        Life.Lives.Sample(
            life =>
            {
                var saheli = Saheli.Begins(life.Rules);
                var (register, now) = (saheli.Register, saheli.Now);
                foreach (var step in life.Steps)
                {
                    now = Life.Later(now, step);
                    var before = register.RolledTo(now);
                    var after = Stored(register, before).After(Life.ActOf(step, before, now), now);
                    tried++;
                    gone += after.IsRefused ? 0 : 1;
                    register = after.IsRefused ? before : after.Value;
                }
                seen.UnionWith(register.Events.Select(e => e.GetType()));
            },
            iter: 300,
            threads: 1
        );
        ((double)gone / tried).Should().BeInRange(0.25, 0.6);
        var all = typeof(GroupEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(GroupEvent)) && t != typeof(GroupCreated));
        all.Except(seen).Should().BeEmpty("a law that an event never meets proves nothing about it");
    }

    private static (Register Register, bool GoneThrough) Take(Register register, Life.Step step, DateTimeOffset now)
    {
        var before = register.RolledTo(now);
        var act = Life.ActOf(step, before, now);
        var done = Stored(register, before).After(act, now);
        var after = done.IsRefused ? before : done.Value;
        GroupLaws.HoldOnceRolled(before, now);
        BookLaws.Hold(after);
        GroupLaws.Hold(after);
        GroupLaws.HoldBetween(before, after, act.By.Number);
        return (after, !done.IsRefused);
    }

    /// <summary>The calendar catches up within the act's turn; but an entry that it booked can be named only once it is stored.</summary>
    private static Register Stored(Register register, Register rolled) => rolled.Book.Count == register.Book.Count ? register : rolled;

    private static void ReversedIs(Register before, Register after, DateTimeOffset now)
    {
        var by = before.Group.ActiveMembers.First(m => m.IsOfficer).Number;
        var undone = after.After(Act.Reverses(after.Book.Count).As(Life.WhoIs(before.Group, by)), now).Value.RolledTo(now);
        before = WithoutItsClaim(before, after).RolledTo(now);
        Law.Holds(
            before.Group.Members.OrderBy(m => m.Number).SequenceEqual(undone.Group.Members.OrderBy(m => m.Number)),
            "a reversal gives the advance back"
        );
        Law.Holds(Owed(before).SequenceEqual(Owed(undone)), "a reversal leaves the dues as before the payment");
        Law.Holds(FinesOwed(before).SequenceEqual(FinesOwed(undone)), "a reversal leaves the fines owed as before the payment");
        Law.Holds(
            OpenFines(before).SequenceEqual(OpenFines(undone)),
            "a reversal leaves the other fines as before the payment"
        );
        foreach (var loan in before.Group.Loans)
            Law.Holds(
                undone.Group.FindLoan(loan.Number) is { } again && again.Status == loan.Status && again.Instalments.SequenceEqual(loan.Instalments),
                "a reversal leaves the instalments as before the payment"
            );
        Law.Holds(undone.Group.Balances.All.All(b => before.Group.Balances[b.Key] == b.Value), "a reversal leaves the balances as before");
        BookLaws.Hold(undone);
        GroupLaws.Hold(undone);
    }

    /// <summary>As if it had never come: a claim that waits keeps the fine of a late due away, and one that was undone does not.</summary>
    private static Register WithoutItsClaim(Register before, Register after)
    {
        var posted = after.Events.Skip(before.Events.Count).OfType<PaymentPosted>().Select(e => e.Payment.Number).ToHashSet();
        return before with
        {
            Group = before.Group with { Payments = before.Group.Payments.Where(p => !posted.Contains(p.Number)).ToList() },
        };
    }

    /// <summary>A fine whose payment was undone is owed again without its words.</summary>
    private static IEnumerable<(int, Money, DateOnly?)> OpenFines(Register register) =>
        register.Group.Matters.Fines.Select(f => (f.Number, f.Left, f.On));

    private static IEnumerable<Due> All(Register register) => register.Group.Dues.Concat(register.SettledDues.Values);

    /// <summary>Which of several fines counts as the unpaid one may change with a reversal; how much is owed may not.</summary>
    private static IEnumerable<Due> Owed(Register register) =>
        All(register).Select(d => d with { FinePaid = Money.Zero }).OrderBy(d => d.Member).ThenBy(d => d.PeriodOn);

    private static IEnumerable<(MemberNumber, long)> FinesOwed(Register register) =>
        All(register).GroupBy(d => d.Member).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(d => (d.Fine - d.FinePaid).Paise)));
}
