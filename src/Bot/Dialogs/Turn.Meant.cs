using System.Collections.Immutable;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>A sentence that fits several dialogs equally well: she chooses, nothing is guessed.</summary>
internal sealed partial class Turn
{
    private Step.Finished AskWhichMeant(IReadOnlyList<string> dialogs)
    {
        var id = NewQuestionId();
        state = state with
        {
            Aside = new EngineQuestion(
                EngineQuestionKind.WhichMeant,
                id,
                Now,
                string.Join(' ', dialogs)
            ),
        };
        says = says.Add(
            new Say(
                new Text(EngineTexts.WhichMeant),
                [.. dialogs.Select(d => new OfferedChoice(d, Title(d)))],
                id
            )
        );
        return Finish();
    }

    /// <summary>By number, or by the name that was shown.</summary>
    private static string? MeantBy(EngineQuestion aside, string text)
    {
        var dialogs = aside.Command!.Split(' ');
        return Words.ChoiceNumber(text) is { } number && number >= 1 && number <= dialogs.Length
            ? dialogs[number - 1]
            : null;
    }

    private Step? ChooseMeant(EngineQuestion aside, string value)
    {
        if (!aside.Command!.Split(' ').Contains(value) || catalog.Find(value) is null)
        {
            return null;
        }

        state = state with { Aside = null, Misses = 0 };
        heard = Heard.Answer;
        return StartDialog(
            catalog.Find(value)!,
            ImmutableDictionary<string, string>.Empty,
            ImmutableDictionary<string, string>.Empty
        );
    }
}
