using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>
/// Where a conversation stands between two turns: the open dialogs, the innermost last. It is small, and it stays after the last
/// dialog has ended, because <paramref name="Questions"/> numbers the questions for ever: an old button can never meet a new question.
/// </summary>
public sealed record DialogState(
    int Version,
    long Questions,
    int Misses,
    ImmutableList<Frame> Frames,
    EngineQuestion? Aside,
    Speaking? Speaking = null
)
{
    public const int CurrentVersion = 1;
    public const int MaxDepth = 3;

    public static readonly DialogState Empty = new(CurrentVersion, 0, 0, [], null);

    [JsonIgnore]
    public Frame? Top => Frames.Count == 0 ? null : Frames[^1];

    public string ToJson() => JsonSerializer.Serialize(this, DialogStateJson.Default.DialogState);

    /// <summary>Reads a stored state; null or one of a version that is no longer known gives an empty one.</summary>
    public static DialogState FromJson(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return Empty;
        }

        var state = JsonSerializer.Deserialize(json, DialogStateJson.Default.DialogState);
        return state is { Version: CurrentVersion, Frames: not null } ? state : Empty;
    }
}

/// <summary>
/// One open dialog. Slots are canonical. <paramref name="Given"/> are slots that came with the command and still have to be checked
/// where they would be asked; <paramref name="Heard"/> are such slots in the words in which they were typed.
/// <paramref name="Offered"/> are the values behind the numbers that were shown last.
/// </summary>
public sealed record Frame(
    string Dialog,
    string Hash,
    string State,
    DateTimeOffset AskedAt,
    string QuestionId,
    ImmutableDictionary<string, string> Slots,
    ImmutableList<string> Given,
    ImmutableDictionary<string, string> Heard,
    ImmutableList<string> Visited,
    ImmutableList<string> Offered
);

/// <summary>A question of the engine itself: yes or no, or which of several dialogs.</summary>
public sealed record EngineQuestion(EngineQuestionKind Kind, string Id, DateTimeOffset AskedAt, string? Command);

[JsonConverter(typeof(JsonStringEnumConverter<EngineQuestionKind>))]
public enum EngineQuestionKind
{
    /// <summary>Is the open dialog to be continued?</summary>
    Continue,

    /// <summary>Was this command meant?</summary>
    DidYouMean,

    /// <summary>Are these the words of the voice note?</summary>
    Spoken,

    /// <summary>Which of these dialogs was meant? Their names stand in the command, with a space between.</summary>
    WhichMeant,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(DialogState))]
internal sealed partial class DialogStateJson : JsonSerializerContext;
