using System.Collections.Frozen;
using System.Text;
using DiGiBachat.Bot.Channels;

namespace DiGiBachat.Bot.Texts;

/// <summary>
/// Every word the project says, from <c>locales/</c>: read and compiled once, then only looked up. Texts of one key differ between
/// WhatsApp and SMS where the file says so; on SMS in Latin letters everything is written in the SMS alphabet.
/// </summary>
public sealed class Texts
{
    private const int DeepestNesting = 8;

    private readonly IReadOnlyList<LocaleFile> files;
    private readonly FrozenDictionary<string, FrozenDictionary<string, LocaleText>> byLanguage;
    private readonly IReadOnlyList<TextProblem> problems;

    private Texts(IReadOnlyList<LocaleFile> files)
    {
        this.files = files;
        byLanguage = Formats.Languages.Zip(files).ToFrozenDictionary(pair => pair.First, pair => pair.Second.Texts.ToFrozenDictionary());
        problems = [.. files.SelectMany(file => file.Problems), .. TextChecks.Compare(files)];
        Keys = [.. files[0].Order.Select(entry => entry.Key)];
    }

    /// <summary>Every key, in the order of the files.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Reads en.yaml, hi.yaml and hi-Latn.yaml of a folder. What is wrong in them is told by <see cref="Problems"/>.</summary>
    public static Texts Load(string folder) => new([.. Formats.Languages.Select(language => LocaleFile.Read(Path.Combine(folder, $"{language}.yaml")))]);

    public IReadOnlyList<TextProblem> Problems() => problems;

    public bool Has(string key) => byLanguage[Formats.English].ContainsKey(key);

    /// <summary>The text of a key as it stands, placeholders and all, in its WhatsApp form; null when there is none. For checks and drawings.</summary>
    public string? Raw(string language, string key) =>
        byLanguage.TryGetValue(language, out var texts) && texts.TryGetValue(key, out var text)
            ? string.Concat(text.WhatsApp.Pieces.Select(piece => piece.Placeholder is { } hole ? $"{{{hole.Name}}}" : piece.Words))
            : null;

    /// <summary>The names of the placeholders that a text has on any channel.</summary>
    public IReadOnlyCollection<string> Placeholders(string key) => Find(key, Formats.English).Names;

    /// <summary>
    /// The text in the reader's words. <paramref name="today"/> is the day in Asia/Kolkata that {on:relative} counts from; without
    /// it the day is written out.
    /// </summary>
    public string Say(Text text, Reader reader, DateOnly? today = null)
    {
        var said = new StringBuilder(160);
        Append(said, text, reader, today, 0);
        return reader switch
        {
            { Channel: ChannelKind.Sms, Language: Formats.Hindi } => said.ToString().Replace("₹ ", "Rs ", StringComparison.Ordinal).Replace("₹", "Rs ", StringComparison.Ordinal),
            { Channel: ChannelKind.Sms } => Gsm7.Written(said.ToString()),
            _ => said.ToString(),
        };
    }

    /// <summary>What starts a dialog in a language, as patterns: "approve loan {loan}". Empty when nothing does.</summary>
    public IReadOnlyList<string> Phrases(string dialog, string language)
    {
        var at = Formats.Languages.ToList().IndexOf(language);
        return at >= 0 && files[at].PhrasesBySection.TryGetValue(dialog, out var phrases) ? phrases.Patterns : [];
    }

    private void Append(StringBuilder said, Text text, Reader reader, DateOnly? today, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new InvalidOperationException($"The text '{text.Key}' is nested too deep.");
        }

        var found = Find(text.Key, reader.Language);
        foreach (var piece in (reader.Channel == ChannelKind.Sms ? found.Sms : found.WhatsApp).Pieces)
        {
            if (piece.Placeholder is not { } hole)
            {
                said.Append(piece.Words);
                continue;
            }

            if (!text.Arguments.TryGetValue(hole.Name, out var value))
            {
                throw new ArgumentException($"The text '{text.Key}' needs '{hole.Name}'.", nameof(text));
            }

            AppendValue(said, (value, hole), reader, today, depth);
        }
    }

    private void AppendValue(StringBuilder said, (object? Value, Placeholder Hole) argument, Reader reader, DateOnly? today, int depth)
    {
        switch (argument.Value)
        {
            case Text inner:
                Append(said, inner, reader, today, depth + 1);
                break;
            case IEnumerable<Text> lines:
                var start = said.Length;
                foreach (var line in lines)
                {
                    said.Append(said.Length > start ? "\n" : "");
                    Append(said, line, reader, today, depth + 1);
                }

                break;
            default:
                said.Append(Values.Say(argument.Value, argument.Hole, reader, today));
                break;
        }
    }

    private LocaleText Find(string key, string language) =>
        byLanguage.TryGetValue(language, out var texts) && texts.TryGetValue(key, out var text)
            ? text
            : throw new KeyNotFoundException($"There is no text '{key}' in '{language}'.");
}
