using DiGiBachat.Bot.Jobs;
using DiGiBachat.Bot.Tests.Transcripts;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Persistence.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace DiGiBachat.Bot.Tests.Jobs;

/// <summary>Two bots, a provider that does what the test says, and people who have written to the bots, so that they can be told.</summary>
internal sealed class Post : IAsyncDisposable
{
    public const string Her = "+919800000001";

    private int put;

    private Post(TwoBots bots, FakeTimeProvider clock)
    {
        Bots = bots;
        Clock = clock;
        Provider = new(bots.Provider, clock);
    }

    public TwoBots Bots { get; }
    public FakeTimeProvider Clock { get; }
    public ScriptedProvider Provider { get; }
    public Outbox Outbox => Bots.Services.GetRequiredService<Outbox>();

    public static async Task<Post> StartAsync(params string[] more)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 4, 1, 4, 30, 0, TimeSpan.Zero));
        return new(await TwoBots.StartAsync(clock, more), clock);
    }

    /// <summary>She has written on that channel just now.</summary>
    public async Task<PersonId> MeetAsync(string address = Her, bool sms = false)
    {
        await Bots.SayAsync(address, sms, "hi");
        return new((Guid)(await RowsAsync("SELECT id FROM persons ORDER BY created_at DESC, id DESC LIMIT 1"))[0][0]!);
    }

    public Task TellAsync(PersonId person, string words, GroupId? group = null) =>
        PutAsync(person, TextJson.Write(Text.Of("turn.answer", ("body", words))), group);

    public Task PutAsync(PersonId person, string text, GroupId? group = null)
    {
        var message = new OutboxMessage(person, group, text, null, $"post:{++put}");
        return Bots.Services.GetRequiredService<TurnStore>().CommitAsync(new() { At = Clock.GetUtcNow(), Outbox = [message] }, null, default);
    }

    /// <summary>Everything that is due is sent, and what comes due by that.</summary>
    public async Task SendAsync(CancellationToken cancellation = default)
    {
        while (await Bots.Services.GetRequiredService<SendOutbox>().SendDueAsync(cancellation) > 0) { }
    }

    public Task SendAsync(TimeSpan after)
    {
        Clock.Advance(after);
        return SendAsync();
    }

    /// <summary>The sender's life ends while the provider has the next message in its hands, which it takes or not.</summary>
    public async Task SendAndDieAsync(int before, bool taken)
    {
        using var life = new CancellationTokenSource();
        for (var i = 0; i < before; i++)
            Provider.Next.Enqueue(Provider.Take);
        Provider.Next.Enqueue(
            async (message, http) =>
            {
                if (taken)
                    Provider.CameIn(message);
                await life.CancelAsync();
                http.Abort();
            }
        );
        try
        {
            await SendAsync(life.Token);
        }
        catch (OperationCanceledException)
        {
            // It is dead, as was meant.
        }
        life.IsCancellationRequested.Should().BeTrue("it was to die at message {0}", before + 1);
    }

    public async Task<IReadOnlyList<object?[]>> RowsAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Bots.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }

    public ValueTask DisposeAsync() => Bots.DisposeAsync();
}
