using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;

namespace DiGiBachat.Persistence.Turns;

/// <summary>An act in JSON: <c>{"act":"ask-all","of":{…}}</c>. A kind is never renamed.</summary>
internal sealed class ActJson : JsonConverter<Act>
{
    private static readonly (string Kind, Func<JsonTypeInfo> Type, Type Of)[] All =
    [
        ("ask-all", () => Shapes.Default.AskAll, typeof(AskAll)),
        ("book-opening", () => Shapes.Default.BookOpening, typeof(Core.Opening.BookOpening)),
        ("close-meeting", () => Shapes.Default.CloseTheMeeting, typeof(Core.Meetings.CloseTheMeeting)),
        // Fund
        ("share-surplus", () => Shapes.Default.ShareSurplus, typeof(Core.Fund.ShareSurplus)),
        // Lending
        ("guarantee-loan", () => Shapes.Default.GuaranteeLoan, typeof(GuaranteeLoan)),
        ("approve-loan", () => Shapes.Default.ApproveLoan, typeof(ApproveLoan)),
        ("change-instalments", () => Shapes.Default.ChangeInstalments, typeof(ChangeInstalments)),
        ("write-off-loan", () => Shapes.Default.WriteOffLoan, typeof(WriteOffLoan)),
        // Members
        ("leaver-settled", () => Shapes.Default.LeaverSettled, typeof(LeaverSettled)),
        ("savings-withdrawn", () => Shapes.Default.SavingsWithdrawn, typeof(SavingsWithdrawn)),
        ("admin-offered", () => Shapes.Default.AdminOffered, typeof(AdminOffered)),
        ("number-moved", () => Shapes.Default.NumberMoved, typeof(NumberMoved)),
        ("loan-for-member", () => Shapes.Default.LoanForMember, typeof(LoanForMember)),
        // Rules and group life
        ("change-rule", () => Shapes.Default.RuleChange, typeof(RuleChange)),
        ("change-upi", () => Shapes.Default.UpiChange, typeof(UpiChange)),
        ("dissolve", () => Shapes.Default.Dissolution, typeof(Dissolution)),
    ];

    private static readonly FrozenDictionary<Type, (string Kind, Func<JsonTypeInfo> Type, Type Of)> ByType = All.ToFrozenDictionary(a =>
        a.Of
    );
    private static readonly FrozenDictionary<string, (string Kind, Func<JsonTypeInfo> Type, Type Of)> ByKind = All.ToFrozenDictionary(a =>
        a.Kind
    );

    public static IEnumerable<Type> Known => ByType.Keys;

    /// <summary>Only what is declared as an act: a concrete one is written by its own shape.</summary>
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Act);

    public override Act Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        var (_, type, _) = ByKind[json.RootElement.GetProperty("act").GetString()!];
        return (Act)json.RootElement.GetProperty("of").Deserialize(type())!;
    }

    public override void Write(Utf8JsonWriter writer, Act value, JsonSerializerOptions options)
    {
        var (kind, type, _) = ByType[value.GetType()];
        writer.WriteStartObject();
        writer.WriteString("act", kind);
        writer.WritePropertyName("of");
        JsonSerializer.Serialize(writer, value, type());
        writer.WriteEndObject();
    }
}
