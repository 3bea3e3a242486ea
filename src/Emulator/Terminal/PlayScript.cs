using System.Globalization;
using System.Text.RegularExpressions;
using DiGiBachat.Emulator.Page;
using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator.Terminal;

/// <summary>One line of a played script, with its number in the file.</summary>
public abstract record PlayStep(int Line, string Written);

public sealed record PhoneStep(int Line, string Written, string Number, string Name, PhoneChannel Channel) : PlayStep(Line, Written);

public sealed record SayStep(int Line, string Written, string Number, PhoneChannel Channel, string Text) : PlayStep(Line, Written);

public sealed record AwayStep(int Line, string Written, string Number) : PlayStep(Line, Written);

public sealed record ClockStep(int Line, string Written, ClockMove Move) : PlayStep(Line, Written);

/// <summary>Forward to the morning of the next such day of a month, so that a script does not depend on the day it is played.</summary>
public sealed record DayStep(int Line, string Written, int Day) : PlayStep(Line, Written)
{
    /// <summary>Every month has it.</summary>
    public const int LastDay = 28;

    private const int Hour = 10;

    public DateTimeOffset After(DateTimeOffset now)
    {
        var inThisMonth = new DateTimeOffset(now.Year, now.Month, Day, Hour, 0, 0, now.Offset);
        return inThisMonth > now ? inThisMonth : inThisMonth.AddMonths(1);
    }
}

/// <summary><paramref name="Number"/> is null for whoever spoke last.</summary>
public sealed record ExpectStep(int Line, string Written, string? Number, string Text) : PlayStep(Line, Written);

public sealed record CaptureStep(int Line, string Written, string Name, string Number, Regex Pattern) : PlayStep(Line, Written);

/// <summary>
/// A conversation to play: <c>phone +91… "Sunita" sms</c> (and <c>away +91…</c>, which takes it off the page again),
/// <c>+91… sms&gt; text</c>, <c>clock 2026-04-05T10:00:00+05:30</c> (or <c>clock next day</c>, <c>clock next month</c>, <c>clock to day 5</c>),
/// <c>expect "…"</c>, <c>expect +91… "…"</c>, <c>capture CODE from +91… /regex/</c>, <c># comment</c>. {CODE} in a later text stands for
/// what was captured.
/// </summary>
public static partial class PlayScript
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    /// <summary>The steps, or a sentence for each line that is not one.</summary>
    public static (IReadOnlyList<PlayStep> Steps, IReadOnlyList<string> Problems) Read(IEnumerable<string> lines)
    {
        var steps = new List<PlayStep>();
        var problems = new List<string>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var written = line.Trim();
            if (written.Length == 0 || written[0] == '#')
                continue;
            if (Step(number, written) is { } step)
                steps.Add(step);
            else
                problems.Add($"line {number}: \"{written}\" is not a line of a script.");
        }
        return (steps, problems);
    }

    private static PlayStep? Step(int line, string written)
    {
        if (Say().Match(written) is { Success: true } say)
            return new SayStep(line, written, say.Groups["number"].Value, Channel(say), say.Groups["text"].Value);
        if (Phone().Match(written) is { Success: true } phone)
            return new PhoneStep(line, written, phone.Groups["number"].Value, phone.Groups["name"].Value, Channel(phone));
        if (Away().Match(written) is { Success: true } away)
            return new AwayStep(line, written, away.Groups["number"].Value);
        if (Day().Match(written) is { Success: true } day && int.Parse(day.Groups["day"].Value, CultureInfo.InvariantCulture) is >= 1 and <= DayStep.LastDay and var on)
            return new DayStep(line, written, on);
        if (Expect().Match(written) is { Success: true } expect)
            return new ExpectStep(line, written, expect.Groups["number"] is { Success: true } of ? of.Value : null, expect.Groups["text"].Value);
        if (Capture().Match(written) is { Success: true } capture && Pattern(capture.Groups["pattern"].Value) is { } pattern)
            return new CaptureStep(line, written, capture.Groups["name"].Value, capture.Groups["number"].Value, pattern);
        return Clock().Match(written) is { Success: true } clock && Move(clock.Groups["to"].Value) is { } move ? new ClockStep(line, written, move) : null;
    }

    private static ClockMove? Move(string to) =>
        to switch
        {
            "next day" => new ClockMove(null, "day"),
            "next month" => new ClockMove(null, "month"),
            _ => DateTimeOffset.TryParseExact(to, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                ? new ClockMove(at, null)
                : null,
        };

    private static Regex? Pattern(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline, PatternTime);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static PhoneChannel Channel(Match match) => match.Groups["channel"].Value == "sms" ? PhoneChannel.Sms : PhoneChannel.WhatsApp;

    [GeneratedRegex("^(?<number>\\+[0-9]+)\\s+(?<channel>sms|whatsapp)>\\s*(?<text>.+)$")]
    private static partial Regex Say();

    [GeneratedRegex("^phone\\s+(?<number>\\+[0-9]+)\\s+\"(?<name>[^\"]+)\"\\s+(?<channel>sms|whatsapp)$")]
    private static partial Regex Phone();

    [GeneratedRegex("^away\\s+(?<number>\\+[0-9]+)$")]
    private static partial Regex Away();

    [GeneratedRegex("^clock\\s+to\\s+day\\s+(?<day>[0-9]{1,2})$")]
    private static partial Regex Day();

    [GeneratedRegex("^expect\\s+((?<number>\\+[0-9]+)\\s+)?\"(?<text>.+)\"$")]
    private static partial Regex Expect();

    [GeneratedRegex("^capture\\s+(?<name>[A-Z][A-Z0-9_]*)\\s+from\\s+(?<number>\\+[0-9]+)\\s+/(?<pattern>.+)/$")]
    private static partial Regex Capture();

    [GeneratedRegex("^clock\\s+(?<to>.+)$")]
    private static partial Regex Clock();
}
