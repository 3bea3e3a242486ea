using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DiGiBachat.Core;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Persistence.Turns;

/// <summary>
/// Events as they are kept for ever: a short kind and compact JSON, money as paise, numbers as numbers, enums by name. A kind is
/// never renamed; a new property of an old event must have a default.
/// </summary>
internal static class EventJson
{
    private static readonly (string Kind, JsonTypeInfo Type)[] All =
    [
        ("group-created", Shapes.Default.GroupCreated),
        ("invite-renewed", Shapes.Default.InviteRenewed),
        ("join-requested", Shapes.Default.JoinRequested),
        ("member-admitted", Shapes.Default.MemberAdmitted),
        ("member-refused", Shapes.Default.MemberRefused),
        ("role-changed", Shapes.Default.RoleChanged),
        ("period-opened", Shapes.Default.PeriodOpened),
        ("fine-charged", Shapes.Default.FineCharged),
        ("payment-requested", Shapes.Default.PaymentRequested),
        ("payment-claimed", Shapes.Default.PaymentClaimed),
        ("payment-rejected", Shapes.Default.PaymentRejected),
        ("payment-expired", Shapes.Default.PaymentExpired),
        ("payment-posted", Shapes.Default.PaymentPosted),
        ("contribution", Shapes.Default.ContributionReceived),
        ("repayment", Shapes.Default.RepaymentReceived),
        ("loan-requested", Shapes.Default.LoanRequested),
        ("loan-approved", Shapes.Default.LoanApproved),
        ("loan-rejected", Shapes.Default.LoanRejected),
        ("loan-withdrawn", Shapes.Default.LoanWithdrawn),
        ("loan-cancelled", Shapes.Default.LoanCancelled),
        ("loan-disbursed", Shapes.Default.LoanDisbursed),
        ("loan-accrued", Shapes.Default.LoanAccrued),
        ("loan-closed", Shapes.Default.LoanClosed),
        ("contribution-reversed", Shapes.Default.ContributionReversed),
        ("repayment-reversed", Shapes.Default.RepaymentReversed),
        // Decisions
        ("ballot-opened", Shapes.Default.BallotOpened),
        ("vote-cast", Shapes.Default.VoteCast),
        ("ballot-closed", Shapes.Default.BallotClosed),
        // Rules and group life
        ("rules-changed", Shapes.Default.RulesChanged),
        ("group-renamed", Shapes.Default.GroupRenamed),
        ("upi-address-held", Shapes.Default.UpiAddressHeld),
        ("upi-address-changed", Shapes.Default.UpiAddressChanged),
        ("all-told", Shapes.Default.AllTold),
        ("group-archived", Shapes.Default.GroupArchived),
        ("group-reopened", Shapes.Default.GroupReopened),
    ];

    private static readonly FrozenDictionary<Type, (string Kind, JsonTypeInfo Type)> ByType = All.ToFrozenDictionary(e => e.Type.Type);
    private static readonly FrozenDictionary<string, JsonTypeInfo> ByKind = All.ToFrozenDictionary(e => e.Kind, e => e.Type);

    /// <summary>Events that hold a name, an address or somebody's own words. They are stored sealed.</summary>
    private static readonly FrozenSet<Type> Sealed = new[]
    {
        typeof(GroupCreated),
        typeof(JoinRequested),
        typeof(PaymentRejected),
        typeof(LoanRequested),
        typeof(LoanRejected),
        typeof(ContributionReversed),
        typeof(RepaymentReversed),
        typeof(BallotOpened),
        typeof(VoteCast),
        typeof(BallotClosed),
        typeof(RulesChanged),
        typeof(GroupRenamed),
        typeof(UpiAddressHeld),
        typeof(UpiAddressChanged),
        typeof(AllTold),
    }.ToFrozenSet();

    public static IEnumerable<Type> Known => ByType.Keys;

    public static bool IsSealed(string kind) => Sealed.Contains(ByKind[kind].Type);

    public static (string Kind, string Data) Write(GroupEvent happened)
    {
        var (kind, type) = ByType[happened.GetType()];
        return (kind, JsonSerializer.Serialize(happened, type));
    }

    public static GroupEvent Read(string kind, string data) => (GroupEvent)JsonSerializer.Deserialize(data, ByKind[kind])!;

    public static string Write(GroupRules rules) => JsonSerializer.Serialize(rules, Shapes.Default.GroupRules);

    public static string Write(OpenMatters matters) => JsonSerializer.Serialize(matters, Shapes.Default.OpenMatters);

