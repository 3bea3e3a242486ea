namespace DiGiBachat.Emulator;

/// <summary>The time the bot lives in: real time plus however far its development clock was moved.</summary>
public sealed class DevClock(TimeProvider time)
{
    private long aheadTicks;

    public DateTimeOffset Now => time.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref aheadTicks));

    public void Follow(DateTimeOffset botNow) => Interlocked.Exchange(ref aheadTicks, (botNow - time.GetUtcNow()).Ticks);
}
