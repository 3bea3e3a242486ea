namespace DiGiBachat.Bot.Dialogs.Checks;

/// <summary>Every state can be reached and left, and no circle turns without asking anything.</summary>
internal static class WayChecks
{
    public const string Unreachable = "unreachable";
    public const string NoEnd = "no-end";
    public const string Circle = "circle";

    private const string Refused = "refused";

    public static void Check(CheckContext all, Dialog dialog)
    {
        var reached = Reach(dialog, [dialog.Start], s => s.Ways.Select(w => w.Target));
        foreach (var state in dialog.States.Where(s => !reached.Contains(s.Name)))
        {
            all.Fault(state.Place, Unreachable, $"nothing leads to '{state.Name}'");
        }

        foreach (var state in dialog.States.Where(s => !Ends(dialog, s)))
        {
            all.Fault(state.Place, NoEnd, $"from '{state.Name}' there is no way to the end but a refusal");
        }

        foreach (var state in dialog.States.Where(s => s is not AskState))
        {
            var onward = Reach(dialog, state.Ways.Select(w => w.Target), s => s is AskState ? [] : s.Ways.Select(w => w.Target));
            if (onward.Contains(state.Name))
            {
                all.Fault(state.Place, Circle, $"'{state.Name}' comes back to itself without asking anything");
            }
        }
    }

    /// <summary>Hand-overs and menus end a dialog; a way back or a refusal alone does not count as an end.</summary>
    private static bool Ends(Dialog dialog, State state)
    {
        var reached = Reach(dialog, [state.Name], s => s.Ways.Where(w => w.By != Refused).Select(w => w.Target));
        return reached.Contains(Dialog.End) || reached.Any(name => dialog.Find(name) is HandOverState or MenuState);
    }

    private static HashSet<string> Reach(Dialog dialog, IEnumerable<string> from, Func<State, IEnumerable<string>> onward)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(from);
        while (open.TryDequeue(out var name))
        {
            if (reached.Add(name) && dialog.Find(name) is { } state)
            {
                foreach (var next in onward(state))
                {
                    open.Enqueue(next);
                }
            }
        }

        return reached;
    }
}
