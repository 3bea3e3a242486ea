using System.Collections.Frozen;

namespace DiGiBachat.Bot.Dialogs.Checks;

/// <summary>Every dialog can be reached by words or by a menu, in every language, and no words mean two things to one person.</summary>
internal static class PhraseChecks
{
    public const string MissingPhrases = "missing-phrases";
    public const string PhraseShape = "phrase-shape";
    public const string PhraseTwice = "phrase-twice";
    public const string NeverStarted = "never-started";

    /// <summary>Single words that carriers answer themselves on SMS.</summary>
    public static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        ["stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout", "start", "yes", "unstop", "help", "info"],
        StringComparer.OrdinalIgnoreCase
    );

    public static void Check(CheckContext all)
    {
        foreach (var dialog in all.Dialogs)
        {
            Present(all, dialog);
            foreach (var language in all.Texts.Languages)
            {
                Shapes(all, dialog, language);
                NotOnlyReserved(all, dialog.Place, language, dialog.Name);
            }
        }

        foreach (var command in EngineTexts.Commands)
        {
            foreach (var language in all.Texts.Languages)
            {
                NotOnlyReserved(all, new Place($"{language}.yaml", 1), language, command);
            }
        }

        Twice(all);
    }

    private static void Present(CheckContext all, Dialog dialog)
    {
        var silent = all.Texts.Languages.Where(l => all.Texts.Phrases(l, dialog.Name).Count == 0).ToList();
        if (silent.Count == 0)
        {
            return;
        }

        if (silent.Count < all.Texts.Languages.Count)
        {
            all.Fault(dialog.Place, MissingPhrases, $"{dialog.Name} has no phrases in {string.Join(", ", silent)}");
            return;
        }

        var isOffered =
            dialog.Name is DialogCatalog.MenuDialog or DialogCatalog.WelcomeDialog
            || all.Dialogs.Any(d => d.States.Any(s => (s is MenuState m && m.Dialogs.Contains(dialog.Name)) || (s is HandOverState h && h.Dialog == dialog.Name)));
        if (!isOffered)
        {
            all.Fault(dialog.Place, NeverStarted, $"no phrase, menu or hand-over starts {dialog.Name}");
        }
    }

    private static void Shapes(CheckContext all, Dialog dialog, string language)
    {
        foreach (var written in all.Texts.Phrases(language, dialog.Name))
        {
            if (PhraseReader.Ways(written) is null)
            {
                all.Fault(dialog.Place, PhraseShape, $"phrase '{written}' in {language}: brackets do not match, or all of it is optional");
                continue;
            }

            foreach (var slot in PhraseReader.SlotsOf(written).Where(s => all.Catalog.KindOf(dialog, s) is null))
            {
                all.Fault(dialog.Place, PhraseShape, $"phrase '{written}' in {language}: {dialog.Name} cannot read a slot '{slot}'");
            }

            var slots = PhraseReader.SlotsOf(written);
            if (slots.SkipLast(1).Any(s => all.Catalog.KindOf(dialog, s) is { } kind && AskFacts.ReadsAnything(kind)))
            {
                all.Fault(dialog.Place, PhraseShape, $"phrase '{written}' in {language}: free text can only be the last slot");
            }
        }
    }

    private static void NotOnlyReserved(CheckContext all, Place place, string language, string name)
    {
        var phrases = all.Texts.Phrases(language, name);
        if (phrases.Count > 0 && phrases.All(p => Reserved.Contains(Words.Join(p))))
        {
            all.Fault(place, WordChecks.ReservedWord, $"'{name}' in {language} is only reached by {string.Join(", ", phrases)}, which carriers take on SMS");
        }
    }

    private static void Twice(CheckContext all)
    {
        var compiler = new PhraseCompiler(all.Catalog, all.Texts);
        var phrases = compiler.OfDialogs();
        foreach (var same in phrases.GroupBy(p => p.Signature, StringComparer.Ordinal))
        {
            var dialogs = same.Select(p => all.Catalog.Find(p.Target)!).Distinct().OrderBy(d => d.Name, StringComparer.Ordinal).ToList();
            for (var i = 1; i < dialogs.Count; i++)
            {
                var clash = dialogs.Take(i).FirstOrDefault(d => (d.For & dialogs[i].For) != 0);
                if (clash is not null)
                {
                    all.Fault(dialogs[i].Place, PhraseTwice, $"'{same.First().Written}' starts both {clash.Name} and {dialogs[i].Name}");
                }
            }
        }

        foreach (var phrase in phrases.Where(p => p.Slots == 0 && all.Catalog.Router.Global(p.Written) is not null))
        {
            var dialog = all.Catalog.Find(phrase.Target)!;
            if (dialog.Name != DialogCatalog.MenuDialog)
            {
                all.Fault(dialog.Place, PhraseTwice, $"'{phrase.Written}' of {dialog.Name} is also the command {all.Catalog.Router.Global(phrase.Written)}");
            }
        }
    }
}
