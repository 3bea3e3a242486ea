using System.Text.Encodings.Web;
using System.Text.Json;
using DiGiBachat.Emulator.Phones;
using DiGiBachat.Emulator.Twilio;

namespace DiGiBachat.Emulator.Terminal;

/// <summary>
/// Many people at once, straight at the bot's webhook. Messages are due at a fixed rate whatever the bot does (an open loop), and
/// latency counts from when a message was due, so that a bot that stalls cannot hide it. Of one sender one message at a time; one that
/// was not acknowledged is sent again under the same id, as Twilio's sweep and retries do, until it is or its time is over.
/// </summary>
public sealed class Load(LoadOptions load, EmulatorOptions options, WebhookClient webhooks, TextWriter? log, TimeProvider time)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly LoadReport report = new();
    private readonly Lock logGate = new();

    public async Task<int> RunAsync(CancellationToken stop)
    {
        Console.WriteLine($"{load.Rate} messages a second for {load.Seconds} seconds from {load.Senders} phones to {options.BotUrl}{WebhookClient.InboundPath}");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var reporting = ReportAsync(ended.Token);
        var started = time.GetTimestamp();
        try
        {
            await SendAllAsync(started, stop);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("Stopped before the end; what follows is what there was.");
        }
        await ended.CancelAsync();
        await reporting;
        Console.Write(report.Summary(time.GetElapsedTime(started)));
        return report.IsClean ? 0 : 1;
    }

    private async Task SendAllAsync(long started, CancellationToken stop)
    {
        var chains = new Task[load.Senders];
        Array.Fill(chains, Task.CompletedTask);
        for (var n = 0; n < load.Rate * load.Seconds; n++)
        {
            var dueAfter = TimeSpan.FromSeconds((double)n / load.Rate);
            var early = dueAfter - time.GetElapsedTime(started);
            if (early > TimeSpan.FromMilliseconds(1))
                await Task.Delay(early, time, stop);
            if (!report.Due(Limits.LoadBacklog))
                continue;
            var (sender, turn) = (n % load.Senders, n / load.Senders);
            chains[sender] = ThenAsync(chains[sender], sender, turn, started, dueAfter, stop);
        }
        await Task.WhenAll(chains);
    }

    private async Task ThenAsync(Task before, int sender, int turn, long started, TimeSpan dueAfter, CancellationToken stop)
    {
        await before;
        var sid = Sids.Message(hasMedia: false);
        var number = load.NumberOf(sender);
        var bot = load.Channel == PhoneChannel.WhatsApp ? options.WhatsAppFrom : options.SmsFrom;
        var message = new Message(sid, 0, number, bot, load.Channel, MessageDirection.Inbound, load.TextOf(sender, turn), time.GetUtcNow());
        var form = WebhookForm.Inbound(message, options.AccountSid, $"Sender {sender + 1}");
        var token = Sids.New("");
        var pause = FirstPause;
        for (var attempts = 1; ; attempts++)
        {
            var attempt = await webhooks.InboundAsync(form, token, stop);
            var sinceDue = time.GetElapsedTime(started) - dueAfter;
            if (attempt.IsAcknowledged)
            {
                var answer = TwimlAnswer.Read(attempt.ContentType, attempt.Text);
                report.Acknowledged(sinceDue, attempts, answer);
                Write(message, attempts, sinceDue, answer);
                return;
            }
            report.Failed(attempt.Kind);
            var isRefused = attempt.HttpStatus is >= 400 and < 500 and not 429;
            if (isRefused || sinceDue > Limits.LoadRetryTime)
            {
                report.GivenUp();
                return;
            }
            await Task.Delay(pause, time, stop);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private void Write(Message message, int attempts, TimeSpan latency, TwimlAnswer answer)
    {
        if (log is null)
            return;
        var line = JsonSerializer.Serialize(
            new
            {
                sid = message.Sid,
                from = message.From,
                body = message.Body,
                answers = answer.Messages.Select(reply => reply.Body),
                attempts,
                ms = Math.Round(latency.TotalMilliseconds, 1),
            },
            Plain
        );
        lock (logGate)
            log.WriteLine(line);
    }

    private async Task ReportAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(ReportEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                Console.WriteLine(report.Line());
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
