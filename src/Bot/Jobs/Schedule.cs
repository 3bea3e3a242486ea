using Hangfire;

namespace DiGiBachat.Bot.Jobs;

/// <summary>Every recurring job, on one page. Days are days in India.</summary>
internal static class Schedule
{
    private static readonly RecurringJobOptions InIndia = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata") };

    /// <summary>After the quiet hours, which end at eight.</summary>
    public const string DailyRoundAt = "5 8 * * *";

    /// <summary>Messages that reached the provider while we were down.</summary>
    public const string SweepAt = "*/5 * * * *";

    public static void Register(IRecurringJobManager jobs)
    {
        jobs.AddOrUpdate<DailyRound>("daily-round", job => job.RunAsync(CancellationToken.None), DailyRoundAt, InIndia);
        jobs.AddOrUpdate<SweepInbound>("sweep-inbound", job => job.RunAsync(CancellationToken.None), SweepAt, InIndia);
    }
}
