using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;

namespace DiGiBachat.Bot.Actions;

/// <summary>Short ways to say what an action answers.</summary>
internal static class Answers
{
    public static readonly ActionResult Done = new ActionResult.Ok();

    public static ActionResult Ok(params (string Name, object? Value)[] arguments) => new ActionResult.Ok(Named(arguments));

    /// <summary>Done, and the dialog keeps these slots from now on.</summary>
    public static ActionResult Keep(string slot, string value) =>
        new ActionResult.Ok(new Dictionary<string, object?>(), new Dictionary<string, string> { [slot] = value });

    public static ActionResult Outcome(string name, params (string Name, object? Value)[] arguments) =>
        new ActionResult.Outcome(name, Named(arguments));

    public static ActionResult Refused(Refusal refusal) => new ActionResult.Refused(RefusalTexts.Of(refusal));

    /// <summary>Ok when nothing stands in the way.</summary>
    public static ActionResult Unless(Refusal? refusal) => refusal is null ? Done : Refused(refusal);

    public static ActionResult Says(string key) => new ActionResult.Refused(new Text(key));

    public static ActionResult Options(IEnumerable<OfferedChoice> choices) => new ActionResult.Options(choices.ToList());

    private static Dictionary<string, object?> Named((string Name, object? Value)[] arguments) =>
        arguments.ToDictionary(a => a.Name, a => a.Value);
}
