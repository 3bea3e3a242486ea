using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DiGiBachat.Bot.Dialogs.Checks;

/// <summary>
/// Every placeholder of a text is filled when it is said: by a slot that is answered on every way to it, by the action that shows
/// its figures, or by what was done just before it.
/// </summary>
internal static partial class PlaceholderChecks
{
    public const string Unfilled = "placeholder";

    public static void Check(CheckContext all, Dialog dialog)
    {
        var filled = FilledBefore(dialog);
        foreach (var state in dialog.States)
        {
            if (!filled.TryGetValue(state.Name, out var slots))
            {
                continue;
            }

            IReadOnlyCollection<string> known = [.. slots, .. dialog.Slots.Keys];
            if ((state as AskState)?.Parts.Help is { } help)
            {
                Text(all, state, dialog.KeyOf(help), known);
            }

            var said = (state as AskState)?.Parts.Ask ?? (state as SayState)?.Say;
            if (said is not null && SuppliedTo(all, dialog, state) is { } supplied)
            {
                Text(all, state, dialog.KeyOf(said), [.. known, .. supplied]);
            }
        }
    }

    private static void Text(CheckContext all, State state, string key, IReadOnlyCollection<string> known)
    {
        foreach (var name in Of(all, key).Except(known))
        {
            all.Fault(state.Place, Unfilled, $"nothing fills {{{name}}} of '{key}' here");
        }
    }

    /// <summary>The names of a text's placeholders in any language.</summary>
    public static HashSet<string> Of(CheckContext all, string key) =>
        [
            .. all
                .Texts.Languages.Select(l => all.Texts.Raw(l, key))
                .OfType<string>()
                .SelectMany(raw => Placeholder().Matches(raw.Replace("{{", "", StringComparison.Ordinal)))
                .Select(m => m.Groups[1].Value),
        ];

    /// <summary>
    /// What actions supply to a state's text: its own figures, and what was done since the last question. Null when an action
    /// that may supply has not said what.
    /// </summary>
    private static HashSet<string>? SuppliedTo(CheckContext all, Dialog dialog, State state)
    {
        var supplied = new HashSet<string>(StringComparer.Ordinal);
        var actions = new List<string>();
        if (state.Show is { } show)
        {
            actions.Add(show);
        }

        if (state is SayState)
        {
            actions.AddRange(DoneJustBefore(dialog, state, []).Distinct());
        }

        foreach (var action in actions)
        {
            if (all.Actions.GetValueOrDefault(action)?.Supplies is not { } names)
            {
                return null;
            }

            supplied.UnionWith(names);
        }

        return supplied;
    }

    private static IEnumerable<string> DoneJustBefore(Dialog dialog, State state, HashSet<string> seen)
    {
        foreach (var before in dialog.States.Where(s => s.Ways.Any(w => w.Target == state.Name)))
        {
            switch (before)
            {
                case DoState act:
                    yield return act.Action;
                    break;
                case SayState say when seen.Add(say.Name):
                    foreach (var action in DoneJustBefore(dialog, say, seen))
                    {
                        yield return action;
                    }

                    break;
            }
        }
    }

    /// <summary>For each state the slots that are filled on every way to it.</summary>
    private static Dictionary<string, ImmutableHashSet<string>> FilledBefore(Dialog dialog)
    {
        var filled = new Dictionary<string, ImmutableHashSet<string>>(StringComparer.Ordinal) { [dialog.Start] = [] };
        var open = new Queue<string>([dialog.Start]);
        while (open.TryDequeue(out var name))
        {
            if (dialog.Find(name) is not { } state)
            {
                continue;
            }

            var after = state is AskState { Parts.Slot: { } slot } ? filled[name].Add(slot) : filled[name];
            foreach (var (_, target) in state.Ways)
            {
                var known = filled.TryGetValue(target, out var before);
                var now = known ? before!.Intersect(after) : after;
                if (!known || now.Count < before!.Count)
                {
                    filled[target] = now;
                    open.Enqueue(target);
                }
            }
        }

        return filled;
    }

    [GeneratedRegex(@"\{([A-Za-z0-9_-]+)(?::[^}]*)?\}")]
    private static partial Regex Placeholder();
}
