using System.Diagnostics;
using DiGiBachat.Bench.Baseline;
using DiGiBachat.Bench.Load;
using DiGiBachat.Bench.Seeding;

namespace DiGiBachat.Bench.Measuring;

/// <summary>One stretch of ours: what the generator saw, who used the machine, and whether the book was right after it.</summary>
internal sealed record OurRound(Figures Figures, CpuShares Cpu, double Memory, string? Complaint);

/// <summary>Ours and pgbench's on the same data, one after the other.</summary>
internal sealed record Pair(OurRound Ours, PgbenchFigures Theirs, string? TheirComplaint)
{
    public double Ratio => Ours.Figures.Rate / Theirs.Rate;

    /// <summary>
    /// pgbench's CPU for a turn to ours, each with its database and its generator. On a quiet machine with every core busy it is the
    /// ratio of turns; on a loaded one it tells more, because a scheduler that shares fairly favours whoever has more threads.
    /// </summary>
    public double CpuRatio => Theirs.Cpu.Turns / Theirs.Rate / (Ours.Cpu.Turns / Ours.Figures.Rate);
}

/// <summary>Runs single rounds of the bot. Each warms up, is measured, and has its book checked.</summary>
internal sealed class Rounds(BenchDatabase database, BotProcess bot, BenchOptions options)
{
    /// <summary>The first of a money round is not counted; the bot is warm from the preparing turns.</summary>
    private const double MoneyWarmUp = 1.5;

    /// <summary>More than the bot can confirm in a second on the machines this is for; the others are confirmed after the measured time.</summary>
    private const int MostConfirmed = 1_300;
    private const int Rehearsed = 400;
    private readonly ClosedLoop closed = new(bot.Account, options);
    private readonly LedgerCheck ledger = new(database);
    private Queue<int> treasurers = new();
    private int seed = Environment.ProcessId;

    /// <summary>Every path of the bot often enough that it is compiled for good: in its first seconds a fifth of its work is the compiler's.</summary>
    public void Rehearse()
    {
        closed.Chat(Seconds(options.WarmUpSeconds), seed++);
        var groups = Next(Rehearsed);
        closed.Prepare(groups, seed++);
        closed.Confirm(groups);
    }

    public Task<OurRound> ChatAsync() =>
        CheckedAsync(async () =>
        {
            var (from, to) = (
                Seconds(options.WarmUpSeconds),
                Seconds(options.WarmUpSeconds + options.Seconds)
            );
            var cpu = CpuAsync(from, to);
            var timings = await OnThreads(() => closed.Chat(to, seed++));
            return (Timings.Of(timings, from, to), await cpu, 0);
        });

    public Task<OurRound> MoneyAsync() =>
        CheckedAsync(async () =>
        {
            var groups = Next(
                Math.Min(options.Groups / 2, (int)(MostConfirmed * (options.Seconds + MoneyWarmUp)))
            );
            var prepared = await OnThreads(() => closed.Prepare(groups, seed++));
            var began = Stopwatch.GetTimestamp();
            var (from, to) = (Seconds(MoneyWarmUp), Seconds(MoneyWarmUp + options.Seconds));
            var confirming = OnThreads(() => closed.Confirm(groups));
            var cpu = CpuAsync(from, to, confirming);
            var timings = await confirming;
            var ended = Stopwatch.GetTimestamp();
            var figures = Timings.Of(timings, from, Math.Min(to, ended));
            var failures = figures.Failures + Timings.Of(prepared, 0, began).Failures;
            return (
                figures with
                {
                    Failures = failures,
                },
                await cpu,
                Timings.Of(timings, began, ended).Turns
            );
        });

    /// <summary>At the given rate of messages, part of them money.</summary>
    public Task<(OurRound All, Figures Money)> LatencyAsync()
    {
        Figures? money = null;
        return RunAsync();

        async Task<(OurRound, Figures)> RunAsync()
        {
            var seconds = options.WarmUpSeconds + (2 * options.Seconds);
            var needed =
                (int)(options.TurnsPerSecond * seconds * options.MoneyPercent / 100.0 * 1.1) + 100;
            var groups = Next(Math.Min(options.Groups / 2, needed));
            await OnThreads(() => closed.Prepare(groups, seed++));
            var round = await CheckedAsync(async () =>
            {
                var open = new OpenLoop(bot.Account, options);
                var (began, from, to) = (
                    Stopwatch.GetTimestamp(),
                    Seconds(options.WarmUpSeconds),
                    Seconds(seconds)
                );
                var cpu = CpuAsync(from, to);
                var (all, ofMoney) = await OnThreads(() => open.Run(groups, seconds, seed++));
                money = Timings.Of(ofMoney, from, to);
                return (
                    Timings.Of(all, from, to),
                    await cpu,
                    Timings.Of(ofMoney, began, long.MaxValue).Turns
                );
            });
            return (round, money!);
        }
    }

    private async Task<OurRound> CheckedAsync(
        Func<Task<(Figures Figures, CpuShares Cpu, long Money)>> round
    )
    {
        await ledger.BeginAsync();
        var (figures, cpu, money) = await round();
        return new(
            figures,
            cpu,
            Processes.MemoryOf(bot.ProcessId),
            await ledger.ComplaintAsync(money, proveChains: true)
        );
    }

    /// <summary>From one moment to another, or until the work is done before.</summary>
    private async Task<CpuShares> CpuAsync(long from, long to, Task? work = null)
    {
        await UntilAsync(from);
        var before = CpuSample.Take(bot.ProcessId, database.ProcessId);
        await Task.WhenAny(UntilAsync(to), work ?? Task.Delay(Timeout.Infinite));
        return CpuSample.Take(bot.ProcessId, database.ProcessId).Since(before);
    }

    private static async Task UntilAsync(long at)
    {
        var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), at);
        if (left > TimeSpan.Zero)
            await Task.Delay(left);
    }

    private List<int> Next(int count)
    {
        var groups = new List<int>(count);
        while (groups.Count < count)
        {
            if (treasurers.Count == 0)
                treasurers = Workloads.Treasurers(options.Groups, seed++);
            groups.Add(treasurers.Dequeue());
        }
        return [.. groups.Distinct()];
    }

    private static long Seconds(double fromNow) =>
        Stopwatch.GetTimestamp() + (long)(fromNow * Stopwatch.Frequency);

    private static Task<T> OnThreads<T>(Func<T> work) =>
        Task.Factory.StartNew(work, TaskCreationOptions.LongRunning);
}
