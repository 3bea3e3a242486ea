using System.Globalization;
using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>What a list of messages is narrowed to: To, From, and DateSent as a day, from (DateSent&gt;) and until (DateSent&lt;), both included.</summary>
public sealed record MessageFilter(string? To, string? From, DateTimeOffset SentFrom, DateTimeOffset SentUntil)
{
    /// <summary>Null when a date cannot be read.</summary>
    public static MessageFilter? Read(Func<string, string?> query)
    {
        var (from, until) = (DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        foreach (var name in new[] { "DateSent", "DateSent>", "DateSent<" })
        {
            if (query(name) is not { } text)
                continue;
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
                return null;
            var end = text.Length <= "2026-04-05".Length ? at.AddDays(1).AddTicks(-1) : at.AddSeconds(1).AddTicks(-1);
            if (name != "DateSent<")
                from = at;
            if (name != "DateSent>")
                until = end;
        }
        return new MessageFilter(query("To"), query("From"), from, until);
    }

    public bool Matches(Message message) =>
        (To is null || To == message.To)
        && (From is null || From == message.From)
        && message.CreatedAt >= SentFrom
        && message.CreatedAt <= SentUntil;
}
