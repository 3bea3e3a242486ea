using System.Globalization;
using System.Xml.Linq;
using DiGiBachat.Bot.Tests.Channels;

namespace DiGiBachat.Bot.Tests.Durability;

/// <summary>One message as the provider holds it until it is acknowledged.</summary>
internal sealed record Said(string Sid, string Phone, string Words);

/// <summary>
/// The provider's side of the webhook over all the bot's lives: a message keeps its id and is posted again until it is acknowledged.
/// While the bot is down nobody posts; what was under way breaks off.
/// </summary>
internal sealed class Chatter(string botUrl) : IDisposable
{
    public const string PublicUrl = "https://bachat.example";
    public const string AccountSid = "AC00000000000000000000000000000000";
    public const string Token = "0123456789abcdef0123456789abcdef";
    public const string SmsFrom = "+15005550006";
    private const string Path = "/twilio/messages";

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(15) };
    private readonly Lock gate = new();
    private TaskCompletionSource up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (int At, TaskCompletionSource Reached)? awaited;
    private int sids;
    private int posts;

    /// <summary>Posts that broke off, and so were made again.</summary>
    public int Broken { get; private set; }

    /// <summary>Messages may go from now on.</summary>
    public void Open() => up.TrySetResult();

    /// <summary>No new post begins until <see cref="Open"/>.</summary>
    public void Close() => up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when so many posts more have begun: a moment in the middle of whatever they do.</summary>
    public Task AfterPostsAsync(int more)
    {
        lock (gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            awaited = (posts + more, reached);
            return reached.Task;
        }
    }

    public Said Compose(string phone, string words) =>
        new("SM" + Interlocked.Increment(ref sids).ToString("x32", CultureInfo.InvariantCulture), phone, words);

    public Task<string> SayAsync(string phone, string words) => DeliverAsync(Compose(phone, words));

    /// <summary>The answer, after as many posts of the same message as it takes.</summary>
    public async Task<string> DeliverAsync(Said message)
    {
        while (true)
        {
            await up.Task;
            try
            {
                return await PostAsync(message);
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                lock (gate)
                    Broken++;
            }
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<string> PostAsync(Said message)
    {
        var fields = new Dictionary<string, string>
        {
            ["MessageSid"] = message.Sid,
            ["AccountSid"] = AccountSid,
            ["From"] = message.Phone,
            ["To"] = SmsFrom,
            ["Body"] = message.Words,
            ["NumMedia"] = "0",
            ["ApiVersion"] = "2010-04-01",
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, botUrl + Path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Twilio-Signature", Sign.Form(Token, PublicUrl + Path, [.. fields.Select(f => (f.Key, f.Value))]));
        var sending = http.SendAsync(request);
        Count();
        using var response = await sending;
        response.EnsureSuccessStatusCode();
        var twiml = XDocument.Parse(await response.Content.ReadAsStringAsync());
        return string.Join("\n\n", twiml.Descendants("Message").Select(m => m.Element("Body")?.Value ?? m.Value));
    }

    private void Count()
    {
        lock (gate)
        {
            posts++;
            if (awaited is not { } waiting || posts < waiting.At)
                return;
            awaited = null;
            waiting.Reached.SetResult();
        }
    }
}
