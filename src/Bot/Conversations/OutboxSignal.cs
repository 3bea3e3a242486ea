namespace DiGiBachat.Bot.Conversations;

/// <summary>A turn has put messages into the outbox: whoever sends need not wait for its next look.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim waiting = new(0, 1);

    public void Wake()
    {
        try
        {
            waiting.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    /// <summary>Returns when there is something to send, or after <paramref name="atMost"/>.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => waiting.WaitAsync(atMost, cancellation);

    public void Dispose() => waiting.Dispose();
}
