using System.Diagnostics.Metrics;

namespace DiGiBachat.Bot.Operations;

/// <summary>Every figure the bot counts about itself; none has a person, a group or a text in it.</summary>
public sealed class BachatMetrics
{
    public const string MeterName = "DiGiBachat.Bot";
    private readonly Counter<long> signatureFailures;
    private readonly Counter<long> refusedRequests;
    private readonly Counter<long> inboundMessages;
    private readonly Counter<long> rateLimited;
    private readonly Counter<long> apologies;
    private readonly Counter<long> sends;
    private readonly Counter<long> deliveries;
    private readonly Histogram<double> turns;

    public BachatMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        signatureFailures = meter.CreateCounter<long>("bachat.signature_failures", "{request}");
        refusedRequests = meter.CreateCounter<long>("bachat.refused_requests", "{request}");
        inboundMessages = meter.CreateCounter<long>("bachat.inbound_messages", "{message}");
        rateLimited = meter.CreateCounter<long>("bachat.rate_limited", "{message}");
        apologies = meter.CreateCounter<long>("bachat.apologies", "{message}");
        sends = meter.CreateCounter<long>("bachat.sends", "{message}");
        deliveries = meter.CreateCounter<long>("bachat.delivery_reports", "{report}");
        turns = meter.CreateHistogram<double>("bachat.turns", "ms");
    }

    public void SignatureFailed(string endpoint) => signatureFailures.Add(1, Tag("endpoint", endpoint));

    public void RequestRefused(string endpoint, string reason) =>
        refusedRequests.Add(1, Tag("endpoint", endpoint), Tag("reason", reason));

    public void MessageCameIn(string channel) => inboundMessages.Add(1, Tag("channel", channel));

    public void SenderWasTooFast() => rateLimited.Add(1);

    public void Apologised(string reason) => apologies.Add(1, Tag("reason", reason));

    public void Sent(string channel, string outcome) => sends.Add(1, Tag("channel", channel), Tag("outcome", outcome));

    public void DeliveryReported(string status) => deliveries.Add(1, Tag("status", status));

    /// <summary>One turn, from the checked message to its answer.</summary>
    public void TurnHeld(string channel, TimeSpan took) => turns.Record(took.TotalMilliseconds, Tag("channel", channel));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
