namespace DiGiBachat.Bot.Channels;

/// <summary>
/// Lets one sender's messages through one after the other; different senders do not wait for each other. The conversation's version
/// in the database guards the same thing between several instances.
/// </summary>
public sealed class OneAtATime
{
    /// <summary>So many messages of one sender wait at most, beside the one being handled; the next is turned away.</summary>
    public const int MaxWaiting = 8;

    private readonly Dictionary<string, Lane> lanes = [];
    private readonly Lock gate = new();

    /// <summary>Waits for the sender's turn; null when too many wait already. Dispose to let the next one in.</summary>
    public async Task<IDisposable?> EnterAsync(string sender, CancellationToken cancellation)
    {
        Lane? lane;
        lock (gate)
        {
            if (!lanes.TryGetValue(sender, out lane))
                lanes[sender] = lane = new Lane();
            if (lane.Inside > MaxWaiting)
                return null;
            lane.Inside++;
        }
        try
        {
            await lane.Door.WaitAsync(cancellation);
            return new Ticket(this, sender, lane);
        }
        catch (OperationCanceledException)
        {
            Leave(sender, lane);
            throw;
        }
    }

    /// <summary>How many senders are being handled or waited for.</summary>
    public int Senders
    {
        get
        {
            lock (gate)
                return lanes.Count;
        }
    }

    private void Leave(string sender, Lane lane)
    {
        lock (gate)
        {
            if (--lane.Inside == 0)
                lanes.Remove(sender);
        }
    }

    private sealed class Lane
    {
        public SemaphoreSlim Door { get; } = new(1, 1);

        public int Inside { get; set; }
    }

    private sealed class Ticket(OneAtATime owner, string sender, Lane lane) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 1)
                return;
            lane.Door.Release();
            owner.Leave(sender, lane);
        }
    }
}
