using System.Diagnostics;
using DiGiBachat.Bench.Seeding;

namespace DiGiBachat.Bench.Load;

/// <summary>
/// Messages that come when they come, whether or not the ones before were answered. How long one took counts from when it was due, so
/// that a bot which stops for a second is seen to have made everybody of that second wait.
/// </summary>
internal sealed class OpenLoop(BenchAccount account, BenchOptions options)
{
    /// <summary>More than are ever under way unless the bot falls behind.</summary>
    private const int Threads = 48;

    /// <summary>People in the middle of a conversation at any time.</summary>
    private const int Chatting = 1_500;
    private static readonly long Moment = Stopwatch.Frequency / 5_000;

    private sealed record Due(long At, string Phone, string Text, bool Money);

    /// <summary>All turns, and the money turns of them.</summary>
    public (IReadOnlyList<Timings> All, IReadOnlyList<Timings> Money) Run(
        IReadOnlyList<int> prepared,
        int seconds,
        int seed
    )
    {
        var plan = Plan(prepared, seconds, seed);
        var next = -1;
        var all = Enumerable.Range(0, Threads).Select(_ => new Timings()).ToArray();
        var money = Enumerable.Range(0, Threads).Select(_ => new Timings()).ToArray();
        var threads = Enumerable
            .Range(0, Threads)
            .Select(i => new Thread(() => Send(all[i], money[i])))
            .ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return (all, money);

        void Send(Timings mine, Timings myMoney)
        {
            using var connection = new WebhookConnection(account);
            for (int i; (i = Interlocked.Increment(ref next)) < plan.Count; )
            {
                var due = plan[i];
                WaitUntil(due.At);
                var answer = connection.Send(due.Phone, due.Text, MessageIds.Next());
                var ended = Stopwatch.GetTimestamp();
                if (!answer.IsTurn || (due.Money && !answer.HasReceipt))
                    mine.Failed(answer);
                else
                    mine.Took(due.At, ended);
                if (due.Money && answer.HasReceipt)
                    myMoney.Took(due.At, ended);
            }
        }
    }

    /// <summary>Poisson arrivals. Each conversation goes on where it stands; each prepared treasurer says yes once.</summary>
    private List<Due> Plan(IReadOnlyList<int> prepared, int seconds, int seed)
    {
        var random = new Random(seed);
        var chats = Enumerable.Range(0, Chatting).Select(_ => NewChat(random)).ToArray();
        var plan = new List<Due>();
        var at = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 10);
        var end = at + (seconds * Stopwatch.Frequency);
        for (
            int chat = 0, money = 0;
            at < end;
            at += (long)(
                    -Math.Log(1 - random.NextDouble())
                    * Stopwatch.Frequency
                    / options.TurnsPerSecond
                )
        )
        {
            if (random.Next(100) < options.MoneyPercent && money < prepared.Count)
            {
                plan.Add(
                    new(
                        at,
                        SeedPlan.Phone(prepared[money++], SeedPlan.Treasurer),
                        Workloads.Confirmation,
                        true
                    )
                );
                continue;
            }
            var place = chat++ % Chatting;
            var (phone, step) = chats[place];
            plan.Add(new(at, phone, Workloads.Conversation[step], false));
            chats[place] =
                step + 1 < Workloads.Conversation.Count ? (phone, step + 1) : NewChat(random);
        }
        return plan;
    }

    private (string Phone, int Step) NewChat(Random random) =>
        (SeedPlan.Phone(Workloads.AnyGroup(random, options.Groups), Workloads.AnyPayer(random)), 0);

    private static void WaitUntil(long at)
    {
        using var never = new ManualResetEventSlim(false);
        for (long left; (left = at - Stopwatch.GetTimestamp()) > 0; )
            if (left > Moment)
                never.WaitHandle.WaitOne(TimeSpan.FromSeconds((double)left / Stopwatch.Frequency));
            else
                Thread.Yield();
    }
}
