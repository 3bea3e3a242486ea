using System.Collections;
using System.Globalization;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Core;

namespace DiGiBachat.Bot.Texts;

/// <summary>An argument of a text in the reader's words. A kind of value or format that a text cannot show throws: it is our mistake.</summary>
internal static class Values
{
    internal static string Say(object? value, Placeholder hole, Reader reader, DateOnly? today) =>
        value switch
        {
            null => "",
            string literal => literal,
            Money amount => hole.Format switch
            {
                "" => Formats.Money(amount, reader.Channel),
                "words" => AmountWords.Of(amount, reader.Language),
                _ => throw Unfit(hole, value),
            },
            Rate rate => hole.Format == "" ? Formats.Percent(rate.Percent) : throw Unfit(hole, value),
            int or long or MemberNumber or LoanNumber or PaymentNumber => Count(Number(value), hole, reader),
            decimal number => hole.Format == "" ? number.ToString(CultureInfo.InvariantCulture) : Count(number, hole, reader),
            DateOnly day => Day(day, hole, reader, today),
            DateTimeOffset at => hole.Format switch
            {
                "" => Formats.Moment(at, reader.Language),
                "clock" => Formats.Clock(at),
                _ => Day(Formats.IndianDay(at), hole, reader, today),
            },
            IEnumerable<string> names => string.Join(", ", names),
            _ => throw Unfit(hole, value),
        };

    private static string Count(decimal count, Placeholder hole, Reader reader) =>
        hole.Format switch
        {
            "" => count.ToString(CultureInfo.InvariantCulture),
            "words" => AmountWords.Of((long)count, reader.Language),
            Template.Plural => (Formats.IsOne(count, reader.Language) ? hole.One : hole.Other)
                .Replace("#", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            _ => throw Unfit(hole, count),
        };

    private static string Day(DateOnly day, Placeholder hole, Reader reader, DateOnly? today) =>
        hole.Format switch
        {
            "" or "day" => Formats.Day(day, reader.Language),
            "relative" => today is { } now ? Formats.Relative(day, now, reader.Language) : Formats.Day(day, reader.Language),
            "month" => Formats.Month(day, reader.Language),
            "weekday" => Formats.Weekday(day, reader.Language),
            "short" => Formats.DayAndMonth(day, reader.Language),
            _ => throw Unfit(hole, day),
        };

    private static decimal Number(object value) =>
        value switch
        {
            int number => number,
            long number => number,
            MemberNumber member => member.Value,
            LoanNumber loan => loan.Value,
            PaymentNumber payment => payment.Value,
            _ => throw new ArgumentException("Not a number.", nameof(value)),
        };

    private static ArgumentException Unfit(Placeholder hole, object value) =>
        new($"The placeholder {{{hole.Name}:{hole.Format}}} cannot show a {(value is IEnumerable ? "list" : value.GetType().Name)}.");
}
