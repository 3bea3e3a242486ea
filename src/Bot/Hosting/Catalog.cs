using DiGiBachat.Bot.Actions;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Checks;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Dialogs.Understanding;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Hosting;

/// <summary>The conversations and their words as they lie beside the program: read, checked and compiled once.</summary>
internal static class Catalog
{
    public static Texts.Texts LoadTexts() => Texts.Texts.Load(Path.Combine(AppContext.BaseDirectory, "locales"));

    public static DialogFiles ReadDialogs() => DialogReader.ReadFolder(Path.Combine(AppContext.BaseDirectory, "dialogs"));

    public static SentenceBook ReadSentences() => SentenceBookReader.ReadFolder(Path.Combine(AppContext.BaseDirectory, "locales"));

    public static DialogTexts TextsFor(Texts.Texts texts) =>
        new(Formats.Languages, (language, dialog) => texts.Phrases(dialog, language), texts.Raw);

    /// <summary>Throws when a dialog has no shape: a program with half its conversations does not serve.</summary>
    public static DialogEngine Engine(Texts.Texts texts) => new(Compile(texts));

    /// <summary>The same without the engine around it, for measuring what is understood.</summary>
    public static DialogCatalog Compile(Texts.Texts texts)
    {
        var files = ReadDialogs();
        return files.Faults.Count == 0
            ? DialogCatalog.Compile(files.Dialogs, SlotCatalog.Kinds, TextsFor(texts), ReadSentences())
            : throw new SettingsProblem(files.Faults.Select(f => f.ToString()).ToList());
    }

    /// <summary>All that the checks find in dialogs and locales, with file and line.</summary>
    public static IReadOnlyList<string> Problems()
    {
        var texts = LoadTexts();
        var files = ReadDialogs();
        var actions = ActionCatalog.All.Values.Select(a => new CheckedAction(a.Name, a.Kind, a.Money)).ToList();
        var faults = DialogChecks.Check(files.Dialogs, SlotCatalog.Kinds, actions, TextsFor(texts), ReadSentences());
        return
        [
            .. texts.Problems().Select(p => p.ToString()),
            .. files.Faults.Select(f => f.ToString()),
            .. faults.Select(f => f.ToString()),
        ];
    }
}
