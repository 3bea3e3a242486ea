using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>
/// Stands on the wire between the program and PostgreSQL and counts how often the program asks and waits: each Sync or simple query
/// of the protocol is one round trip, whatever library sent it.
/// </summary>
internal sealed class WireCounter : IAsyncDisposable
{
    private const byte Sync = (byte)'S';
    private const byte Query = (byte)'Q';
    private const int HeaderLength = 5;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly List<Task> connections = [];
    private NpgsqlConnectionStringBuilder server = new();
    private int roundTrips;

    public int RoundTrips => Volatile.Read(ref roundTrips);

    /// <summary>A connection string through this counter to where the given one leads.</summary>
    public string To(string connectionString)
    {
        server = new(connectionString);
        listener.Start();
        connections.Add(AcceptAsync());
        return new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await Task.WhenAll(connections);
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            for (; ; )
                connections.Add(RelayAsync(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException) { }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var _ = client;
        using var upstream = Upstream();
        var (near, far) = (client.GetStream(), new NetworkStream(upstream));
        try
        {
            await Task.WhenAny(CountAsync(near, far), far.CopyToAsync(near, end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException) { }
    }

    private Socket Upstream()
    {
        var isSocket = server.Host!.StartsWith('/');
        var socket = isSocket
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(
            isSocket
                ? new UnixDomainSocketEndPoint($"{server.Host}/.s.PGSQL.{server.Port}")
                : new IPEndPoint(IPAddress.Parse(server.Host), server.Port)
        );
        return socket;
    }

    /// <summary>The start-up message has no kind; every later one has a byte of kind and four of length.</summary>
    private async Task CountAsync(NetworkStream from, NetworkStream to)
    {
        var header = new byte[HeaderLength];
        await from.ReadExactlyAsync(header.AsMemory(1), end.Token);
        await PassOnAsync(from, to, header.AsMemory(1));
        for (; ; )
        {
            await from.ReadExactlyAsync(header, end.Token);
            if (header[0] is Sync or Query)
                Interlocked.Increment(ref roundTrips);
            await PassOnAsync(from, to, header);
        }
    }

    private async Task PassOnAsync(NetworkStream from, NetworkStream to, ReadOnlyMemory<byte> header)
    {
        await to.WriteAsync(header, end.Token);
        var rest = new byte[BinaryPrimitives.ReadInt32BigEndian(header.Span[^4..]) - 4];
        await from.ReadExactlyAsync(rest, end.Token);
        await to.WriteAsync(rest, end.Token);
    }
}
