using System.Globalization;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Core;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>Canonical slot values as the arguments that texts format.</summary>
internal static class SlotValues
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>Money from paise, a rate from basis points a month, a member by name; what cannot be read stays as it is.</summary>
    public static object Argument(ValueShape shape, string value, SlotSurroundings surroundings) =>
        shape switch
        {
            ValueShape.Money when long.TryParse(value, NumberStyles.AllowLeadingSign, Plain, out var paise) => new Money(paise),
            ValueShape.Number when int.TryParse(value, NumberStyles.AllowLeadingSign, Plain, out var number) => number,
            ValueShape.Percent when int.TryParse(value, NumberStyles.None, Plain, out var basisPoints) => new Rate(basisPoints),
            ValueShape.Day when DateOnly.TryParseExact(value, "yyyy-MM-dd", Plain, DateTimeStyles.None, out var day) => day,
            ValueShape.Member when Member(value, surroundings) is { } member => member.Name,
            _ => value,
        };

    public static NamedMember? Member(string value, SlotSurroundings surroundings) =>
        int.TryParse(value, NumberStyles.None, Plain, out var number) ? surroundings.Members.FirstOrDefault(m => m.Number == number) : null;
}
