using DiGiBachat.Bench.Baseline;
using DiGiBachat.Bench.Seeding;

namespace DiGiBachat.Bench.Measuring;

/// <summary>A whole run: record, pair by pair, latency, sums. Returns whether every book was right.</summary>
internal sealed class Session(BenchDatabase database, BenchOptions options)
{
    /// <summary>People in one of pgbench's transactions: enough that drawing them costs about a hundredth.</summary>
    private const int ChatPeople = 2;
    private const int MoneyPeople = 10;
    private const string NoSending = "http://127.0.0.1:9";

    public Task<bool> RunAsync() =>
        options.Against is { } other ? CompareAsync(other) : BesidePgbenchAsync();

    /// <summary>This build and another in pairs of rounds; the one that waits costs next to nothing.</summary>
    private async Task<bool> CompareAsync(string other)
    {
        Report.Head(options);
        await using var bot = await BotProcess.StartAsync(
            database,
            database.ConnectionString,
            (false, NoSending),
            options.Set
        );
        await using var before = await BotProcess.StartAsync(
            database,
            database.ConnectionString,
            (false, NoSending),
            [],
            other
        );
        var (ours, theirs) = (
            new Rounds(database, bot, options),
            new Rounds(database, before, options)
        );
        ours.Rehearse();
        theirs.Rehearse();
        var gains = new List<(string Name, double Rate, double Cpu)>();
        for (var number = 1; number <= options.Rounds; number++)
        {
            if (options.HasChat)
                gains.Add(await GainAsync("chat", ours.ChatAsync, theirs.ChatAsync));
            if (options.HasMoney)
                gains.Add(await GainAsync("money", ours.MoneyAsync, theirs.MoneyAsync));
        }
        foreach (var of in gains.GroupBy(g => g.Name))
            Report.Say(
                $"{of.Key}: {Report.Median(of.Select(g => g.Rate)):0.000} times the other's turns/s, {Report.Median(of.Select(g => g.Cpu)):0.000} times its CPU per turn"
            );
        return true;
    }

    private static async Task<(string Name, double Rate, double Cpu)> GainAsync(
        string name,
        Func<Task<OurRound>> ours,
        Func<Task<OurRound>> theirs
    )
    {
        var oursFirst = Random.Shared.Next(2) == 0;
        var first = await (oursFirst ? ours : theirs)();
        var second = await (oursFirst ? theirs : ours)();
        var (mine, other) = oursFirst ? (first, second) : (second, first);
        Report.Row(name, mine, null);
        Report.Row("  the other", other, null);
        return (
            name,
            mine.Figures.Rate / other.Figures.Rate,
            mine.Cpu.Bot / mine.Figures.Rate / (other.Cpu.Bot / other.Figures.Rate)
        );
    }

    private async Task<bool> BesidePgbenchAsync()
    {
        var recording = await Recording.MakeAsync(database, options);
        var chat = new PgbenchScript("chat", recording.Chat, ChatPeople, sender: null);
        var money = new PgbenchScript("money", [recording.Money], MoneyPeople, SeedPlan.Treasurer);
        Report.Head(options);
        var chats = new List<Pair>();
        var moneys = new List<Pair>();
        var right = true;
        await using (
            var bot = await BotProcess.StartAsync(
                database,
                database.ConnectionString,
                (false, NoSending),
                options.Set
            )
        )
        {
            var rounds = new Rounds(database, bot, options);
            rounds.Rehearse();
            for (var number = 1; number <= options.Rounds; number++)
            {
                if (options.HasChat)
                    chats.Add(Shown("chat", number, await PairAsync(rounds.ChatAsync, chat)));
                if (options.HasMoney)
                    moneys.Add(Shown("money", number, await PairAsync(rounds.MoneyAsync, money)));
            }
            if (options.Only is null or "latency" && !options.Jobs)
                right &= await LatencyAsync(rounds);
        }
        if (options.Only is null or "latency" && options.Jobs)
            right &= await LatencyWithJobsAsync();
        Report.Say($"");
        if (chats.Count > 0)
            right &= Report.Sum("chat", chats, Report.LeastChat);
        if (moneys.Count > 0)
            right &= Report.Sum("money", moneys, Report.LeastMoney);
        return right;
    }

    private async Task<Pair> PairAsync(Func<Task<OurRound>> ours, PgbenchScript theirs)
    {
        if (Random.Shared.Next(2) == 0)
        {
            var first = await ours();
            var (figures, complaint) = await TheirsAsync(theirs);
            return new(first, figures, complaint);
        }
        var (before, wrong) = await TheirsAsync(theirs);
        return new(await ours(), before, wrong);
    }

    private async Task<(PgbenchFigures Figures, string? Complaint)> TheirsAsync(
        PgbenchScript script
    )
    {
        var ledger = new LedgerCheck(database);
        await ledger.BeginAsync();
        var figures = await new Pgbench(database, options).RunAsync(script);
        return (figures, await ledger.ComplaintAsync(acknowledged: null, proveChains: false));
    }

    private static Pair Shown(string name, int number, Pair pair)
    {
        Report.Show(name, number, pair);
        return pair;
    }

    private async Task<bool> LatencyAsync(Rounds rounds)
    {
        var (round, money) = await rounds.LatencyAsync();
        Report.Row("latency", round, null);
        Report.Say($"");
        return Report.Latency(round, money, options);
    }

    private async Task<bool> LatencyWithJobsAsync()
    {
        // What the rounds before have left would be sent first.
        await using (var connection = await database.OpenAsync())
            await connection.RunAsync("UPDATE outbox SET status = 1 WHERE status = 0");
        await using var twilio = new TwilioStandIn();
        await using var bot = await BotProcess.StartAsync(
            database,
            database.ConnectionString,
            (true, twilio.Url),
            options.Set
        );
        var rounds = new Rounds(database, bot, options);
        rounds.Rehearse();
        var right = await LatencyAsync(rounds);
        Report.Say($"  {twilio.Taken:N0} messages were sent to the stand-in for Twilio.");
        return right;
    }
}
