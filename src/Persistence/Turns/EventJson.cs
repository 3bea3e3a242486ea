using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using System.Text.Json.Serialization;
using System.Text.Json;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Meetings;
using DiGiBachat.Core.Opening;
using DiGiBachat.Core;
using DiGiBachat.Core.Loans;

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
        ("payment-note-kept", Shapes.Default.PaymentNoteKept),
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
        // Meetings
        ("meeting-started", Shapes.Default.MeetingStarted),
        ("attendance-taken", Shapes.Default.AttendanceTaken),
        ("meeting-booked", Shapes.Default.MeetingBooked),
        ("meeting-undone", Shapes.Default.MeetingUndone),
        ("meeting-difference", Shapes.Default.MeetingDifferenceBooked),
        ("meeting-closed", Shapes.Default.MeetingClosed),
        // Opening
        ("opening-drafted", Shapes.Default.OpeningDrafted),
        ("loan-opened", Shapes.Default.LoanOpened),
        ("opening-booked", Shapes.Default.OpeningBooked),
        // Fund
        ("fine-imposed", Shapes.Default.FineImposed),
        ("fine-waived", Shapes.Default.FineWaived),
        ("expense", Shapes.Default.ExpensePaid),
        ("bank-interest", Shapes.Default.BankInterestReceived),
        ("grant", Shapes.Default.GrantReceived),
        ("money-moved", Shapes.Default.MoneyMoved),
        ("investment-placed", Shapes.Default.InvestmentPlaced),
        ("investment-matured", Shapes.Default.InvestmentMatured),
        ("other-money-reversed", Shapes.Default.OtherMoneyReversed),
        ("surplus-shared", Shapes.Default.SurplusShared),
        ("share-paid", Shapes.Default.SharePaid),
        // Lending
        ("loan-guaranteed", Shapes.Default.LoanGuaranteed),
        ("loan-class-changed", Shapes.Default.LoanClassChanged),
        ("loan-rescheduled", Shapes.Default.LoanRescheduled),
        ("loan-written-off", Shapes.Default.LoanWrittenOff),
        ("loan-recovered", Shapes.Default.LoanRecovered),
        ("recovery-reversed", Shapes.Default.RecoveryReversed),
        // Members
        ("leaver-paid", Shapes.Default.LeaverPaid),
        ("savings-paid-out", Shapes.Default.SavingsPaidOut),
        ("admin-handed-over", Shapes.Default.AdminHandedOver),
        ("member-added", Shapes.Default.MemberAdded),
        ("helper-named", Shapes.Default.HelperNamed),
        ("member-linked", Shapes.Default.MemberLinked),
        ("number-changed", Shapes.Default.NumberChanged),
        ("pin-changed", Shapes.Default.PinChanged),
        ("pin-refused", Shapes.Default.PinRefused),
        ("autopay-changed", Shapes.Default.AutopayChanged),
        // Payments
        ("payment-corrected", Shapes.Default.PaymentCorrected),
        ("payer-named", Shapes.Default.PayerNamed),
        ("reference-reused", Shapes.Default.ReferenceReused),
        ("members-reminded", Shapes.Default.MembersReminded),
        ("objection-raised", Shapes.Default.ObjectionRaised),
        ("objection-resolved", Shapes.Default.ObjectionResolved),
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
        typeof(PaymentNoteKept),
        typeof(PaymentRejected),
        typeof(LoanRequested),
        typeof(LoanRejected),
        typeof(LoanCancelled),
        typeof(RecoveryReversed),
        typeof(ContributionReversed),
        typeof(RepaymentReversed),
        typeof(BallotOpened),
        typeof(VoteCast),
        typeof(BallotClosed),
        // Opening
        typeof(LoanOpened),
        // Meetings
        typeof(MeetingUndone),
        typeof(MeetingDifferenceBooked),
        typeof(MeetingClosed),
        // Fund
        typeof(FineImposed),
        typeof(FineWaived),
        typeof(ExpensePaid),
        typeof(GrantReceived),
        typeof(InvestmentPlaced),
        typeof(InvestmentMatured),
        typeof(OtherMoneyReversed),
        // Members
        typeof(MemberAdded),
        typeof(MemberLinked),
        typeof(NumberChanged),
        typeof(PinChanged),
        typeof(PayerNamed),
        typeof(ObjectionRaised),
        typeof(ObjectionResolved),
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
        typeof(ObjectionNumberJson),
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
[JsonSerializable(typeof(PaymentNoteKept))]
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
[JsonSerializable(typeof(MeetingStarted))]
[JsonSerializable(typeof(AttendanceTaken))]
[JsonSerializable(typeof(MeetingBooked))]
[JsonSerializable(typeof(MeetingUndone))]
[JsonSerializable(typeof(MeetingDifferenceBooked))]
[JsonSerializable(typeof(MeetingClosed))]
[JsonSerializable(typeof(CloseTheMeeting))]
[JsonSerializable(typeof(OpeningDrafted))]
[JsonSerializable(typeof(LoanOpened))]
[JsonSerializable(typeof(OpeningBooked))]
[JsonSerializable(typeof(BookOpening))]
// Fund
[JsonSerializable(typeof(FineImposed))]
[JsonSerializable(typeof(FineWaived))]
[JsonSerializable(typeof(ExpensePaid))]
[JsonSerializable(typeof(BankInterestReceived))]
[JsonSerializable(typeof(GrantReceived))]
[JsonSerializable(typeof(MoneyMoved))]
[JsonSerializable(typeof(InvestmentPlaced))]
[JsonSerializable(typeof(InvestmentMatured))]
[JsonSerializable(typeof(OtherMoneyReversed))]
[JsonSerializable(typeof(SurplusShared))]
[JsonSerializable(typeof(SharePaid))]
[JsonSerializable(typeof(Core.Fund.ShareSurplus))]
// Lending
[JsonSerializable(typeof(LoanGuaranteed))]
[JsonSerializable(typeof(LoanClassChanged))]
[JsonSerializable(typeof(LoanRescheduled))]
[JsonSerializable(typeof(LoanWrittenOff))]
[JsonSerializable(typeof(LoanRecovered))]
[JsonSerializable(typeof(RecoveryReversed))]
[JsonSerializable(typeof(GuaranteeLoan))]
[JsonSerializable(typeof(ApproveLoan))]
[JsonSerializable(typeof(ChangeInstalments))]
[JsonSerializable(typeof(WriteOffLoan))]
// Members
[JsonSerializable(typeof(LeaverPaid))]
[JsonSerializable(typeof(SavingsPaidOut))]
[JsonSerializable(typeof(AdminHandedOver))]
[JsonSerializable(typeof(MemberAdded))]
[JsonSerializable(typeof(HelperNamed))]
[JsonSerializable(typeof(MemberLinked))]
[JsonSerializable(typeof(NumberChanged))]
[JsonSerializable(typeof(PinChanged))]
[JsonSerializable(typeof(PinRefused))]
[JsonSerializable(typeof(AutopayChanged))]
[JsonSerializable(typeof(LeaverSettled))]
[JsonSerializable(typeof(SavingsWithdrawn))]
[JsonSerializable(typeof(AdminOffered))]
[JsonSerializable(typeof(NumberMoved))]
[JsonSerializable(typeof(Core.Loans.LoanForMember))]
[JsonSerializable(typeof(PaymentCorrected))]
[JsonSerializable(typeof(PayerNamed))]
[JsonSerializable(typeof(ReferenceReused))]
[JsonSerializable(typeof(MembersReminded))]
[JsonSerializable(typeof(ObjectionRaised))]
[JsonSerializable(typeof(ObjectionResolved))]
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

internal sealed class ObjectionNumberJson() : NumberJson<Core.Payments.ObjectionNumber>(n => new(checked((int)n)), o => o.Value);

internal abstract class IdJson<T>(Func<Guid, T> from, Func<T, Guid> to) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => from(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(to(value));
}

internal sealed class GroupIdJson() : IdJson<GroupId>(g => new(g), g => g.Value);

internal sealed class PersonIdJson() : IdJson<PersonId>(p => new(p), p => p.Value);
