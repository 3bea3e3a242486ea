using System.Globalization;

namespace DiGiBachat.Bot.Operations;

/// <summary>
/// The clock of the bot. In Development it can be moved forward, for demonstrations and tests; where it stands is kept, so that a
/// restart does not go back to before what was booked. In Production it is the machine's.
/// </summary>
internal sealed class BotClock : TimeProvider
{
    private readonly string? file;
    private long aheadTicks;

    private BotClock(string? file) => this.file = file;

    public static BotClock Real() => new(null);

    /// <summary>A clock that can be moved and remembers it in <paramref name="file"/>.</summary>
    public static BotClock Movable(string file)
    {
        var clock = new BotClock(file);
        if (File.Exists(file) && long.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
            clock.aheadTicks = ticks;
        return clock;
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref aheadTicks));

    /// <summary>False when <paramref name="to"/> is before now: the clock goes forward only.</summary>
    public bool TryMoveTo(DateTimeOffset to)
    {
        var ahead = (to - base.GetUtcNow()).Ticks;
        if (file is null || ahead < Interlocked.Read(ref aheadTicks))
            return false;
        Interlocked.Exchange(ref aheadTicks, ahead);
        File.WriteAllText(file, ahead.ToString(CultureInfo.InvariantCulture));
        return true;
    }
}
