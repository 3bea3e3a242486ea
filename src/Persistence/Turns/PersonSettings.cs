using System.Text.Json;
using System.Text.Json.Serialization;

namespace DiGiBachat.Persistence.Turns;

/// <summary>
/// Which messages she wants, by which channel, and when not. What she has not chosen is null or false: then the group's quiet hours hold,
/// and the channel she used last. Answers to her own messages come always and at once.
/// </summary>
public sealed record PersonSettings
{
    public static readonly PersonSettings None = new();

    /// <summary>No reminders of what is due.</summary>
    public bool NoReminders { get; init; }

    /// <summary>No receipts of money booked; her passbook has them.</summary>
    public bool NoReceipts { get; init; }

    /// <summary>No news of the group: how votes ended, what changed.</summary>
    public bool NoNews { get; init; }

    /// <summary>The number of the channel she wants; null for the one she used last.</summary>
    public short? Channel { get; init; }

    /// <summary>Her own quiet hours, from this time on (Asia/Kolkata); null for the group's. The same time twice means none.</summary>
    public TimeOnly? QuietFrom { get; init; }
    public TimeOnly? QuietUntil { get; init; }

    internal string Stored() => JsonSerializer.Serialize(this, PersonSettingsJson.Default.PersonSettings);

    internal static PersonSettings Of(string? stored) =>
        stored is null ? None : JsonSerializer.Deserialize(stored, PersonSettingsJson.Default.PersonSettings)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PersonSettings))]
internal sealed partial class PersonSettingsJson : JsonSerializerContext;
