using DiGiBachat.Bot.Operations;

namespace DiGiBachat.Bot.Jobs;

/// <summary>
/// What came while the bot was down is answered as soon as it is up, not at the calendar's next sweep. It runs beside the webhooks:
/// whoever writes now does not wait for it.
/// </summary>
internal sealed partial class SweepAtStart(SweepInbound sweep, IHostApplicationLifetime lifetime, ILogger<SweepAtStart> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var up = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            await sweep.RunAsync(stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            SweepFailed(LogRedaction.Describe(failure));
        }
    }

    [LoggerMessage(LogLevel.Error, "The sweep at the start failed, the next follows by the calendar: {Failure}")]
    private partial void SweepFailed(string failure);
}
