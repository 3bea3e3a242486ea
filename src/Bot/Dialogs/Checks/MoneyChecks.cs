namespace DiGiBachat.Bot.Dialogs.Checks;

/// <summary>Money moves after a yes to a question that says the figures, and in no other way.</summary>
internal static class MoneyChecks
{
    public const string Unmarked = "money-unmarked";
    public const string Unconfirmed = "money-unconfirmed";
    public const string NoFigures = "confirmation-without-figures";

    public static void Check(CheckContext all, Dialog dialog)
    {
        foreach (var act in dialog.States.OfType<DoState>())
        {
            if (all.Actions.TryGetValue(act.Action, out var action) && action.Money != act.Money)
            {
                all.Fault(
                    act.Place,
                    Unmarked,
                    action.Money ? $"'{act.Action}' moves money: say 'money: true'" : $"'{act.Action}' moves no money: 'money: true' is wrong"
                );
            }

            if (act.Money)
            {
                Confirmed(all, dialog, act);
            }
        }
    }

    private static void Confirmed(CheckContext all, Dialog dialog, DoState act)
    {
        if (dialog.Start == act.Name)
        {
            all.Fault(act.Place, Unconfirmed, $"'{act.Name}' moves money and is where the dialog starts");
        }

        foreach (var from in dialog.States)
        {
            foreach (var (by, _) in from.Ways.Where(w => w.Target == act.Name))
            {
                if (from is not ChoiceState choice || by != "yes")
                {
                    all.Fault(from.Place, Unconfirmed, $"'{by}' of '{from.Name}' leads to '{act.Name}', which moves money and wants a yes");
                }
                else if (choice.Entries.All(e => e.Value != "no"))
                {
                    all.Fault(from.Place, Unconfirmed, $"'{from.Name}' confirms money and offers no 'no'");
                }
                else if (PlaceholderChecks.Of(all, dialog.KeyOf(choice.Parts.Ask)).Count == 0)
                {
                    all.Fault(from.Place, NoFigures, $"the text of '{from.Name}' confirms money without saying how much or whose");
                }
            }
        }
    }
}
