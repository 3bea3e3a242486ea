using System.Collections.Concurrent;
using System.Threading.Channels;
using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>What a person sends from a phone.</summary>
public sealed record Draft(PhoneChannel Channel, string Body)
{
    public IReadOnlyList<MessageMedia> Media { get; init; } = [];
    public Place? Place { get; init; }
    public Choice? Chosen { get; init; }
    public string? RepliesTo { get; init; }
}

/// <summary>What came of it: the message as it stands, and what the bot answered at once.</summary>
public sealed record Exchange(Message Sent, IReadOnlyList<Message> Answers);

/// <summary>
/// Carries what people send to the bot's webhook: of each phone one message at a time and in order, within 15 seconds, tried once
/// more under the same token when there was no answer. The TwiML in the answer goes back to the same phone.
/// </summary>
public sealed class InboundDelivery(PhoneBook phones, MessageLog log, WebhookClient webhooks, OutboundDelivery outbound, Faults faults, DevClock clock, EmulatorOptions options)
{
    private sealed record Waiting(string Sid, TaskCompletionSource<Exchange> Done);

    private readonly ConcurrentDictionary<string, Channel<Waiting>> queues = [];

    /// <summary>Null when too many messages of this phone wait already.</summary>
    public (Message Sent, Task<Exchange> Exchange)? Send(Phone phone, Draft draft)
    {
        var queue = queues.GetOrAdd(phone.Number, _ => Start());
        if (queue.Reader.Count >= Limits.WaitingPerPhone)
            return null;
        var bot = draft.Channel == PhoneChannel.WhatsApp ? options.WhatsAppFrom : options.SmsFrom;
        var sid = Sids.Message(draft.Media.Count > 0);
        var message = log.Add(order => new Message(sid, order, phone.Number, bot, draft.Channel, MessageDirection.Inbound, draft.Body, clock.Now)
        {
            Media = draft.Media,
            Place = draft.Place,
            Chosen = draft.Chosen,
            RepliesTo = draft.RepliesTo,
            Status = MessageStatus.Receiving,
        });
        var waiting = new Waiting(sid, new TaskCompletionSource<Exchange>(TaskCreationOptions.RunContinuationsAsynchronously));
        queue.Writer.TryWrite(waiting);
        return (message, waiting.Done.Task);
    }

    public void Forget(string number)
    {
        if (queues.TryRemove(number, out var queue))
            queue.Writer.Complete();
    }

    private Channel<Waiting> Start()
    {
        var queue = Channel.CreateBounded<Waiting>(Limits.WaitingPerPhone);
        _ = Task.Run(async () =>
        {
            await foreach (var waiting in queue.Reader.ReadAllAsync())
            {
                try
                {
                    waiting.Done.SetResult(await CarryAsync(waiting.Sid));
                }
                catch (Exception e)
                {
                    // The next message of this phone must still go; whoever waits for this one hears why it did not.
                    waiting.Done.SetException(e);
                }
            }
        });
        return queue;
    }

    private async Task<Exchange> CarryAsync(string sid)
    {
        var message = log.Find(sid)!;
        phones.Spoke(message.Phone, clock.Now);
        var answers = new List<Message>();
        if (message.Channel == PhoneChannel.Sms && CarrierAnswer(message) is { } text)
            answers.Add(text);
        var form = WebhookForm.Inbound(message, options.AccountSid, phones.Find(message.Phone)?.Name ?? message.Phone);
        var token = Sids.New("");
        var attempt = await webhooks.InboundAsync(form, token, CancellationToken.None);
        if (attempt.Failure is not null || faults.Take(Faults.DeliverTwice))
            attempt = await webhooks.InboundAsync(form, token, CancellationToken.None);
        var answer = Answer(attempt);
        var sent = log.Change(
            sid,
            found => found with
            {
                Status = MessageStatus.Received,
                UpdatedAt = clock.Now,
                ErrorCode = answer.ErrorCode,
                ErrorText = answer.ErrorText,
            }
        );
        answers.AddRange(answer.Messages.Select(reply => outbound.Accept(Reply(message, reply))));
        return new Exchange(sent ?? message, answers);
    }

    /// <summary>The answer to STOP goes out before the number is barred, the answer to START after it is free.</summary>
    private Message? CarrierAnswer(Message message)
    {
        Message Say(string text) => outbound.Accept(Reply(message, new TwimlMessage(text, [], null)));

        switch (Carrier.Of(message.Body))
        {
            case CarrierWord.Stop when !phones.IsOptedOut(message.Phone):
                var answer = Say(Carrier.StopAnswer);
                phones.SetOptedOut(message.Phone, true);
                return answer;
            case CarrierWord.Start when phones.IsOptedOut(message.Phone):
                phones.SetOptedOut(message.Phone, false);
                return Say(Carrier.StartAnswer);
            case CarrierWord.Help when !phones.IsOptedOut(message.Phone):
                return Say(Carrier.HelpAnswer);
            default:
                return null;
        }
    }

    private static TwimlAnswer Answer(WebhookAttempt attempt)
    {
        if (attempt.Failure is { } failure)
            return TwimlAnswer.Error(failure == "answer too large" ? 11750 : 11205, $"the bot did not answer: {failure}");
        if (!attempt.IsAcknowledged)
            return TwimlAnswer.Error(11200, $"the bot answered HTTP {attempt.HttpStatus}");
        var answer = TwimlAnswer.Read(attempt.ContentType, attempt.Text);
        return answer.Messages.FirstOrDefault(reply => reply.Body.Length > Limits.BodyLength) is { } tooLong
            ? TwimlAnswer.Error(21617, $"the bot's answer has {tooLong.Body.Length} characters, more than {Limits.BodyLength}")
            : answer;
    }

    private Outbound Reply(Message to, TwimlMessage reply) =>
        new(to.Phone, to.Channel, MessageDirection.OutboundReply, reply.Body, [.. reply.Media.Select(Absolute)])
        {
            StatusCallback = reply.StatusCallback is { } url ? Absolute(url) : null,
        };

    /// <summary>An address in TwiML may be relative to the webhook's own.</summary>
    private string Absolute(string url) => new Uri(new Uri(options.BotPublicUrl + WebhookClient.InboundPath), url).AbsoluteUri;
}
