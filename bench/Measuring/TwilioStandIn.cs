using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DiGiBachat.Bench.Measuring;

/// <summary>Takes every message the bot sends and says that it is queued, as Twilio would, at once.</summary>
internal sealed class TwilioStandIn : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task answering;
    private long taken;

    public TwilioStandIn()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = string.Create(
                CultureInfo.InvariantCulture,
                $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}"
            );
        }
        listener.Prefixes.Add(Url + "/");
        listener.Start();
        answering = AnswerAsync();
    }

    public string Url { get; }
    public long Taken => Interlocked.Read(ref taken);

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await answering;
        listener.Close();
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                await context.Request.InputStream.CopyToAsync(Stream.Null);
                var number = Interlocked.Increment(ref taken);
                var body = Encoding.UTF8.GetBytes(
                    $$"""{"sid":"SM{{number.ToString("x32", CultureInfo.InvariantCulture)}}","status":"queued"}"""
                );
                context.Response.StatusCode = (int)HttpStatusCode.Created;
                context.Response.ContentType = "application/json";
                context.Response.ContentLength64 = body.Length;
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
            }
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException) { }
    }
}
