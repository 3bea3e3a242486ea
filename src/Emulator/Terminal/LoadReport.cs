using System.Globalization;
using System.Text;
using DiGiBachat.Emulator.Twilio;

namespace DiGiBachat.Emulator.Terminal;

/// <summary>Counts of a load run. Every latency is kept, so the percentiles are exact.</summary>
public sealed class LoadReport
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, int> errors = new(StringComparer.Ordinal);
    private readonly List<double> latencies = [];
    private int sent;
    private int withheld;
    private int answers;
    private int retried;
    private int givenUp;

    /// <summary>Every message was sent and acknowledged with an answer that can be read.</summary>
    public bool IsClean
    {
        get
        {
            lock (gate)
                return withheld == 0 && latencies.Count == sent && !errors.Keys.Any(kind => kind.StartsWith("twiml", StringComparison.Ordinal));
        }
    }

    /// <summary>Counts a message that falls due; false when so many are waiting that it is not sent.</summary>
    public bool Due(int mostWaiting)
    {
        lock (gate)
        {
            var isTaken = sent - latencies.Count - givenUp < mostWaiting;
            if (isTaken)
                sent++;
            else
                withheld++;
            return isTaken;
        }
    }

    public void Acknowledged(TimeSpan latency, int attempts, TwimlAnswer answer)
    {
        lock (gate)
        {
            latencies.Add(latency.TotalMilliseconds);
            answers += answer.Messages.Count;
            retried += attempts > 1 ? 1 : 0;
        }
        if (answer.ErrorCode is { } code)
            Failed(FormattableString.Invariant($"twiml {code}"));
    }

    public void Failed(string kind)
    {
        lock (gate)
            errors[kind] = errors.GetValueOrDefault(kind) + 1;
    }

    public void GivenUp()
    {
        lock (gate)
            givenUp++;
    }

    public string Line()
    {
        lock (gate)
            return $"  {sent} due, {latencies.Count} acknowledged, {sent - latencies.Count - givenUp} waiting, {errors.Values.Sum()} failed attempts";
    }

    public string Summary(TimeSpan took)
    {
        lock (gate)
        {
            latencies.Sort();
            var text = new StringBuilder();
            void Say(string name, string value) => text.AppendLine(CultureInfo.InvariantCulture, $"{name, -16}{value}");
            Say("sent", Text(sent));
            Say("acknowledged", $"{latencies.Count} ({string.Create(CultureInfo.InvariantCulture, $"{latencies.Count / took.TotalSeconds:0.0}")} a second)");
            Say("answers", Text(answers));
            Say("retried", Text(retried));
            Say("unacknowledged", Text(sent - latencies.Count));
            Say("withheld", Text(withheld));
            Say("errors", errors.Count == 0 ? "none" : string.Join(", ", errors.Select(error => $"{error.Key}: {error.Value}")));
            Say("latency ms", $"p50 {At(0.50)}  p95 {At(0.95)}  p99 {At(0.99)}  max {At(1)}");
            return text.ToString();
        }
    }

    private string At(double share) =>
        latencies.Count == 0 ? "-" : latencies[Math.Max(0, (int)Math.Ceiling(share * latencies.Count) - 1)].ToString("0.0", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
