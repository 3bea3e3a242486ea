using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DiGiBachat.Core;

namespace DiGiBachat.Bot.Texts;

/// <summary>
/// A text as it waits in the outbox: key and arguments, worded when it is sent, in the language its reader has by then. Each
/// argument carries its kind, so that money stays money.
/// </summary>
internal static class TextJson
{
    public static string Write(Text text) => Node(text).ToJsonString();

    public static Text Read(string json) => TextOf(JsonNode.Parse(json)!);

    private static JsonObject Node(Text text) =>
        new()
        {
            ["key"] = text.Key,
            ["with"] = new JsonObject(
                text.Arguments.Where(a => a.Value is not null)
                    .Select(a => KeyValuePair.Create(a.Key, (JsonNode?)Argument(a.Value!)))
            ),
        };

    private static JsonObject Argument(object value) =>
        value switch
        {
            Money money => new() { ["paise"] = money.Paise },
            Rate rate => new() { ["rate"] = rate.BasisPointsPerMonth },
            int number => new() { ["number"] = number },
            DateOnly day => new() { ["day"] = day.ToString("O", CultureInfo.InvariantCulture) },
            string words => new() { ["words"] = words },
            Text text => new() { ["text"] = Node(text) },
            IEnumerable<Text> lines => new() { ["lines"] = new JsonArray(lines.Select(l => (JsonNode)Node(l)).ToArray()) },
            _ => throw new NotSupportedException($"An argument of type {value.GetType().Name} cannot wait in the outbox."),
        };

    private static Text TextOf(JsonNode node) =>
        new(
            node["key"]!.GetValue<string>(),
            node["with"]!.AsObject().ToDictionary(a => a.Key, a => ValueOf(a.Value!.AsObject().Single()))
        );

    private static object? ValueOf(KeyValuePair<string, JsonNode?> argument) =>
        argument.Key switch
        {
            "paise" => new Money(argument.Value!.GetValue<long>()),
            "rate" => new Rate(argument.Value!.GetValue<int>()),
            "number" => argument.Value!.GetValue<int>(),
            "day" => DateOnly.ParseExact(argument.Value!.GetValue<string>(), "O", CultureInfo.InvariantCulture),
            "words" => argument.Value!.GetValue<string>(),
            "text" => TextOf(argument.Value!),
            "lines" => argument.Value!.AsArray().Select(l => TextOf(l!)).ToList(),
            _ => throw new JsonException($"An argument of kind '{argument.Key}' is not known."),
        };
}
