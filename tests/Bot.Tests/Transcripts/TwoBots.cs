using System.Globalization;
using System.Xml.Linq;
using DiGiBachat.Bot.Hosting;
using DiGiBachat.Bot.Jobs;
using DiGiBachat.Bot.Tests.Channels;
using DiGiBachat.Persistence;
using DiGiBachat.Persistence.Auditing;
using DiGiBachat.Persistence.Protection;
using DiGiBachat.Tests.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DiGiBachat.Bot.Tests.Transcripts;

internal sealed record Answer(string Body, string? Media);

internal sealed record SentMessage(string To, bool IsSms, string Body, string? Media);

/// <summary>Two instances of the bot on one database, and a provider that takes whatever they send.</summary>
internal sealed class TwoBots : IAsyncDisposable
{
    private const string PublicUrl = "https://bachat.example";
    private const string AccountSid = "AC00000000000000000000000000000000";
    private const string Token = "0123456789abcdef0123456789abcdef";
    private const string WhatsAppFrom = "whatsapp:+14155238886";
    private const string SmsFrom = "+15005550006";
    private const string MessagesPath = "/twilio/messages";

    private readonly TestDatabase database;
    private readonly FakeTwilio provider;
    private readonly List<(BotHost Host, HttpClient Http)> bots = [];
    private int messages;
    private int turns;

    private TwoBots(TestDatabase database, FakeTwilio provider)
    {
        this.database = database;
        this.provider = provider;
    }

    public string ConnectionString => database.ConnectionString;
    public FakeTwilio Provider => provider;

    /// <summary>What the provider gives out as the next document.</summary>
    public required Action<string> Offer { get; init; }
    public IServiceProvider Services => bots[turns % bots.Count].Host.App.Services;

    /// <summary>With settings of the test's own behind the usual ones; {provider} in them is the provider's address.</summary>
    public static async Task<TwoBots> StartAsync(TimeProvider clock, params string[] more)
    {
        var provider = await FakeTwilio.StartAsync();
        string? document = null;
        provider.Answer = (asked, http) =>
        {
            if (asked.Method == HttpMethods.Get && asked.Path.StartsWith("/media/", StringComparison.Ordinal))
                return http.Response.WriteAsync(document ?? "");
            http.Response.StatusCode = StatusCodes.Status201Created;
            http.Response.ContentType = "application/json";
            return http.Response.WriteAsync($$"""{"sid":"SM{{Guid.CreateVersion7():N}}","status":"queued"}""");
        };
        var pair = new TwoBots(await TestDatabase.Create(MigrateAsync, "bot"), provider) { Offer = text => document = text };
        await pair.StartMoreAsync(2, clock, more);
        return pair;
    }

    /// <summary>So many instances more, on the same database.</summary>
    public async Task StartMoreAsync(int count, TimeProvider clock, params string[] more)
    {
        var settings = more.Select(m => m.Replace("{provider}", provider.Url, StringComparison.Ordinal));
        for (var i = 0; i < count; i++)
        {
            var host = await BotHost.BuildAsync([.. Settings(), .. settings], clock);
            await host.App.StartAsync();
            bots.Add((host, new HttpClient { BaseAddress = new Uri(host.App.Urls.First()) }));
        }
    }

    /// <summary>A signed webhook, as the provider posts it, and the answer in it.</summary>
    public async Task<IReadOnlyList<Answer>> SayAsync(
        string phone,
        bool sms,
        string words,
        int? id = null,
        IReadOnlyDictionary<string, string>? fields = null
    )
    {
        var prefix = sms ? "" : "whatsapp:";
        var form = new Dictionary<string, string>
        {
            ["MessageSid"] = "SM" + (id ?? 1_000 + ++messages).ToString("x32", CultureInfo.InvariantCulture),
            ["AccountSid"] = AccountSid,
            ["From"] = prefix + phone,
            ["To"] = sms ? SmsFrom : WhatsAppFrom,
            ["Body"] = words,
            ["NumMedia"] = "0",
            ["ApiVersion"] = "2010-04-01",
        };
        foreach (var (name, value) in fields ?? new Dictionary<string, string>())
            form[name] = value;
        using var request = new HttpRequestMessage(HttpMethod.Post, MessagesPath) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", Sign.Form(Token, PublicUrl + MessagesPath, [.. form.Select(f => (f.Key, f.Value))]));
        using var response = await bots[turns++ % bots.Count].Http.SendAsync(request);
        response.IsSuccessStatusCode.Should().BeTrue("the webhook answers {0}", response.StatusCode);
        var twiml = XDocument.Parse(await response.Content.ReadAsStringAsync());
        return twiml
            .Descendants("Message")
            .Select(m => new Answer(m.Element("Body")?.Value ?? "", m.Element("Media")?.Value))
            .ToList();
    }

