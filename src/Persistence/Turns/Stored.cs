using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DiGiBachat.Core;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Savings;
using DiGiBachat.Persistence.Sql;
using Npgsql;

namespace DiGiBachat.Persistence.Turns;

/// <summary>How the arithmetic's own values are kept: terms and instalments in columns, the calendar inside the rules.</summary>
internal static class Stored
{
    public const string TermsColumns =
        "principal_paise, months, rate_basis_points, method, rounding_unit_paise, interest_in_whole_rupees, prepayment, late_charge_paise";

    /// <summary>How many columns <see cref="TermsColumns"/> names.</summary>
    public const int TermsWidth = 8;

    public const string InstalmentColumns =
        "number, due_on, principal_paise, interest_paise, charge_paise, principal_paid_paise, interest_paid_paise, charge_paid_paise";

    public static LoanTerms Terms(NpgsqlDataReader row, int at) =>
        new(
            row.Money(at),
            row.GetInt32(at + 1),
            new Rate(row.GetInt32(at + 2)),
            (InterestMethod)row.GetInt16(at + 3),
            row.Money(at + 4),
            row.GetBoolean(at + 5),
            (PrepaymentRule)row.GetInt16(at + 6),
            row.Money(at + 7)
        );

    /// <summary>In the order of <see cref="TermsColumns"/>.</summary>
    public static NpgsqlParameter[] Parameters(LoanTerms terms) =>
        [
            Value.Of(terms.Principal),
            Value.Of(terms.Months),
            Value.Of(terms.Rate.BasisPointsPerMonth),
            Value.Of((short)terms.Method),
            Value.Of(terms.RoundingUnit),
            Value.Of(terms.InterestInWholeRupees),
            Value.Of((short)terms.Prepayment),
            Value.Of(terms.LateCharge),
        ];

    public static Instalment Instalment(NpgsqlDataReader row, int at) =>
        new(
            row.GetInt32(at),
            row.Day(at + 1),
            row.Money(at + 2),
            row.Money(at + 3),
            row.Money(at + 4),
            row.Money(at + 5),
            row.Money(at + 6),
            row.Money(at + 7)
        );

    /// <summary>One array for each of <see cref="InstalmentColumns"/>.</summary>
    public static NpgsqlParameter[] Parameters(IReadOnlyList<Instalment> lines)
    {
        return
        [
            Value.Of(lines.Select(i => i.Number).ToArray()),
            Value.Of(lines.Select(i => i.DueOn).ToArray()),
            Of(i => i.Principal),
            Of(i => i.Interest),
            Of(i => i.Charge),
            Of(i => i.PrincipalPaid),
            Of(i => i.InterestPaid),
            Of(i => i.ChargePaid),
        ];

        NpgsqlParameter Of(Func<Instalment, Money> amount) => Value.Of(lines.Select(i => amount(i).Paise).ToArray());
    }
}

/// <summary>A calendar in JSON: <c>{"every":"Monthly","on":10,"from":"2026-04-01"}</c>; a weekday counts from Sunday, which is 0.</summary>
internal sealed class DueCalendarJson : JsonConverter<DueCalendar>
{
    public override DueCalendar Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        var on = json.RootElement.GetProperty("on").GetInt32();
        var from = DateOnly.ParseExact(json.RootElement.GetProperty("from").GetString()!, "O", CultureInfo.InvariantCulture);
        return Enum.Parse<Frequency>(json.RootElement.GetProperty("every").GetString()!) switch
        {
            Frequency.Weekly => DueCalendar.Weekly((DayOfWeek)on, from),
            Frequency.Fortnightly => DueCalendar.Fortnightly((DayOfWeek)on, from),
            Frequency.Monthly => DueCalendar.Monthly(on, from),
        };
    }

    public override void Write(Utf8JsonWriter writer, DueCalendar value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("every", value.Frequency.ToString());
        writer.WriteNumber("on", value.DayOfMonth ?? (int)value.Weekday!);
        writer.WriteString("from", value.StartsOn.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }
}
