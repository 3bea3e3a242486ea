using System.Text.RegularExpressions;
using System.Xml.Linq;
using YamlDotNet.RepresentationModel;

namespace DiGiBachat.Bot.Tests.Tidy;

/// <summary>Rules about how the parts hang together: references, versions, languages, links.</summary>
internal static partial class HouseRules
{
    public static IEnumerable<string> CoreStandsAlone(RepositoryFile file) =>
        file.IsIn("src/Core")
            ? References(
                file,
                "PackageReference",
                "ProjectReference",
                "FrameworkReference",
                "Reference"
            )
            : [];

    public static IEnumerable<string> EmulatorReferencesNoProject(RepositoryFile file) =>
        file.IsIn("src/Emulator") ? References(file, "ProjectReference") : [];

    public static IEnumerable<string> VersionsInOnePlace(RepositoryFile file) =>
        !file.Is(".csproj", ".props") || file.Name == "Directory.Packages.props"
            ? []
            : XDocument
                .Parse(file.Text)
                .Descendants()
                .Where(element => element.Name.LocalName is "PackageReference" or "PackageVersion")
                .Where(element => element.Name.LocalName == "PackageVersion" || HasVersion(element))
                .Select(element =>
                    $"{file.Path} gives {(string?)element.Attribute("Include")} a version; its place is Directory.Packages.props"
                );

    /// <summary>The first file's keys are held against each of the others, in order.</summary>
    public static IEnumerable<string> SameKeysInSameOrder(IEnumerable<RepositoryFile> locales)
    {
        var files = locales
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (file.Path, Keys: KeysOf(file).ToList()))
            .ToList();
        foreach (var (path, keys) in files.Skip(1))
        {
            var (firstPath, first) = files[0];
            foreach (var key in first.Except(keys))
            {
                yield return $"{path} lacks {key}, which {firstPath} has";
            }

            foreach (var key in keys.Except(first))
            {
                yield return $"{path} has {key}, which {firstPath} lacks";
            }

            var swapped = first
                .Intersect(keys)
                .Zip(keys.Intersect(first))
                .FirstOrDefault(pair => pair.First != pair.Second);
            if (swapped.First is not null)
            {
                yield return $"{path} has {swapped.Second} where {firstPath} has {swapped.First}: same order, so that they can be read side by side";
            }
        }
    }

    public static IEnumerable<string> BrokenLinks(RepositoryFile file, Func<string, bool> exists)
    {
        var folder = Path.GetDirectoryName(file.Path) ?? "";
        var fenced = false;
        for (var i = 0; file.Is(".md") && i < file.Lines.Length; i++)
        {
            fenced ^= file.Lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal);
            foreach (
                Match link in Link().Matches(fenced ? "" : InlineCode().Replace(file.Lines[i], ""))
            )
            {
                var target = Uri.UnescapeDataString(link.Groups[1].Value);
                if (!exists(target.StartsWith('/') ? target[1..] : Path.Combine(folder, target)))
                {
                    yield return file.At(i, $"links to {target}, which is not there");
                }
            }
        }
    }

    private static IEnumerable<string> References(RepositoryFile file, params string[] kinds) =>
        !file.Is(".csproj")
            ? []
            : XDocument
                .Parse(file.Text)
                .Descendants()
                .Where(element => kinds.Contains(element.Name.LocalName))
                .Select(element =>
                    $"{file.Path} references {(string?)element.Attribute("Include")}"
                );

    private static bool HasVersion(XElement element) =>
        element.Attribute("Version") is not null
        || element.Attribute("VersionOverride") is not null
        || element.Elements().Any(child => child.Name.LocalName is "Version" or "VersionOverride");

    private static IEnumerable<string> KeysOf(RepositoryFile file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(file.Text));
        return yaml.Documents.Count == 0 ? [] : KeysOf(yaml.Documents[0].RootNode, "");
    }

    private static IEnumerable<string> KeysOf(YamlNode node, string path) =>
        node is not YamlMappingNode mapping
            ? [path]
            : mapping.Children.SelectMany(child =>
                KeysOf(child.Value, path.Length == 0 ? $"{child.Key}" : $"{path}.{child.Key}")
            );

    /// <summary>Links within the repository: not to other places of the web, not within the page.</summary>
    [GeneratedRegex(@"\]\((?![a-z]+:|#)([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();
}
