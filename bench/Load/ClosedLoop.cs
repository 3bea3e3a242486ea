using System.Diagnostics;
using DiGiBachat.Bench.Seeding;

namespace DiGiBachat.Bench.Load;

/// <summary>So many people, each writing as soon as she is answered: what the bot can do at most.</summary>
internal sealed class ClosedLoop(BenchAccount account, BenchOptions options)
{
    /// <summary>Whole conversations of random members until the time is over.</summary>
    public IReadOnlyList<Timings> Chat(long until, int seed) =>
        All(
            (connection, timings, sender) =>
            {
                var random = new Random(HashCode.Combine(seed, sender));
                while (Stopwatch.GetTimestamp() < until)
                {
                    var group = Workloads.AnyGroup(random, options.Groups);
                    var phone = SeedPlan.Phone(group, Workloads.AnyPayer(random));
                    foreach (var text in Workloads.Conversation)
                        Turn(connection, timings, (phone, text), a => a.IsTurn);
                }
            }
        );

    /// <summary>Each treasurer says the first half of a cash payment; it is a chat turn.</summary>
    public IReadOnlyList<Timings> Prepare(IReadOnlyList<int> groups, int seed)
    {
        var next = -1;
        return All(
            (connection, timings, sender) =>
            {
                var random = new Random(HashCode.Combine(seed, sender));
                for (int i; (i = Interlocked.Increment(ref next)) < groups.Count; )
                    Turn(
                        connection,
                        timings,
                        (
                            SeedPlan.Phone(groups[i], SeedPlan.Treasurer),
                            Workloads.Cash(Workloads.AnyPayer(random))
                        ),
                        a => a.IsTurn
                    );
            }
        );
    }

    /// <summary>Each treasurer says yes. Counts as a money turn only with a receipt in the answer.</summary>
    public IReadOnlyList<Timings> Confirm(IReadOnlyList<int> groups)
    {
        var next = -1;
        return All(
            (connection, timings, _) =>
            {
                for (int i; (i = Interlocked.Increment(ref next)) < groups.Count; )
                    Turn(
                        connection,
                        timings,
                        (SeedPlan.Phone(groups[i], SeedPlan.Treasurer), Workloads.Confirmation),
                        a => a.IsTurn && a.HasReceipt
                    );
            }
        );
    }

    private static void Turn(
        WebhookConnection connection,
        Timings timings,
        (string Phone, string Text) said,
        Func<Answer, bool> isRight
    )
    {
        var began = Stopwatch.GetTimestamp();
        var answer = connection.Send(said.Phone, said.Text, MessageIds.Next());
        if (isRight(answer))
            timings.Took(began, Stopwatch.GetTimestamp());
        else
            timings.Failed(answer);
    }

    /// <summary>Threads, not tasks: a blocked thread costs nothing, and nothing spins.</summary>
    private Timings[] All(Action<WebhookConnection, Timings, int> work)
    {
        var timings = Enumerable.Range(0, options.Senders).Select(_ => new Timings()).ToArray();
        var threads = timings
            .Select((mine, sender) => new Thread(() => Run(mine, sender)))
            .ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return timings;

        void Run(Timings mine, int sender)
        {
            using var connection = new WebhookConnection(account);
            work(connection, mine, sender);
        }
    }
}
