using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace DiGiBachat.Emulator.Page;

/// <summary>What changes is told to every open page and terminal. A listener that cannot keep up is let go; it comes back and reads the state anew.</summary>
public sealed class LiveEvents
{
    private readonly Lock gate = new();
    private readonly List<Channel<SseItem<object>>> listeners = [];

    public void Publish(string kind, object data)
    {
        lock (gate)
            listeners.RemoveAll(listener => !listener.Writer.TryWrite(new SseItem<object>(data, kind)) && listener.Writer.TryComplete());
    }

    /// <summary>The events from now on, or nothing when too many listen already.</summary>
    public IAsyncEnumerable<SseItem<object>>? Listen(CancellationToken stop)
    {
        var listener = Channel.CreateBounded<SseItem<object>>(Limits.WaitingEvents);
        lock (gate)
        {
            if (listeners.Count >= Limits.Listeners)
                return null;
            listeners.Add(listener);
        }
        listener.Writer.TryWrite(new SseItem<object>(new { }, "hello"));
        return Follow(listener, stop);
    }

    private async IAsyncEnumerable<SseItem<object>> Follow(Channel<SseItem<object>> listener, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var ending = stop.Register(() => listener.Writer.TryComplete());
        try
        {
            await foreach (var item in listener.Reader.ReadAllAsync(CancellationToken.None))
                yield return item;
        }
        finally
        {
            lock (gate)
                listeners.Remove(listener);
        }
    }
}
