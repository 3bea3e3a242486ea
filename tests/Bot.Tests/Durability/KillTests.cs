using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using Xunit.Abstractions;

namespace DiGiBachat.Bot.Tests.Durability;

/// <summary>The bot is killed in the middle of money turns, on a database that waits for the disk, and nothing comes of it.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 12;
    private const int Groups = 8;
    private const int FewestPostsBetween = 10;
    private const int MostPostsBetween = 150;

    /// <summary>Set to a seed that was printed, the kills come after the same numbers of posts again.</summary>
    private const string SeedSetting = "BACHAT_KILL_SEED";

    [Fact]
    public async Task Killed_again_and_again_nothing_is_lost_and_nothing_doubled()
    {
        var random = SeededRandom();
        await using var run = await KillRun.StartAsync();
        var treasuries = Enumerable.Range(0, Groups).Select(n => new Treasury(run.Chatter, n)).ToList();
        await Task.WhenAll(treasuries.Select(t => t.FoundAsync()));

        using var enough = new CancellationTokenSource();
        var booking = treasuries.Select(t => t.BookAsync(enough.Token)).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.WhenAny(run.Chatter.AfterPostsAsync(random.Next(FewestPostsBetween, MostPostsBetween)), Task.WhenAll(booking));
            await run.KillAsync();
        }
        await enough.CancelAsync();
        await Task.WhenAll(booking);
        output.WriteLine($"{Kills} kills, {run.Chatter.Broken} posts broken off, {treasuries.Sum(t => t.Booked.Count)} bookings acknowledged.");
        run.Chatter.Broken.Should().BeGreaterThanOrEqualTo(Kills, "a kill that breaks nothing off proves nothing");

        await SaidAgainItAnswersTheSame(run.Chatter, treasuries, random);
        await run.EmptyOutboxAsync();
        foreach (var treasury in treasuries)
            await HoldsWhatWasAcknowledged(run, treasury);
        await EverybodyHeardOnce(run, treasuries);
        var (code, said) = await run.AuditAsync();
        code.Should().Be(0, said);
    }

    private Random SeededRandom()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedSetting), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"{SeedSetting}={seed}");
        return new Random(seed);
    }

    /// <summary>A provider may repeat any message, also one that was answered before the last kill.</summary>
    private static async Task SaidAgainItAnswersTheSame(Chatter chatter, IReadOnlyList<Treasury> treasuries, Random random)
    {
        foreach (var treasury in treasuries)
        {
            var booked = treasury.Booked[random.Next(treasury.Booked.Count)];
            (await chatter.DeliverAsync(booked.Confirmation)).Should().Be(booked.Answer);
        }
    }

    private static async Task HoldsWhatWasAcknowledged(KillRun run, Treasury treasury)
    {
        var acknowledged = treasury.Booked.Select(b => new BookedCash(b.Amount, b.Receipt));
        var cash = await run.Book.CashAsync(treasury.GroupName);
        cash.Should().Equal(acknowledged);
        var sum = cash.Aggregate(Money.Zero, (total, booked) => total + booked.Amount);
        (await run.Book.BalanceAsync(treasury.GroupName, AccountKind.Cash)).Should().Be(sum);
        (await run.Book.BalanceAsync(treasury.GroupName, AccountKind.Savings)).Should().Be(-sum);
    }

    private static async Task EverybodyHeardOnce(KillRun run, IReadOnlyList<Treasury> treasuries)
    {
        var delivered = run.Delivered;
        delivered.GroupBy(d => (d.To, d.Body)).Where(g => g.Count() > 1).Select(g => g.Key).Should().BeEmpty("nothing is told twice");
        foreach (var treasury in treasuries)
        {
            var told = delivered.Where(d => d.To == treasury.Member).ToList();
            foreach (var booked in treasury.Booked)
                told.Count(d => d.Body.Contains(booked.Receipt, StringComparison.Ordinal)).Should().Be(1, "{0} is told once", booked.Receipt);
        }
        (await run.Book.CountAsync("SELECT count(*) FROM outbox WHERE status = 1")).Should().Be(delivered.Count);
        (await run.Book.CountAsync("SELECT count(*) FROM outbox WHERE status <> 1")).Should().Be(0);
    }
}
