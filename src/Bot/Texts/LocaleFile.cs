using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DiGiBachat.Bot.Texts;

/// <summary>Something wrong in the locale files, where it stands.</summary>
public sealed record TextProblem(string File, int Line, string What)
{
    public override string ToString() => $"{File}:{Line}: {What}";
}

/// <summary>A text of one language; the channels' templates are the same unless the file gives one for each.</summary>
internal sealed record LocaleText(string Key, int Line, Template WhatsApp, Template Sms)
{
    internal HashSet<string> Names => [.. WhatsApp.Names, .. Sms.Names];
}

/// <summary>A dialog's phrases and the line they begin at.</summary>
internal sealed record LocalePhrases(int Line, IReadOnlyList<string> Patterns);

/// <summary>
/// One file of <c>locales/</c>. A key's value is a text, or a map of exactly sms and whatsapp, or a further section; the list
/// named phrases holds the section's trigger patterns.
/// </summary>
internal sealed class LocaleFile
{
    private const string Phrases = "phrases";
    private const string Sms = "sms";
    private const string WhatsApp = "whatsapp";

    private LocaleFile(string name) => Name = name;

    internal string Name { get; }

    internal Dictionary<string, LocaleText> Texts { get; } = [];

    /// <summary>Every text key in the file's order, also of texts that are broken.</summary>
    internal List<(string Key, int Line)> Order { get; } = [];

    internal Dictionary<string, LocalePhrases> PhrasesBySection { get; } = [];

    internal List<TextProblem> Problems { get; } = [];

    internal static LocaleFile Read(string path)
    {
        var file = new LocaleFile(Path.GetFileName(path));
        if (!File.Exists(path))
        {
            file.Problems.Add(new(file.Name, 1, "the file is missing"));
            return file;
        }

        using var reader = File.OpenText(path);
        var yaml = new YamlStream();
        try
        {
            yaml.Load(reader);
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
            {
                file.Section("", root);
            }
        }
        catch (YamlException broken)
        {
            file.Problems.Add(new(file.Name, (int)broken.Start.Line, broken.Message));
        }

        return file;
    }

    private void Section(string path, YamlMappingNode section)
    {
        foreach (var (name, value) in section.Children)
        {
            var key = path.Length == 0 ? Plain(name) : $"{path}.{Plain(name)}";
            switch (value)
            {
                case YamlSequenceNode list when Plain(name) == Phrases:
                    PhrasesBySection[path] = new(Line(name), [.. list.Children.Select(Plain)]);
                    break;
                case YamlScalarNode words:
                    Add(key, Line(name), words, words);
                    break;
                case YamlMappingNode map when Variants(map) is { } variants:
                    Add(key, Line(name), variants.WhatsApp, variants.Sms);
                    break;
                case YamlMappingNode map:
                    Section(key, map);
                    break;
                default:
                    Problems.Add(new(Name, Line(name), $"'{key}' is a list; only {Phrases} may be one"));
                    break;
            }
        }
    }

    private static (YamlScalarNode WhatsApp, YamlScalarNode Sms)? Variants(YamlMappingNode map) =>
        map.Children.Count == 2
        && map.Children.TryGetValue(new YamlScalarNode(WhatsApp), out var whatsApp)
        && map.Children.TryGetValue(new YamlScalarNode(Sms), out var sms)
        && whatsApp is YamlScalarNode one
        && sms is YamlScalarNode other
            ? (one, other)
            : null;

    private void Add(string key, int line, YamlScalarNode whatsApp, YamlScalarNode sms)
    {
        Order.Add((key, line));
        if (Compile(key, whatsApp) is { } one && (ReferenceEquals(whatsApp, sms) ? one : Compile(key, sms)) is { } other)
        {
            Texts[key] = new(key, line, one, other);
        }
    }

    private Template? Compile(string key, YamlScalarNode words)
    {
        var source = Plain(words).TrimEnd('\n');
        var (template, problem) = source.Trim().Length == 0 ? (null, "is empty") : Template.Read(source);
        if (problem is not null)
        {
            Problems.Add(new(Name, Line(words), $"'{key}' {problem}"));
        }

        return template;
    }

    private static string Plain(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    private static int Line(YamlNode node) => (int)node.Start.Line;
}
