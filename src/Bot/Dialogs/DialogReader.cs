using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>Something wrong in a dialog file or its texts. <paramref name="Rule"/> is the check's name.</summary>
public sealed record DialogFault(Place Place, string Rule, string Message)
{
    public override string ToString() => $"{Place}: {Rule}: {Message}";
}

/// <summary>What was read: the dialogs that have a shape, and everything that was wrong.</summary>
public sealed record DialogFiles(IReadOnlyList<Dialog> Dialogs, IReadOnlyList<DialogFault> Faults);

/// <summary>Reads <c>dialogs/*.yaml</c>. Every fault names its file and line; nothing is thrown for a wrong file.</summary>
public static class DialogReader
{
    public const string Shape = "shape";
    private const int HashLength = 12;

    private static readonly string[] DialogKeys = ["dialog", "for", "needs", "start", "slots", "states"];

    public static DialogFiles ReadFolder(string folder)
    {
        var dialogs = new List<Dialog>();
        var faults = new List<DialogFault>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var read = Read(Path.GetFileName(path), File.ReadAllText(path));
            dialogs.AddRange(read.Dialogs);
            faults.AddRange(read.Faults);
        }

        return new DialogFiles(dialogs, faults);
    }

    public static DialogFiles Read(string file, string yaml)
    {
        var faults = new List<DialogFault>();
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException wrong)
        {
            faults.Add(new DialogFault(new Place(file, (int)wrong.Start.Line), Shape, wrong.Message));
            return new DialogFiles([], faults);
        }

        if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root)
        {
            faults.Add(new DialogFault(new Place(file, 1), Shape, "a dialog file is one mapping"));
            return new DialogFiles([], faults);
        }

        var dialog = ReadDialog(new NodeReader(file, root, faults), HashOf(yaml));
        return new DialogFiles(dialog is null ? [] : [dialog], faults);
    }

    private static Dialog? ReadDialog(NodeReader node, string hash)
    {
        node.OnlyKeys(DialogKeys);
        var name = node.Required("dialog");
        var start = node.Required("start");
        var needs = node.Optional("needs");
        if (needs is not (null or "group" or "none"))
        {
            node.Wrong("needs", $"'{needs}' is neither group nor none");
        }

        if (name is not null && name != Path.GetFileNameWithoutExtension(node.Place.File))
        {
            node.Wrong("dialog", $"dialog '{name}' stands in the file of another name");
        }

        var states = ImmutableArray.CreateBuilder<State>();
        foreach (var (stateName, state) in node.Children("states"))
        {
            if (StateReader.Read(stateName, state) is { } read)
            {
                states.Add(read);
            }
        }

        if (name is null || start is null || states.Count == 0)
        {
            return null;
        }

        return new Dialog(name, node.Place, hash, ReadRoles(node), needs == "group", start, node.Map("slots"), states.ToImmutable());
    }

    private static Roles ReadRoles(NodeReader node)
    {
        var roles = Roles.None;
        foreach (var (word, place) in node.Words("for"))
        {
            var role = word switch
            {
                "anybody" => Roles.Anybody,
                "stranger" => Roles.Stranger,
                "pending" => Roles.Pending,
                "member" => Roles.Member,
                "treasurer" => Roles.Treasurer,
                "admin" => Roles.Admin,
                _ => Roles.None,
            };
            if (role == Roles.None)
            {
                node.Wrong(place, $"nobody is a '{word}'");
            }

            roles |= role;
        }

        if (roles == Roles.None)
        {
            node.Wrong("for", "for whom is this dialog?");
        }

        return roles;
    }

    /// <summary>The same file gives the same hash whatever its line ends.</summary>
    private static string HashOf(string yaml) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml.ReplaceLineEndings("\n"))))[..HashLength];
}
