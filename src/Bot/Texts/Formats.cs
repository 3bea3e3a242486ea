using System.Globalization;
using System.Text;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Core;

namespace DiGiBachat.Bot.Texts;

/// <summary>Figures and days as people read them. Nothing here depends on the machine's culture.</summary>
public static class Formats
{
    public const string English = "en";
    public const string Hindi = "hi";
    public const string RomanHindi = "hi-Latn";

    /// <summary>In the order in which they are offered and in which the locale files are compared.</summary>
    public static IReadOnlyList<string> Languages { get; } = [English, Hindi, RomanHindi];

    private static readonly NumberFormatInfo Indian = new() { NumberGroupSizes = [3, 2], NumberGroupSeparator = ",", NumberDecimalSeparator = "." };

    /// <summary>India has one clock and no summer time.</summary>
    private static readonly TimeSpan IndianOffset = new(5, 30, 0);

    private static readonly string[] EnglishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] EnglishShort = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] HindiMonths = ["जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"];

    private static readonly string[][] Weekdays =
    [
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        ["रविवार", "सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार"],
        ["Ravivaar", "Somvaar", "Mangalvaar", "Budhvaar", "Guruvaar", "Shukravaar", "Shanivaar"],
    ];

    /// <summary>"₹12,34,567.50"; "Rs 12,34,567.50" on SMS, where ₹ would double the cost; no decimals when there are no paise.</summary>
    public static string Money(Money amount, ChannelKind channel)
    {
        var paise = Math.Abs((decimal)amount.Paise);
        var figures = (paise / 100m).ToString(paise % 100 == 0 ? "#,0" : "#,0.00", Indian);
        return (amount.IsNegative ? "-" : "") + (channel == ChannelKind.Sms ? "Rs " : "₹") + figures;
    }

    /// <summary>"2%", "1.5%".</summary>
    public static string Percent(decimal percent) => percent.ToString("0.##", Indian) + "%";

    /// <summary>"5 Apr 2026", "5 अप्रैल 2026", "5 April 2026".</summary>
    public static string Day(DateOnly day, string language) => $"{DayAndMonth(day, language)} {Digits(day.Year)}";

    /// <summary>"5 Apr".</summary>
    public static string DayAndMonth(DateOnly day, string language) => $"{Digits(day.Day)} {(language == English ? EnglishShort[day.Month - 1] : MonthName(day, language))}";

    /// <summary>"April 2026".</summary>
    public static string Month(DateOnly day, string language) => $"{MonthName(day, language)} {Digits(day.Year)}";

    public static string Weekday(DateOnly day, string language) => Weekdays[Index(language)][(int)day.DayOfWeek];

    public static DateOnly IndianDay(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(IndianOffset).DateTime);

    /// <summary>The clock of India, "17:30".</summary>
    public static string Clock(DateTimeOffset at) => at.ToOffset(IndianOffset).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset at, string language) => $"{Day(IndianDay(at), language)}, {Clock(at)}";

    /// <summary>"today", "in 3 days", "2 days ago". Hindi has one word for yesterday and tomorrow, so the day is said with it.</summary>
    public static string Relative(DateOnly day, DateOnly today, string language)
    {
        var apart = day.DayNumber - today.DayNumber;
        var days = Digits(Math.Abs(apart));
        return (language, apart) switch
        {
            (English, 0) => "today",
            (English, 1) => "tomorrow",
            (English, -1) => "yesterday",
            (English, > 0) => $"in {days} days",
            (English, _) => $"{days} days ago",
            (Hindi, 0) => "आज",
            (Hindi, 1 or -1) => $"कल ({DayAndMonth(day, language)})",
            (Hindi, > 0) => $"{days} दिन में",
            (Hindi, _) => $"{days} दिन पहले",
            (_, 0) => "aaj",
            (_, 1 or -1) => $"kal ({DayAndMonth(day, language)})",
            (_, > 0) => $"{days} din mein",
            _ => $"{days} din pehle",
        };
    }

    /// <summary>Which plural a count takes: Hindi says nought and one alike (CLDR).</summary>
    public static bool IsOne(decimal count, string language) => language == English ? count == 1 : count is >= 0 and <= 1;

    /// <summary>Throws when the machine runs without ICU, which would silently change how names are composed and compared.</summary>
    public static void AssertIcu()
    {
        var hindi = CultureInfo.GetCultureInfo("hi-IN");
        var figure = 1234567m.ToString("N0", hindi);
        var composed = "e\u0301".Normalize(NormalizationForm.FormC);
        if (figure != "12,34,567" || composed != "\u00E9" || hindi.DateTimeFormat.GetMonthName(4) != "अप्रैल")
        {
            throw new InvalidOperationException($"ICU is missing or too old: 1234567 in hi-IN is '{figure}'.");
        }
    }

    private static string MonthName(DateOnly day, string language) => (language == Hindi ? HindiMonths : EnglishMonths)[day.Month - 1];

    private static int Index(string language) => language == English ? 0 : language == Hindi ? 1 : 2;

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
