using System.Text.RegularExpressions;

namespace DiGiBachat.Bot.Dialogs.Checks;

/// <summary>The texts that dialogs name are there in every language, fit their buttons, and ask for no word that a carrier takes.</summary>
internal static partial class WordChecks
{
    public const string MissingText = "missing-text";
    public const string LongLabel = "long-label";
    public const string ManyChoices = "many-choices";
    public const string CommandLabel = "label-is-a-command";
    public const string SameLabel = "same-label";
    public const string ReservedWord = "reserved-word";

    /// <summary>WhatsApp: up to three choices are buttons, up to ten a list, with titles of so many characters.</summary>
    public const int MaxButtons = 3;
    public const int MaxButtonLabel = 20;
    public const int MaxListLabel = 24;
    public const int MaxChoices = 10;

    public static void Check(CheckContext all, Dialog dialog)
    {
        Text(all, dialog.Place, dialog.TitleKey);
        foreach (var state in dialog.States)
        {
            IEnumerable<string?> texts = state switch
            {
                AskState { Parts: var parts } => [parts.Ask, parts.Help, parts.Example],
                SayState say => [say.Say],
                _ => [],
            };
            foreach (var text in texts.OfType<string>())
            {
                Text(all, state.Place, dialog.KeyOf(text));
            }

            Labels(all, dialog, state);
        }
    }

    /// <summary>The engine's own texts and commands.</summary>
    public static void CheckEngine(CheckContext all)
    {
        foreach (var language in all.Texts.Languages)
        {
            var place = new Place($"{language}.yaml", 1);
            foreach (var key in EngineTexts.All.Where(k => all.Texts.Raw(language, k) is null))
            {
                all.Fault(place, MissingText, $"'{key}' is missing");
            }

            foreach (var command in EngineTexts.Commands.Where(c => all.Texts.Phrases(language, c).Count == 0))
            {
                all.Fault(place, PhraseChecks.MissingPhrases, $"'{command}' has no phrases");
            }

            var switching = EngineTexts.LanguageCommandPrefix + language;
            if (all.Texts.Languages.All(l => all.Texts.Phrases(l, switching).Count == 0))
            {
                all.Fault(place, PhraseChecks.MissingPhrases, $"'{switching}' has no phrases");
            }
        }

        foreach (var key in EngineTexts.All)
        {
            AsksReserved(all, new Place("en.yaml", 1), key);
        }
    }

    private static void Text(CheckContext all, Place place, string key)
    {
        foreach (var language in all.Texts.Languages.Where(l => all.Texts.Raw(l, key) is null))
        {
            all.Fault(place, MissingText, $"text '{key}' is missing in {language}");
        }

        AsksReserved(all, place, key);
    }

    /// <summary>A word in capitals in a text is one that people are asked to type.</summary>
    private static void AsksReserved(CheckContext all, Place place, string key)
    {
        foreach (var language in all.Texts.Languages)
        {
            if (all.Texts.Raw(language, key) is { } raw && Capitals().Match(raw) is { Success: true } found)
            {
                all.Fault(place, ReservedWord, $"text '{key}' in {language} asks for {found.Value}, which carriers take for themselves");
            }
        }
    }

    private static void Labels(CheckContext all, Dialog dialog, State state)
    {
        List<(string Value, string Key)> labels = state switch
        {
            ChoiceState choice => [.. choice.Entries.Select(e => (e.Value, AskFacts.LabelKey(dialog, e.Value)))],
            MenuState menu => [.. menu.Dialogs.Select(d => (d, $"{d}.title"))],
            _ => [],
        };
        if (labels.Count > MaxChoices)
        {
            all.Fault(state.Place, ManyChoices, $"'{state.Name}' offers {labels.Count} choices; a list holds {MaxChoices}");
        }

        var most = labels.Count <= MaxButtons ? MaxButtonLabel : MaxListLabel;
        foreach (var language in all.Texts.Languages)
        {
            var inWords = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (value, key) in labels)
            {
                if (all.Texts.Raw(language, key) is not { } label)
                {
                    all.Fault(state.Place, MissingText, $"label '{key}' of '{value}' is missing in {language}");
                    continue;
                }

                if (label.Length > most)
                {
                    all.Fault(state.Place, LongLabel, $"label '{key}' in {language} has {label.Length} characters; a button holds {most}");
                }

                if (!inWords.Add(Words.Join(label)))
                {
                    all.Fault(state.Place, SameLabel, $"label '{key}' in {language} says the same as another of '{state.Name}'");
                }

                IsCommand(all, state, label);
            }
        }
    }

    /// <summary>The names of languages may be labels: choosing one means the same as the command.</summary>
    private static void IsCommand(CheckContext all, State state, string label)
    {
        if (all.Catalog.Router.Global(label) is { } command && !command.StartsWith(EngineTexts.LanguageCommandPrefix, StringComparison.Ordinal))
        {
            all.Fault(state.Place, CommandLabel, $"label '{label}' of '{state.Name}' is also the command {command}");
        }
    }

    [GeneratedRegex(@"\b(STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT|START|YES|UNSTOP|HELP|INFO)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals();
}
