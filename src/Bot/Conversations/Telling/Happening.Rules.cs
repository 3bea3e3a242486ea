using DiGiBachat.Bot.Actions;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Bot.Conversations.Telling;

/// <content>The rules and the life of the group as a whole: all members hear of it.</content>
internal sealed partial class Happening
{
    private IEnumerable<Told>? OfRules(GroupEvent happened) =>
        happened switch
        {
            RulesChanged e => All(
                "rule-changed",
                ("rule", RuleTexts.Name(e.Rule)),
                ("was", RuleTexts.Value(RuleBook.Of(e.Rule), e.Was)),
                ("value", RuleTexts.Value(RuleBook.Of(e.Rule), e.Value)),
                (
                    "from",
                    e.Rule is "contribution" or RuleBook.Calendar
                        ? Texts.Text.Of("rule-lines.from-period", ("on", e.NextPeriodOn))
                        : Texts.Text.Of("rule-lines.from-today", ("on", e.On))
                ),
                ("by", e.By is { } by ? NameOf(by) : new Texts.Text("rule-lines.all-of-us"))
            ),
            GroupRenamed e => All("renamed", ("was", e.Was), ("by", By)),
            UpiAddressHeld { Held: { } held } => All("upi-held", ("upi", held.Address), ("from", IndianTime.DayOf(held.From)), ("by", By)),
            UpiAddressHeld => All("upi-kept", ("by", By)),
            UpiAddressChanged { Address: { } address } => All("upi-changed", ("upi", address)),
            UpiAddressChanged => [],
            AllTold e => All("told-all", ("by", By), ("words", e.Words)),
            GroupArchived e => All(e.Final ? "dissolved" : "archived", ("by", By)),
            GroupReopened e => All("reopened", ("by", By), ("on", e.NextPeriodOn)),
            _ => null,
        };
}
