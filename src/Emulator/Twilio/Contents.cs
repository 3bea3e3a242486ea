using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>A template of Twilio's Content API: texts with {{1}} places, quick-reply buttons, list rows, media.</summary>
public sealed record Content(
    [property: JsonPropertyName("friendly_name")] string? FriendlyName,
    [property: JsonPropertyName("language")] string? Language,
    [property: JsonPropertyName("variables")] Dictionary<string, string>? Variables,
    [property: JsonPropertyName("types")] Dictionary<string, JsonElement>? Types,
    [property: JsonPropertyName("sid")] string? Sid = null
);

public sealed record RenderedContent(string Body, IReadOnlyList<string> Media, IReadOnlyList<Choice> Choices);

public sealed partial class Contents
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Content> bySid = [];

    /// <summary>Null when the template has no type, or when there are too many.</summary>
    public Content? Add(Content content)
    {
        if (content.Types is not { Count: > 0 })
            return null;
        var added = content with { Sid = Sids.New("HX") };
        lock (gate)
            return bySid.Count < Limits.Contents && bySid.TryAdd(added.Sid, added) ? added : null;
    }

    public IReadOnlyList<Content> All()
    {
        lock (gate)
            return [.. bySid.Values];
    }

    public RenderedContent? Render(string sid, Dictionary<string, string> given)
    {
        Content? content;
        lock (gate)
            content = bySid.GetValueOrDefault(sid);
        if (content?.Types is null)
            return null;
        var samples = content.Variables ?? [];
        string Fill(string text) =>
            Places().Replace(text, place => given.GetValueOrDefault(place.Groups[1].Value) ?? samples.GetValueOrDefault(place.Groups[1].Value) ?? "");
        string? Text(JsonElement element, string name) =>
            element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Fill(value.GetString()!) : null;
        static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
            element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

        var types = content.Types.Values.Where(type => type.ValueKind == JsonValueKind.Object).ToList();
        var buttons = types
            .SelectMany(type => Items(type, "actions"))
            .Select(action => new Choice(Text(action, "id") ?? Text(action, "title") ?? "", Text(action, "title") ?? "", null, IsListRow: false));
        var rows = types
            .SelectMany(type => Items(type, "items"))
            .Select(item => new Choice(Text(item, "id") ?? "", Text(item, "item") ?? "", Text(item, "description"), IsListRow: true));
        return new RenderedContent(
            types.Select(type => Text(type, "body")).FirstOrDefault(body => body is not null) ?? "",
            [.. types.SelectMany(type => Items(type, "media")).Where(media => media.ValueKind == JsonValueKind.String).Select(media => Fill(media.GetString()!))],
            [.. buttons, .. rows]
        );
    }

    [GeneratedRegex(@"\{\{\s*([0-9A-Za-z_]+)\s*\}\}")]
    private static partial Regex Places();
}
