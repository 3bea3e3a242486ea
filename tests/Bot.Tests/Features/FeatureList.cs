using DiGiBachat.Bot.Tests.Tidy;
using YamlDotNet.RepresentationModel;

namespace DiGiBachat.Bot.Tests.Features;

/// <summary>One line of what the product must do: the commands that lead there, dialogs that begin by themselves, texts that come by themselves.</summary>
internal sealed record Feature(string For, string What, IReadOnlyList<string> Commands, IReadOnlyList<string> Dialogs, IReadOnlyList<string> Says);

/// <summary>docs/features.yaml, line by line.</summary>
internal static class FeatureList
{
    public static IReadOnlyList<Feature> All { get; } = Read(Path.Combine(Repository.Root, "docs", "features.yaml"));

    private static List<Feature> Read(string file)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(file);
        yaml.Load(reader);
        var features = new List<Feature>();
        foreach (var (who, lines) in ((YamlMappingNode)yaml.Documents[0].RootNode).Children)
        foreach (var line in ((YamlSequenceNode)lines).Children.Cast<YamlMappingNode>())
            features.Add(
                new(((YamlScalarNode)who).Value!, ((YamlScalarNode)line["what"]).Value!, List(line, "commands"), List(line, "dialogs"), List(line, "says"))
            );
        return features;
    }

    private static List<string> List(YamlMappingNode line, string name) =>
        line.Children.TryGetValue(name, out var list) ? [.. ((YamlSequenceNode)list).Children.Select(c => ((YamlScalarNode)c).Value!)] : [];
}
