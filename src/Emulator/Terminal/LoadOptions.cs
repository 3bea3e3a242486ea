using System.Globalization;
using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator.Terminal;

/// <summary>A load run as asked for. The opening is said once by each sender, the round again and again after it.</summary>
public sealed record LoadOptions(int Senders, int Rate, int Seconds, PhoneChannel Channel, long FirstNumber, string? LogFile)
{
    public const string ScriptDivider = "---";

    public required IReadOnlyList<string> Opening { get; init; }
    public required IReadOnlyList<string> Round { get; init; }

    public static readonly string[] Options = ["--senders", "--rate", "--seconds", "--script", "--log", "--first"];
    public static readonly string[] Switches = ["--whatsapp", "--force"];

    private const string FirstNumberByDefault = "+919900000001";
    private static readonly string[] UsualRound = ["hi", "help", "balance", "emi 10000 12"];

    public static LoadOptions Read(Arguments arguments)
    {
        arguments.NoValues();
        var senders = arguments.Number("--senders", 1, Limits.LoadSenders);
        var rate = arguments.Number("--rate", 1, Limits.LoadRate);
        var seconds = arguments.Number("--seconds", 1, Limits.LoadSeconds);
        if ((long)rate * seconds > Limits.LoadMessages)
            throw new CommandException($"{(long)rate * seconds} messages are more than the {Limits.LoadMessages} one run keeps count of.");
        var first = arguments.Option("--first") ?? FirstNumberByDefault;
        if (!PhoneNumbers.IsE164(first))
            throw new CommandException($"--first is \"{first}\"; it must be a number such as {FirstNumberByDefault}.");
        var (opening, round) = Script(arguments.Option("--script"));
        return new LoadOptions(
            senders,
            rate,
            seconds,
            arguments.Has("--whatsapp") ? PhoneChannel.WhatsApp : PhoneChannel.Sms,
            long.Parse(first[1..], CultureInfo.InvariantCulture),
            arguments.Option("--log")
        )
        {
            Opening = opening,
            Round = round,
        };
    }

    public string NumberOf(int sender) => string.Create(CultureInfo.InvariantCulture, $"+{FirstNumber + sender}");

    /// <summary>What a sender says as her nth message; {n} in it is her number among the senders, from 1.</summary>
    public string TextOf(int sender, int turn)
    {
        var text = turn < Opening.Count ? Opening[turn] : Round[(turn - Opening.Count) % Round.Count];
        return text.Replace("{n}", (sender + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static (IReadOnlyList<string> Opening, IReadOnlyList<string> Round) Script(string? file)
    {
        if (file is null)
            return ([], UsualRound);
        if (!File.Exists(file))
            throw new CommandException($"There is no file {file}.");
        var lines = File.ReadAllLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').ToList();
        var divider = lines.IndexOf(ScriptDivider);
        var round = lines[(divider + 1)..];
        if (round.Count == 0)
            throw new CommandException($"{file} has no line to say again and again (after \"{ScriptDivider}\").");
        return (divider < 0 ? [] : lines[..divider], round);
    }
}
