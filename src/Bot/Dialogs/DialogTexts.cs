namespace DiGiBachat.Bot.Dialogs;

/// <summary>
/// What the dialogs need of the texts. <paramref name="Phrases"/>: (language, name) → the trigger phrases of a dialog, or of
/// one of the engine's own commands (<see cref="EngineTexts"/>). <paramref name="Raw"/>: (language, key) → the text with its
/// placeholders, null when there is none.
/// </summary>
public sealed record DialogTexts(
    IReadOnlyList<string> Languages,
    Func<string, string, IReadOnlyList<string>> Phrases,
    Func<string, string, string?> Raw
)
{
    public bool HasEverywhere(string key) => Languages.All(language => Raw(language, key) is not null);
}
