using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>A mapping of a dialog file that knows its lines and notes what is wrong.</summary>
internal sealed class NodeReader(string file, YamlMappingNode node, List<DialogFault> faults, YamlNode? named = null)
{
    /// <summary>The line of its name, or of its first key where it has none.</summary>
    public Place Place => PlaceOf(named ?? node);

    public void Wrong(Place place, string message) => faults.Add(new DialogFault(place, DialogReader.Shape, message));

    /// <summary>Notes a fault at the line of a key, or of the mapping when the key is missing.</summary>
    public void Wrong(string key, string message) => Wrong(Find(key) is { } value ? PlaceOf(value) : Place, message);

    public bool Has(string key) => Find(key) is not null;

    public void OnlyKeys(IReadOnlyCollection<string> known)
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } word } || !known.Contains(word, StringComparer.Ordinal))
            {
                Wrong(PlaceOf(key), $"unknown key '{key}'; known here: {string.Join(", ", known)}");
            }
        }
    }

    public string? Required(string key)
    {
        var value = Optional(key);
        if (value is null)
        {
            Wrong(key, $"'{key}' is missing");
        }

        return value;
    }

    public string? Optional(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlScalarNode { Value: { Length: > 0 } value }:
                return value;
            case { } other:
                Wrong(PlaceOf(other), $"'{key}' is one word");
                return null;
        }
    }

    public bool Flag(string key)
    {
        var value = Optional(key);
        if (value is not (null or "true" or "false"))
        {
            Wrong(key, $"'{key}' is true or false");
        }

        return value == "true";
    }

    /// <summary>A duration such as 15m, 24h, 3d.</summary>
    public TimeSpan? Duration(string key)
    {
        var value = Optional(key);
        if (value is null)
        {
            return null;
        }

        if (int.TryParse(value.AsSpan(0, value.Length - 1), out var number) && number > 0)
        {
            switch (value[^1])
            {
                case 'm':
                    return TimeSpan.FromMinutes(number);
                case 'h':
                    return TimeSpan.FromHours(number);
                case 'd':
                    return TimeSpan.FromDays(number);
            }
        }

        Wrong(key, $"'{value}' is no duration such as 15m, 24h or 3d");
        return null;
    }

    /// <summary>A list of words; one word alone is a list of one.</summary>
    public IReadOnlyList<(string Word, Place Place)> Words(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlScalarNode { Value: { Length: > 0 } word } single:
                return [(word, PlaceOf(single))];
            case YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode):
                return [.. list.Children.Cast<YamlScalarNode>().Select(c => (c.Value!, PlaceOf(c)))];
            case { } other:
                Wrong(PlaceOf(other), $"'{key}' is a list of words");
                return [];
        }
    }

    public ImmutableDictionary<string, string> Map(string key) =>
        Pairs(key).ToImmutableDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);

    /// <summary>Pairs of words in the order of the file.</summary>
    public IReadOnlyList<(string Name, string Value, Place Place)> Pairs(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlMappingNode map
                when map.Children.All(c => c is { Key: YamlScalarNode { Value: not null }, Value: YamlScalarNode { Value: not null } }):
                return
                [
                    .. map.Children.Select(c =>
                        (((YamlScalarNode)c.Key).Value!, ((YamlScalarNode)c.Value).Value!, PlaceOf(c.Key))
                    ),
                ];
            case { } other:
                Wrong(PlaceOf(other), $"'{key}' is a mapping of words");
                return [];
        }
    }

    public bool IsMapping(string key) => Find(key) is YamlMappingNode;

    public IEnumerable<(string Name, NodeReader Node)> Children(string key)
    {
        if (Find(key) is not YamlMappingNode children)
        {
            Wrong(key, $"'{key}' is missing or no mapping");
            yield break;
        }

        foreach (var (name, child) in children.Children)
        {
            if (name is YamlScalarNode { Value: { Length: > 0 } word } && child is YamlMappingNode mapping)
            {
                yield return (word, new NodeReader(file, mapping, faults, name));
            }
            else
            {
                Wrong(PlaceOf(name), $"'{name}' is no mapping");
            }
        }
    }

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private Place PlaceOf(YamlNode of) => new(file, (int)of.Start.Line);
}