    public static OpenMatters ReadMatters(string json) => JsonSerializer.Deserialize(json, Shapes.Default.OpenMatters)!;

    public static string Write(MemberMore more) => JsonSerializer.Serialize(more, Shapes.Default.MemberMore);

    public static MemberMore ReadMore(string json) => JsonSerializer.Deserialize(json, Shapes.Default.MemberMore)!;

    /// <summary>Rules that were written before a rule was known have its default.</summary>
    public static GroupRules ReadRules(string json) =>
        JsonSerializer.Deserialize(RulesDefaults.CompletedWith(json), Shapes.Default.GroupRules)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [
        typeof(MoneyJson),
        typeof(RateJson),
        typeof(GroupIdJson),
        typeof(PersonIdJson),
        typeof(MemberNumberJson),
        typeof(LoanNumberJson),
        typeof(PaymentNumberJson),
        typeof(DueCalendarJson),
        typeof(BallotNumberJson),
        typeof(ActJson),
    ]
)]
[JsonSerializable(typeof(GroupRules))]
[JsonSerializable(typeof(GroupCreated))]
[JsonSerializable(typeof(InviteRenewed))]
[JsonSerializable(typeof(JoinRequested))]
[JsonSerializable(typeof(MemberAdmitted))]
[JsonSerializable(typeof(MemberRefused))]
[JsonSerializable(typeof(RoleChanged))]
[JsonSerializable(typeof(PeriodOpened))]
[JsonSerializable(typeof(FineCharged))]
[JsonSerializable(typeof(PaymentRequested))]
[JsonSerializable(typeof(PaymentClaimed))]
[JsonSerializable(typeof(PaymentRejected))]
[JsonSerializable(typeof(PaymentExpired))]
[JsonSerializable(typeof(PaymentPosted))]
[JsonSerializable(typeof(ContributionReceived))]
[JsonSerializable(typeof(RepaymentReceived))]
[JsonSerializable(typeof(LoanRequested))]
[JsonSerializable(typeof(LoanApproved))]
[JsonSerializable(typeof(LoanRejected))]
[JsonSerializable(typeof(LoanWithdrawn))]
[JsonSerializable(typeof(LoanCancelled))]
[JsonSerializable(typeof(LoanDisbursed))]
[JsonSerializable(typeof(LoanAccrued))]
[JsonSerializable(typeof(LoanClosed))]
[JsonSerializable(typeof(ContributionReversed))]
[JsonSerializable(typeof(RepaymentReversed))]
[JsonSerializable(typeof(OpenMatters))]
[JsonSerializable(typeof(MemberMore))]
[JsonSerializable(typeof(BallotOpened))]
[JsonSerializable(typeof(VoteCast))]
[JsonSerializable(typeof(BallotClosed))]
[JsonSerializable(typeof(AskAll))]
[JsonSerializable(typeof(RulesChanged))]
[JsonSerializable(typeof(GroupRenamed))]
[JsonSerializable(typeof(UpiAddressHeld))]
[JsonSerializable(typeof(UpiAddressChanged))]
[JsonSerializable(typeof(AllTold))]
[JsonSerializable(typeof(GroupArchived))]
[JsonSerializable(typeof(GroupReopened))]
[JsonSerializable(typeof(RuleChange))]
[JsonSerializable(typeof(UpiChange))]
[JsonSerializable(typeof(Dissolution))]
internal sealed partial class Shapes : JsonSerializerContext;

internal abstract class NumberJson<T>(Func<long, T> from, Func<T, long> to) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => from(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(to(value));
}

internal sealed class MoneyJson() : NumberJson<Money>(n => new(n), m => m.Paise);

internal sealed class RateJson() : NumberJson<Rate>(n => new(checked((int)n)), r => r.BasisPointsPerMonth);

internal sealed class MemberNumberJson() : NumberJson<MemberNumber>(n => new(checked((int)n)), m => m.Value);

internal sealed class LoanNumberJson() : NumberJson<LoanNumber>(n => new(checked((int)n)), l => l.Value);

internal sealed class PaymentNumberJson() : NumberJson<PaymentNumber>(n => new(checked((int)n)), p => p.Value);

internal sealed class BallotNumberJson() : NumberJson<BallotNumber>(n => new(checked((int)n)), b => b.Value);

internal abstract class IdJson<T>(Func<Guid, T> from, Func<T, Guid> to) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => from(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(to(value));
}

internal sealed class GroupIdJson() : IdJson<GroupId>(g => new(g), g => g.Value);

internal sealed class PersonIdJson() : IdJson<PersonId>(p => new(p), p => p.Value);
