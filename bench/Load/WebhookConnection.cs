using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace DiGiBachat.Bench.Load;

/// <summary>The account that both sides of the loopback know.</summary>
internal sealed record BenchAccount(string Sid, string Token, string PublicUrl, int Port)
{
    public const string WhatsAppNumber = "whatsapp:+14155238886";
    public const string SmsNumber = "+15005550006";
}

/// <summary>What the bot answered to one webhook.</summary>
internal readonly record struct Answer(int Status, string Body)
{
    /// <summary>A turn that was held says something.</summary>
    public bool IsTurn => Status == 200 && Body.Contains("<Message", StringComparison.Ordinal);

    /// <summary>Money was booked: the answer has its receipt ("R-3F7K2").</summary>
    public bool HasReceipt => Body.Contains("R-", StringComparison.Ordinal);
}

/// <summary>
/// One connection that is kept open, blocking, with no more work per request than must be: the generator shares the cores with what it
/// measures. Parameters are those that Twilio sends for WhatsApp, and the signature is real.
/// </summary>
internal sealed class WebhookConnection(BenchAccount account) : IDisposable
{
    private const string Path = "/twilio/messages";
    private const int TimeoutMilliseconds = 15_000;
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfChunks = "0\r\n\r\n"u8.ToArray();
    private readonly byte[] token = Encoding.UTF8.GetBytes(account.Token);
    private readonly byte[] read = new byte[64 * 1024];
    private Socket? socket;

    /// <summary>Sends one message and waits for its answer.</summary>
    public Answer Send(string phone, string text, string messageId)
    {
        var request = Request(Form(phone, text, messageId));
        try
        {
            socket ??= Connect();
            socket.Send(request);
            return Receive();
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            Dispose();
            return new(0, failure.Message);
        }
    }

    public void Dispose()
    {
        socket?.Dispose();
        socket = null;
    }

    private Socket Connect()
    {
        var connected = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = TimeoutMilliseconds,
            SendTimeout = TimeoutMilliseconds,
        };
        connected.Connect(IPAddress.Loopback, account.Port);
        return connected;
    }

    /// <summary>Sorted by name, as the signature wants them.</summary>
    private (string Name, string Value)[] Form(string phone, string text, string messageId) =>
        [
            ("AccountSid", account.Sid),
            ("ApiVersion", "2010-04-01"),
            ("Body", text),
            ("ChannelMetadata", """{"type":"whatsapp","data":{"context":{}}}"""),
            ("Forwarded", "false"),
            ("From", "whatsapp:" + phone),
            ("MessageSid", messageId),
            ("MessageType", "text"),
            ("NumMedia", "0"),
            ("NumSegments", "1"),
            ("ProfileName", "Sunita"),
            ("ReferralNumMedia", "0"),
            ("SmsMessageSid", messageId),
            ("SmsSid", messageId),
            ("SmsStatus", "received"),
            ("To", BenchAccount.WhatsAppNumber),
            ("WaId", phone[1..]),
        ];

    private byte[] Request((string Name, string Value)[] form)
    {
        var signed = new StringBuilder(account.PublicUrl).Append(Path);
        var body = new StringBuilder();
        foreach (var (name, value) in form)
        {
            signed.Append(name).Append(value);
            body.Append(body.Length == 0 ? "" : "&")
                .Append(name)
                .Append('=')
                .Append(Uri.EscapeDataString(value));
        }
#pragma warning disable CA5350 // Twilio's scheme
        var signature = Convert.ToBase64String(
            HMACSHA1.HashData(token, Encoding.UTF8.GetBytes(signed.ToString()))
        );
#pragma warning restore CA5350
        return Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"POST {Path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\nX-Twilio-Signature: {signature}\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\n\r\n{body}"
            )
        );
    }

    private Answer Receive()
    {
        var length = 0;
        var head = -1;
        var end = int.MaxValue;
        var chunked = false;
        while (length < end && !(chunked && read.AsSpan(head, length - head).EndsWith(EndOfChunks)))
        {
            var got = length == read.Length ? 0 : socket!.Receive(read.AsSpan(length));
            if (got == 0)
                throw new IOException("The connection was closed in the middle of an answer.");
            length += got;
            if (head >= 0 || read.AsSpan(0, length).IndexOf(EndOfHead) is not (>= 0 and var at))
                continue;
            head = at + 2;
            (chunked, end) = Framing(Encoding.ASCII.GetString(read, 0, at), at + EndOfHead.Length);
        }
        var status = int.Parse(Encoding.ASCII.GetString(read, 9, 3), CultureInfo.InvariantCulture);
        return new(status, Encoding.UTF8.GetString(read, head, length - head));
    }

    private static (bool Chunked, int End) Framing(string head, int start)
    {
        const string Length = "Content-Length:";
        var at = head.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return (true, int.MaxValue);
        var line = head[(at + Length.Length)..];
        var lineEnd = line.IndexOf('\r', StringComparison.Ordinal);
        return (
            false,
            start + int.Parse(lineEnd < 0 ? line : line[..lineEnd], CultureInfo.InvariantCulture)
        );
    }
}
