namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>A member as a slot may match her: number within the group, name, last four digits of her phone ("" when she has none).</summary>
public sealed record NamedMember(int Number, string Name, string LastFourDigits);

/// <summary>What a slot may look at beside the words themselves. Today is the day in Asia/Kolkata.</summary>
public sealed record SlotSurroundings(DateOnly Today, string Language, IReadOnlyList<NamedMember> Members);

/// <summary>
/// How a text was understood. A value is kept in canonical form, a culture-free string: money in paise ("50000"), numbers in
/// digits, days as yyyy-MM-dd, members and loans by number, codes in capitals. It is what a conversation stores.
/// </summary>
public abstract record SlotOutcome
{
    private SlotOutcome() { }

    public sealed record Understood(string Value) : SlotOutcome;

    /// <summary>Several things are meant by it; a numbered choice is asked.</summary>
    public sealed record Ambiguous(IReadOnlyList<string> Values) : SlotOutcome;

    /// <summary>Understood, but not a possible value; <paramref name="TextKey"/> says why (for example a UTR of 11 digits).</summary>
    public sealed record Impossible(string TextKey) : SlotOutcome;

    public sealed record NotUnderstood : SlotOutcome;
}

/// <summary>How a text shows a canonical value.</summary>
public enum ValueShape
{
    Words,
    Money,
    Number,
    Percent,
    Day,
    Member,
}

/// <summary>
/// One way of understanding, named in dialogs by <c>accept:</c>. With <paramref name="HearsNo"/> a "no" is a part of what is said and
/// denies nothing: "all 100, 7 no".
/// </summary>
public sealed record SlotKind(string Name, ValueShape Shape, Func<string, SlotSurroundings, SlotOutcome> Read, bool HearsNo = false);
