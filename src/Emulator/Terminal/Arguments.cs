using System.Globalization;

namespace DiGiBachat.Emulator.Terminal;

/// <summary>What is wrong with a command, in a sentence for the person who typed it.</summary>
public sealed class CommandException(string message) : Exception(message);

/// <summary>The words of a command line: values in order, --options with a value, --switches without. Settings (--A:B=c) are left to the configuration.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> options = [];
    private readonly HashSet<string> switches = [];
    private readonly List<string> values = [];

    public Arguments(IEnumerable<string> words, string[] knownOptions, string[] knownSwitches)
    {
        using var word = words.Where(word => !IsSetting(word)).GetEnumerator();
        while (word.MoveNext())
        {
            var current = word.Current;
            if (!current.StartsWith("--", StringComparison.Ordinal))
                values.Add(current);
            else if (knownSwitches.Contains(current))
                switches.Add(current);
            else if (!knownOptions.Contains(current))
                throw new CommandException($"There is no option {current}. There are: {string.Join(", ", knownOptions.Concat(knownSwitches))}.");
            else if (word.MoveNext())
                options[current] = word.Current;
            else
                throw new CommandException($"{current} needs a value.");
        }
    }

    public static bool IsSetting(string word) => word.StartsWith("--", StringComparison.Ordinal) && word.Contains(':') && word.Contains('=');

    public bool Has(string name) => switches.Contains(name);

    public string? Option(string name) => options.GetValueOrDefault(name);

    public string TheOnlyValue(string what) =>
        values is [var value] ? value : throw new CommandException(values.Count == 0 ? $"Say {what}." : $"There is one word too many: {values[^1]}.");

    public void NoValues()
    {
        if (values.Count > 0)
            throw new CommandException($"There is one word too many: {values[0]}.");
    }

    public int Number(string name, int least, int most)
    {
        if (int.TryParse(Option(name), CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        throw new CommandException($"{name} must be a number from {least} to {most}.");
    }
}
