using System.Threading.Channels;
using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>A message that is to go its way, or one that was read.</summary>
public sealed record DeliveryStep(string Sid, int? ErrorCode, bool IsRead = false);

/// <summary>Takes each message from queued to sent and delivered (or to its error), and tells the bot's status callback of every step.</summary>
public sealed class DeliveryProgress(MessageLog log, WebhookClient webhooks, MediaFetch media, DevClock clock, EmulatorOptions options)
    : BackgroundService
{
    private readonly Channel<DeliveryStep> steps = Channel.CreateBounded<DeliveryStep>(
        new BoundedChannelOptions(Limits.WaitingCallbacks) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Enqueue(DeliveryStep step) => steps.Writer.TryWrite(step);

    /// <summary>The person looked at the phone: what WhatsApp delivered there is read.</summary>
    public void MarkRead(string number)
    {
        foreach (var message in log.Thread(number))
            if (message is { FromPerson: false, Channel: PhoneChannel.WhatsApp, Status: MessageStatus.Delivered })
                Enqueue(new DeliveryStep(message.Sid, null, IsRead: true));
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(
            steps.Reader.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = Limits.CallbackSenders, CancellationToken = stoppingToken },
            async (step, stop) => await TakeAsync(step, stop)
        );

    private async Task TakeAsync(DeliveryStep step, CancellationToken stop)
    {
        if (log.Find(step.Sid) is not { } message)
            return;
        if (step.IsRead)
        {
            await MoveAsync(message, MessageStatus.Read, null, stop);
            return;
        }
        var error = step.ErrorCode;
        if (error is null && message.Media.Count > 0)
            error = await LookAtMediaAsync(message, stop);
        if (error is { } code)
        {
            await MoveAsync(message, code == TwilioErrors.OutsideWindow ? MessageStatus.Failed : MessageStatus.Undelivered, code, stop);
            return;
        }
        await MoveAsync(message, MessageStatus.Sent, null, stop);
        await MoveAsync(message, MessageStatus.Delivered, null, stop);
    }

    private async Task<int?> LookAtMediaAsync(Message message, CancellationToken stop)
    {
        var looked = new List<MessageMedia>();
        foreach (var item in message.Media)
        {
            var (type, problem) = await media.TypeOfAsync(item.Url, stop);
            if (type is null)
            {
                log.Change(message.Sid, found => found with { ErrorText = problem });
                return 63019;
            }
            looked.Add(item with { ContentType = type });
        }
        log.Change(message.Sid, found => found with { Media = looked });
        return null;
    }

    private async Task MoveAsync(Message message, MessageStatus status, int? error, CancellationToken stop)
    {
        var moved = log.Change(
            message.Sid,
            found =>
                found.Status >= status
                    ? found
                    : found with
                    {
                        Status = status,
                        UpdatedAt = clock.Now,
                        ErrorCode = error ?? found.ErrorCode,
                        ErrorText = error is { } code ? found.ErrorText ?? TwilioErrors.Words(code) : found.ErrorText,
                    }
        );
        if (moved?.StatusCallback is not { } url)
            return;
        var form = WebhookForm.Status(moved, status, options.AccountSid);
        var token = Sids.New("");
        var attempt = await webhooks.PostAsync(url, form, token, stop);
        if (attempt.Failure is not null)
            await webhooks.PostAsync(url, form, token, stop);
    }
}
