using System.Text.RegularExpressions;
using DiGiBachat.Emulator.Page;

namespace DiGiBachat.Emulator.Terminal;

/// <summary>Plays a script into a running emulator, line by line, and stops at the first line that does not come out as written.</summary>
public sealed partial class Play(EmulatorClient emulator, IReadOnlyList<PlayStep> steps, TimeProvider time)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, string> captured = [];

    /// <summary>Of each phone, the order from which an expectation looks: its last message, or the last one that was as expected.</summary>
    private readonly Dictionary<string, long> looksFrom = [];
    private string? lastSpeaker;
    private int said;
    private int answers;

    public async Task<int> RunAsync(CancellationToken stop)
    {
        foreach (var step in steps)
        {
            Console.WriteLine($"{step.Line, 5}  {step.Written}");
            try
            {
                await TakeAsync(step, stop);
            }
            catch (CommandException e)
            {
                await Console.Error.WriteLineAsync($"Stopped at line {step.Line}: {step.Written}\n  {e.Message}");
                return 1;
            }
        }
        Console.WriteLine($"Played {steps.Count} lines: {said} messages, {answers} answers.");
        return 0;
    }

    private Task TakeAsync(PlayStep step, CancellationToken stop) =>
        step switch
        {
            PhoneStep phone => PutPhoneAsync(phone, stop),
            SayStep say => SayAsync(say, stop),
            AwayStep away => emulator.RemoveAsync(away.Number, stop),
            DayStep day => MoveToDayAsync(day, stop),
            ClockStep clock => emulator.MoveClockAsync(clock.Move, stop),
            ExpectStep expect => ExpectAsync(expect, stop),
            CaptureStep capture => CaptureAsync(capture, stop),
            _ => throw new InvalidOperationException($"A step of an unknown kind: {step}"),
        };

    private async Task PutPhoneAsync(PhoneStep step, CancellationToken stop)
    {
        var phone = await emulator.PhoneAsync(step.Number, step.Name, step.Channel, stop);
        if (phone.Channel != step.Channel || phone.Name != step.Name)
            throw new CommandException($"{step.Number} is on the page already, as {phone.Name}'s {phone.Channel} phone.");
    }

    private async Task MoveToDayAsync(DayStep step, CancellationToken stop)
    {
        var now = (await emulator.ClockAsync(stop)).Now;
        await emulator.MoveClockAsync(new ClockMove(step.After(now), null), stop);
    }

    private async Task SayAsync(SayStep step, CancellationToken stop)
    {
        var exchange = await emulator.SayAsync(step.Number, step.Channel, Fill(step.Text), stop);
        if (exchange.Message.ErrorText is { } trouble)
            throw new CommandException($"No answer: {trouble} ({exchange.Message.ErrorCode}).");
        lastSpeaker = step.Number;
        looksFrom[step.Number] = exchange.Message.Order;
        said++;
        answers += exchange.Answers.Count;
        foreach (var answer in exchange.Answers)
            Console.WriteLine($"         < {answer.Body.ReplaceLineEndings("\n           ")}");
    }

    private async Task ExpectAsync(ExpectStep step, CancellationToken stop)
    {
        var number = step.Number ?? lastSpeaker ?? throw new CommandException("Nobody has spoken yet.");
        var text = Fill(step.Text);
        var from = looksFrom.GetValueOrDefault(number);
        var found = await FindAsync(number, from, messages => messages.FirstOrDefault(message => message.Body.Contains(text, StringComparison.Ordinal)), stop);
        looksFrom[number] = (found ?? throw await MissingAsync($"\"{text}\"", number, from, stop)).Order - 1;
    }

    private async Task CaptureAsync(CaptureStep step, CancellationToken stop)
    {
        var found = await FindAsync(
            step.Number,
            0,
            messages => messages.Select(message => step.Pattern.Match(message.Body)).LastOrDefault(match => match.Success),
            stop
        );
        if (found is null)
            throw await MissingAsync($"/{step.Pattern}/", step.Number, 0, stop);
        captured[step.Name] = found.Groups.Count > 1 ? found.Groups[1].Value : found.Value;
        Console.WriteLine($"         {step.Name} = {captured[step.Name]}");
    }

    /// <summary>Notifications come by themselves, so what is not there yet is waited for.</summary>
    private async Task<T?> FindAsync<T>(string number, long after, Func<IEnumerable<MessageView>, T?> find, CancellationToken stop)
        where T : class
    {
        var started = time.GetTimestamp();
        while (true)
        {
            if (find(await ArrivedAsync(number, after, stop)) is { } found)
                return found;
            if (time.GetElapsedTime(started) > Limits.AnswerTime)
                return null;
            await Task.Delay(LookEvery, time, stop);
        }
    }

    private async Task<IReadOnlyList<MessageView>> ArrivedAsync(string number, long after, CancellationToken stop) =>
        [.. (await emulator.ThreadAsync(number, after, stop)).Where(message => !message.FromPerson && message.ErrorCode is null)];

    private async Task<CommandException> MissingAsync(string what, string number, long after, CancellationToken stop)
    {
        var arrived = await ArrivedAsync(number, after, stop);
        var instead = arrived.Count == 0 ? "nothing arrived" : $"the last message there is \"{arrived[^1].Body}\"";
        return new CommandException($"{what} did not come to {number} within {Limits.AnswerTime.TotalSeconds:0} seconds; {instead}.");
    }

    private string Fill(string text) =>
        Variable()
            .Replace(text, name => captured.GetValueOrDefault(name.Groups[1].Value) ?? throw new CommandException($"{name.Value} was not captured before this line."));

    [GeneratedRegex(@"\{([A-Z][A-Z0-9_]*)\}")]
    private static partial Regex Variable();
}
