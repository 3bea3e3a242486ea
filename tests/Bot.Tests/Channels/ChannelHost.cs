using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using System.Text;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Channels.HttpSms;
using DiGiBachat.Bot.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DiGiBachat.Bot.Tests.Channels;

/// <summary>The channels in a real web server on a free port of this machine, with a receiver that the test writes.</summary>
internal sealed class ChannelHost : IAsyncDisposable, IMessageReceiver, IDeliveryReports, ILoggerProvider, ILogger
{
    public const string PublicUrl = "https://bachat.test";
    public const string AccountSid = "AC00000000000000000000000000000000";
    public const string Token = "0123456789abcdef0123456789abcdef";
    public const string SmsSecret = "a secret of the gateway";
    public const string WhatsAppFrom = "whatsapp:+14155238886";
    public const string SmsFrom = "+15005550006";
    private readonly WebApplication app;
    private readonly MeterListener listener = new();

    private ChannelHost(string? api, bool gateway, int messagesAMinute)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(this);
        var options = new BotOptions(
            new Uri(PublicUrl),
            DiGiBachat.Persistence.Protection.DataKeys.Create(),
            new TwilioOptions(AccountSid, Token, null, new Uri(api ?? "http://127.0.0.1:1"), WhatsAppFrom, SmsFrom),
            gateway ? new SmsOptions(new Uri((api ?? "http://127.0.0.1:1") + "/gateway"), SmsSecret, AnswersInResponse: false) : null,
            null,
            messagesAMinute
        );
        builder.Services.AddSingleton<IMessageReceiver>(this).AddSingleton<IDeliveryReports>(this);
        builder.Services.AddSingleton(new ChannelTexts(_ => new("sorry"), _ => new("slowly please")));
        builder.Services.AddChannels(options);
        app = builder.Build();
        app.MapChannels(options);
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == BachatMetrics.MeterName && instrument.Meter.Scope == meters)
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Counted.AddOrUpdate(instrument.Name, value, (_, n) => n + value));
        listener.Start();
    }

    public ConcurrentQueue<InboundMessage> Received { get; } = new();
    public ConcurrentQueue<DeliveryReport> Reports { get; } = new();
    public ConcurrentQueue<string> Logged { get; } = new();
    public ConcurrentDictionary<string, long> Counted { get; } = new();
    public Func<InboundMessage, CancellationToken, Task<IReadOnlyList<OutboundMessage>>> Answer { get; set; } =
        (_, _) => Task.FromResult<IReadOnlyList<OutboundMessage>>([]);
    public Func<DeliveryReport, Task> Take { get; set; } = _ => Task.CompletedTask;
    public HttpClient Http { get; private set; } = null!;
    public IServiceProvider Services => app.Services;

    public static async Task<ChannelHost> StartAsync(string? api = null, bool gateway = false, int messagesAMinute = 1000)
    {
        var host = new ChannelHost(api, gateway, messagesAMinute);
        await host.app.StartAsync();
        host.Http = new HttpClient { BaseAddress = new Uri(host.app.Urls.Single()) };
        return host;
    }

    public void AnswerWith(params OutboundMessage[] replies) => Answer = (_, _) => Task.FromResult<IReadOnlyList<OutboundMessage>>(replies);

    /// <summary>Posts fields as Twilio would, signed for the public address.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostRawAsync(path, [.. fields.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Value)))]);

    public Task<HttpResponseMessage> PostRawAsync(string path, params (string Name, byte[] Value)[] fields)
    {
        var body = string.Join('&', fields.Select(f => $"{f.Name}={string.Concat(f.Value.Select(b => $"%{b:X2}"))}"));
        return PostBodyAsync(path, body, Sign.Raw(Token, PublicUrl + path, fields));
    }

    public async Task<HttpResponseMessage> PostBodyAsync(string path, string body, string? signature)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (signature is not null)
            request.Headers.Add("X-Twilio-Signature", signature);
        return await Http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> PostToGatewayAsync(string body, string type = "application/json", string? signature = null)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, SmsWebhook.InboundPath) { Content = content };
        request.Headers.Add(SmsSignature.Header, signature ?? SmsSignature.Of(SmsSecret, Encoding.UTF8.GetBytes(body)));
        return await Http.SendAsync(request);
    }

    public static (string, string)[] Sms(string body, string sid = "SM00000000000000000000000000000001", string from = "+919800000001") =>
        [("MessageSid", sid), ("AccountSid", AccountSid), ("From", from), ("To", SmsFrom), ("Body", body), ("NumMedia", "0")];

    public async Task<IReadOnlyList<OutboundMessage>> ReceiveAsync(InboundMessage message, CancellationToken cancellation)
    {
        Received.Enqueue(message);
        return await Answer(message, cancellation);
    }

    public async Task ReportAsync(DeliveryReport report, CancellationToken cancellation)
    {
        Reports.Enqueue(report);
        await Take(report);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Logged.Enqueue(formatter(state, exception) + exception);
    }

    public void Dispose() { }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        listener.Dispose();
    }
}
