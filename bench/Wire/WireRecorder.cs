using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DiGiBachat.Bench.Wire;

/// <summary>
/// Stands between the bot and its database while a few turns are recorded, and notes what passes: each statement with its values, and
/// where the bot waited for an answer. So pgbench can be given the very same work.
/// </summary>
internal sealed class WireRecorder : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly EndPoint database;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<RoundTrip> trips = new();
    private readonly Task accepting;

    public WireRecorder(string connectionString)
    {
        var real = new NpgsqlConnectionStringBuilder(connectionString);
        database = real.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint($"{real.Host}/.s.PGSQL.{real.Port}")
            : new IPEndPoint(IPAddress.Parse(real.Host), real.Port);
        listener.Start();
        real.Host = "127.0.0.1";
        real.Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        ConnectionString = real.ConnectionString;
        accepting = AcceptAsync();
    }

    /// <summary>What the bot gets instead of the database's own.</summary>
    public string ConnectionString { get; }

    /// <summary>What has passed since the last time this was asked.</summary>
    public IReadOnlyList<RoundTrip> Take()
    {
        var taken = new List<RoundTrip>();
        while (trips.TryDequeue(out var trip))
            taken.Add(trip);
        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = PassAsync(await listener.AcceptSocketAsync(stop.Token));
        }
        catch (Exception ended)
            when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        { }
    }

    private async Task PassAsync(Socket bot)
    {
        using var server = new Socket(
            database.AddressFamily,
            SocketType.Stream,
            database is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified
        );
        try
        {
            bot.NoDelay = true;
            await server.ConnectAsync(database, stop.Token);
            var reader = new FrontendReader(trips.Enqueue);
            await Task.WhenAny(
                CopyAsync(bot, server, reader.Add),
                CopyAsync(server, bot, _ => { })
            );
        }
        catch (Exception ended)
            when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        { }
        finally
        {
            bot.Dispose();
        }
    }

    private async Task CopyAsync(Socket from, Socket to, Action<ReadOnlyMemory<byte>> note)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            for (int got; (got = await from.ReceiveAsync(buffer, stop.Token)) > 0; )
            {
                note(buffer.AsMemory(0, got));
                for (var sent = 0; sent < got; )
                    sent += await to.SendAsync(buffer.AsMemory(sent, got - sent), stop.Token);
            }
        }
        catch (Exception ended)
            when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        { }
    }
}
