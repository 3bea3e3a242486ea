using System.Collections.Frozen;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>Every way of understanding, by the name that dialogs use in <c>accept:</c>.</summary>
public static class SlotCatalog
{
    /// <summary>A longer message answers no question but one for free text, and is not worth reading as a number.</summary>
    public const int LongestAnswer = 300;

    public static FrozenDictionary<string, SlotKind> Kinds { get; } = new SlotKind[]
    {
        new("money", ValueShape.Money, MoneySlot.Read),
        new("number", ValueShape.Number, CountSlots.Number),
        new("months", ValueShape.Number, CountSlots.Months),
        new("percent", ValueShape.Percent, CountSlots.Percent),
        new("day-of-month", ValueShape.Number, CountSlots.DayOfMonth),
        new("weekday", ValueShape.Words, WordSlots.Weekday),
        new("frequency", ValueShape.Words, WordSlots.Frequency),
        new("yes-no", ValueShape.Words, YesNoSlot.Read),
        new("date", ValueShape.Day, (text, around) => DateSlot.Read(text, around, Direction.Either)),
        new("past-date", ValueShape.Day, (text, around) => DateSlot.Read(text, around, Direction.Past)),
        new("future-date", ValueShape.Day, (text, around) => DateSlot.Read(text, around, Direction.Future)),
        new("period", ValueShape.Words, PeriodSlot.Read),
        new("member", ValueShape.Member, MemberSlot.Read),
        new("loan-number", ValueShape.Number, CodeSlots.Loan),
        new("payment-number", ValueShape.Number, CodeSlots.Payment),
        new("ballot-number", ValueShape.Number, CodeSlots.Ballot),
        new("invite-code", ValueShape.Words, CodeSlots.Invite),
        new("bank-reference", ValueShape.Words, CodeSlots.BankReference),
        new("receipt-code", ValueShape.Words, CodeSlots.Receipt),
        new("upi-address", ValueShape.Words, CodeSlots.UpiAddress),
        new("pin", ValueShape.Words, CodeSlots.Pin),
        new("person-name", ValueShape.Words, WordSlots.PersonName),
        new("text", ValueShape.Words, WordSlots.FreeText),
        new("meeting", ValueShape.Words, MeetingText.ReadWhole, HearsNo: true),
        new("meeting-items", ValueShape.Words, MeetingText.ReadItems, HearsNo: true),
        new("opening-lines", ValueShape.Words, OpeningText.ReadLines),
        new("opening-table", ValueShape.Words, OpeningText.ReadTable),
        new("member-list", ValueShape.Words, MeetingText.ReadMembers, HearsNo: true),
        new("counted-cash", ValueShape.Money, CountSlots.Cash),
        new("language", ValueShape.Words, WordSlots.Language),
        new("rule-name", ValueShape.Words, RuleSlots.Name),
        new("rule-value", ValueShape.Words, RuleSlots.Value),
    }.Select(kind => kind.Name is "text" or "meeting" or "meeting-items" or "opening-lines" or "opening-table" ? kind : kind with { Read = Bounded(kind.Read) }).ToFrozenDictionary(kind => kind.Name);

    /// <summary>The text keys that a slot may answer with; the locales must have them.</summary>
    public static IReadOnlyList<string> TextKeys { get; } =
    [
        MoneySlot.TooLarge, CountSlots.NoSuchDayOfMonth, DateSlot.NoSuchDay, PeriodSlot.WrongOrder, MemberSlot.NoSuchMember,
        CodeSlots.UtrLength, CodeSlots.PinShape, CodeSlots.UpiShape, WordSlots.NameShape, WordSlots.TextTooLong,
    ];

    private static Func<string, SlotSurroundings, SlotOutcome> Bounded(Func<string, SlotSurroundings, SlotOutcome> read) =>
        (text, surroundings) => text.Length <= LongestAnswer ? read(text, surroundings) : new SlotOutcome.NotUnderstood();
}