    /// <summary>A document that was sent, as the provider tells of it.</summary>
    public Task<IReadOnlyList<Answer>> SendAsync(string phone, string type, string text)
    {
        Offer(text);
        return SayAsync(
            phone,
            false,
            "",
            fields: new Dictionary<string, string>
            {
                ["NumMedia"] = "1",
                ["MediaUrl0"] = provider.Url + "/media/1",
                ["MediaContentType0"] = type,
            }
        );
    }

    /// <summary>A signed delivery report to the address that the message named for it.</summary>
    public async Task ReportAsync(Uri callback, string sid, string status, int? error = null)
    {
        (string, string)[] form =
        [
            ("MessageSid", sid),
            ("AccountSid", AccountSid),
            ("MessageStatus", status),
            .. error is { } code ? [("ErrorCode", code.ToString(CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
        ];
        using var request = new HttpRequestMessage(HttpMethod.Post, callback.PathAndQuery);
        request.Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        request.Headers.Add("X-Twilio-Signature", Sign.Form(Token, callback.AbsoluteUri, form));
        using var response = await bots[turns % bots.Count].Http.SendAsync(request);
        response.IsSuccessStatusCode.Should().BeTrue("the webhook answers {0}", response.StatusCode);
    }

    /// <summary>What opens behind a link that the bot gave out.</summary>
    public Task<HttpResponseMessage> OpenAsync(string link) => bots[turns % bots.Count].Http.GetAsync(new Uri(new Uri(link).PathAndQuery, UriKind.Relative));

    /// <summary>The day's round of the calendar.</summary>
    public Task DayAsync() => Services.GetRequiredService<DailyRound>().RunAsync(CancellationToken.None);

    /// <summary>What the outbox sends now, in the order in which the provider got it.</summary>
    public async Task<IReadOnlyList<SentMessage>> SentAsync()
    {
        while (await Services.GetRequiredService<SendOutbox>().SendDueAsync(CancellationToken.None) > 0) { }
        var sent = new List<SentMessage>();
        while (provider.Requests.TryDequeue(out var asked))
        {
            if (asked.Method != HttpMethods.Post)
                continue;
            var form = asked.Form;
            var to = form["To"];
            sent.Add(new(to.Replace("whatsapp:", "", StringComparison.Ordinal), !to.StartsWith("whatsapp:", StringComparison.Ordinal), form["Body"], form.GetValueOrDefault("MediaUrl")));
        }
        return sent;
    }

    /// <summary>What the audit finds, and what stands on each account of the first group.</summary>
    public async Task<(IReadOnlyList<string> Problems, IReadOnlyList<string> Balances)> LedgerAsync()
    {
        var problems = await Services.GetRequiredService<LedgerAudit>().CheckAsync(null, CancellationToken.None);
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select account_kind, account_number, amount_paise from balances order by group_id, account_kind, account_number",
            connection
        );
        await using var rows = await command.ExecuteReaderAsync();
        var balances = new List<string>();
        while (await rows.ReadAsync())
        {
            var account = new Core.Ledger.Account((Core.Ledger.AccountKind)Convert.ToInt32(rows[0], CultureInfo.InvariantCulture), rows.GetInt32(1));
            balances.Add($"{account} {new Core.Money(rows.GetInt64(2))}");
        }
        return (problems.Select(p => p.ToString()).ToList(), balances);
    }

    /// <summary>Rules as the groups of this run are to have them, in their stored form; how people change them is another conversation.</summary>
    public async Task ChangeRulesAsync(string json)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("UPDATE groups SET rules = (rules::jsonb || $1::jsonb)", connection);
        command.Parameters.AddWithValue(json);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (host, http) in bots)
        {
            http.Dispose();
            await host.DisposeAsync();
        }
        await provider.DisposeAsync();
        await database.DisposeAsync();
    }

    private static readonly string Keys = DataKeys.Create().ToSetting();

    private string[] Settings() =>
        [
            "--environment=Production",
            "--urls=http://127.0.0.1:0",
            $"--Bot:PublicUrl={PublicUrl}",
            $"--Bot:DataKeys={Keys}",
            "--Bot:Jobs=false",
            $"--ConnectionStrings:Bachat={database.ConnectionString}",
            $"--Twilio:AccountSid={AccountSid}",
            $"--Twilio:AuthToken={Token}",
            $"--Twilio:ApiUrl={provider.Url}",
            $"--Twilio:WhatsAppFrom={WhatsAppFrom}",
            $"--Twilio:SmsFrom={SmsFrom}",
            "--Bot:MessagesAMinute=100000",
            "--Logging:LogLevel:Default=Warning",
        ];

    private static Task MigrateAsync(string connectionString) =>
        PersistenceSetup.MigrateAsync(connectionString, CancellationToken.None);
}
