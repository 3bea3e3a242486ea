using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Jobs;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Conversations;

/// <summary>Keeps how far a message came, the highest rank wins; and does what a failure asks for, as if it had been told at sending.</summary>
internal sealed class DeliveryReports(Outbox outbox, Unreachable unreachable) : IDeliveryReports
{
    /// <summary>What a carrier says of one delivery (the handset is off, the text was filtered) says nothing of the next.</summary>
    private static bool IsOfOneDelivery(int code) => code is >= 30_000 and < 31_000;

    public async Task ReportAsync(DeliveryReport report, CancellationToken cancellation)
    {
        var failed = report.Failure as SendOutcome.Failed;
        Guid? id = Guid.TryParseExact(report.Reference, "N", out var ours) ? ours : null;
        var code = failed is null ? null : SendOutbox.Code(failed.Code);
        var about = await outbox.ReportAsync(new(report.ProviderId, id, (short)report.Status, code), cancellation);
        if (failed is null || IsOfOneDelivery(failed.Code))
            return;
        if (about is { Channel: { } channel } && about.Rank == (short)report.Status)
            await unreachable.FollowAsync(new(about.Id, about.Person, about.Group, (ChannelKind)channel), failed, cancellation);
    }
}
