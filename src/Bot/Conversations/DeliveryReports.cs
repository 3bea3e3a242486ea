using System.Globalization;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Conversations;

/// <summary>Keeps how far a message came; the highest rank wins.</summary>
internal sealed class DeliveryReports(Outbox outbox) : IDeliveryReports
{
    public Task ReportAsync(DeliveryReport report, CancellationToken cancellation)
    {
        var code = report.Failure is SendOutcome.Failed failed ? failed.Code.ToString(CultureInfo.InvariantCulture) : null;
        return outbox.ReportAsync(report.ProviderId, (short)report.Status, code, cancellation);
    }
}
