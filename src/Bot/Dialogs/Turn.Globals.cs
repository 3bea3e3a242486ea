using System.Collections.Immutable;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>The engine's own commands, and help for who is not understood.</summary>
internal sealed partial class Turn
{
    private Step TakeGlobal(string command)
    {
        if (command.StartsWith(EngineTexts.LanguageCommandPrefix, StringComparison.Ordinal))
        {
            newLanguage = command[EngineTexts.LanguageCommandPrefix.Length..];
            Tell(EngineTexts.LanguageChanged);
            return AskAgainOrLate();
        }

        switch (command)
        {
            case EngineTexts.MenuCommand:
                return OpenMenu() ?? Help();
            case EngineTexts.BackCommand when Open is not null:
                return Expired(Top) ? Late() : GoBack();
            case EngineTexts.CancelCommand when Open is not null:
                Tell(EngineTexts.Cancelled);
                return EndDialog();
            case EngineTexts.BackCommand or EngineTexts.CancelCommand:
                Tell(EngineTexts.NothingOpen);
                return Finish();
            case EngineTexts.GreetingCommand:
                return Greet();
            case EngineTexts.ThanksCommand:
                Tell(EngineTexts.Thanks);
                return AskAgainOrLate();
            default:
                return Help();
        }
    }

    /// <summary>A greeting is returned; with nothing open, what can be done is shown, and a stranger is welcomed.</summary>
    private Step Greet()
    {
        if (Open is null && (surroundings.Roles & ~Roles.Stranger) == 0 && catalog.Find(DialogCatalog.WelcomeDialog) is { } welcome && Barrier(welcome) is null)
        {
            return StartDialog(welcome, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty);
        }

        Tell(EngineTexts.Greeting);
        return Open is null ? OpenMenu() ?? Finish() : AskAgainOrLate();
    }

    private Step AskAgainOrLate() => Open is not null && state.Aside is null && Expired(Top) ? Late() : AskAgainOrFinish();

    /// <summary>Help for the place where she is; without an open question, the menu with it.</summary>
    private Step Help()
    {
        if (Open is { } dialog)
        {
            Tell(HelpHere(dialog) ?? new Text(EngineTexts.Help));
            return AskAgainOrLate();
        }

        Tell(HelpTexts.Nowhere(surroundings));
        return OpenMenu() ?? Finish();
    }

    /// <summary>The question's own help, or what fits its kind.</summary>
    private Text? HelpHere(Dialog dialog) =>
        TopAsk.Parts.Help is { } own ? new Text(dialog.KeyOf(own), Arguments())
        : HelpTexts.Of(TopAsk, TopFacts.ConfirmsMoney) is { } key ? new Text(key)
        : null;

    private Step? OpenMenu() =>
        catalog.Find(DialogCatalog.MenuDialog) is { } menu && Barrier(menu) is null
            ? StartDialog(menu, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty)
            : null;

    /// <summary>First once more with an example, then help or the menu, then somebody to ask.</summary>
    private Step NotUnderstood()
    {
        heard = Heard.NotUnderstood;
        if (Open is null && (surroundings.Roles & ~Roles.Stranger) == 0 && catalog.Find(DialogCatalog.WelcomeDialog) is { } welcome && Barrier(welcome) is null)
        {
            return StartDialog(welcome, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty);
        }

        var misses = state.Misses + 1;
        state = state with { Misses = misses };
        switch (misses)
        {
            case 1:
                TellOnceMore();
                return AskAgainOrFinish();
            case 2 when Open is null && OpenMenu() is { } menu:
                return menu;
            case 2:
                Tell(Open is { } dialog && TopAsk.Parts.Help is { } own ? new Text(dialog.KeyOf(own), Arguments()) : new Text(EngineTexts.NotUnderstoodAgain));
                return AskAgainOrFinish();
            default:
                TellWhoCanHelp();
                return AskAgainOrFinish();
        }
    }

    private void TellOnceMore()
    {
        if (Open is not null && state.Aside is null && TopFacts.ExampleKey is { } example)
        {
            Tell(EngineTexts.NotUnderstoodExample, ("example", new Text(example)));
        }
        else
        {
            Tell(EngineTexts.NotUnderstood);
        }
    }

    private void TellWhoCanHelp()
    {
        if (surroundings.Treasurer is { } name)
        {
            Tell(EngineTexts.AskTreasurer, ("name", name));
        }
        else
        {
            Tell(EngineTexts.AskSomebody);
        }
    }
}
