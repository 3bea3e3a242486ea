namespace DiGiBachat.Core;

/// <summary>Who acts, and when. Member is null for a person who is not (yet) in the group, and for the calendar's own jobs.</summary>
/// <param name="Person">Null for jobs.</param>
/// <param name="Member">Her number in the group.</param>
/// <param name="At">The instant of the turn; the day is taken in Asia/Kolkata.</param>
public sealed record Actor(PersonId? Person, MemberNumber? Member, DateTimeOffset At)
{
    /// <summary>The day in India at which this happens.</summary>
    public DateOnly Today => IndianTime.DayOf(At);

    /// <summary>The calendar itself: opens periods, accrues interest, lets payments expire.</summary>
    public static Actor Calendar(DateTimeOffset at) => new(null, null, at);
}

/// <summary>Days are days in Asia/Kolkata, which is UTC+05:30 all year.</summary>
public static class IndianTime
{
    public static readonly TimeSpan Offset = new(5, 30, 0);

    /// <summary>The day in India at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>The first instant of a day in India.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
