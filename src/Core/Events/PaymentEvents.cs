using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core;

/// <summary>A period opened: every active member owes <paramref name="Amount"/> on <paramref name="PeriodOn"/>; advances settle it first.</summary>
public sealed record PeriodOpened(DateOnly PeriodOn, Money Amount) : GroupEvent;

/// <summary>A due was not paid when the days of grace were over: once per due, owed beside it, income when paid.</summary>
public sealed record FineCharged(MemberNumber Member, DateOnly PeriodOn, Money Fine) : GroupEvent;

/// <summary>A member was given a code to pay with. Nothing is owed or booked by it.</summary>
public sealed record PaymentRequested(Payment Payment) : GroupEvent;

/// <summary>The payer says it is paid and names the bank's reference. In no balance until an officer confirms it.</summary>
public sealed record PaymentClaimed(PaymentNumber Payment, MemberNumber Member, Money Amount, string Reference, DateOnly? On = null)
    : GroupEvent;

/// <summary>The payer sent a picture or a voice note with it. <paramref name="Claimed"/>: she has also named the bank's reference.</summary>
public sealed record PaymentNoteKept(MemberNumber Member, bool Claimed, PaymentNote Note) : GroupEvent;

/// <summary>An officer did not find the money. Nothing is booked; the reference is free again.</summary>
public sealed record PaymentRejected(PaymentNumber Payment, MemberNumber Member, Money Amount, string Reason) : GroupEvent;

/// <summary>Nobody claimed it for seven days, or a new request for the same purpose replaced it.</summary>
public sealed record PaymentExpired(PaymentNumber Payment, MemberNumber Member) : GroupEvent;

/// <summary>The payment as it stands once posted; what it did follows in the next event. Cash appears here for the first time.</summary>
public sealed record PaymentPosted(Payment Payment) : GroupEvent;

/// <summary>The bank shows it otherwise than it was asked for or claimed: what is booked from now on is what the bank shows.</summary>
/// <param name="Amount">As the bank shows it.</param>
/// <param name="Before">As it stood.</param>
/// <param name="Reference">As the bank shows it.</param>
/// <param name="On">The day on which it counts as paid.</param>
public sealed record PaymentCorrected(
    PaymentNumber Payment,
    MemberNumber Member,
    Money Amount,
    Money Before,
    string? Reference,
    DateOnly? On
) : GroupEvent;

/// <summary>Somebody else paid in her place: a name, of a person who need not be in the group.</summary>
public sealed record PayerNamed(PaymentNumber Payment, MemberNumber Member, string Payer) : GroupEvent;

/// <summary>A bank reference was given a second time; refused, and both are told. Nothing else follows.</summary>
/// <param name="First">The payment that has it; null when it paid out a loan.</param>
public sealed record ReferenceReused(MemberNumber Member, string Reference, PaymentNumber? First, DateOnly? FirstOn) : GroupEvent;

/// <summary>An officer, or the calendar, reminded these members of what they owe; nobody is reminded twice on a day.</summary>
public sealed record MembersReminded(DateOnly On, IReadOnlyList<MemberNumber> Members) : GroupEvent;

/// <summary>How much of a contribution went to one due, and to its fine.</summary>
/// <param name="Waived">Of the fine that was charged while the money had been paid in time: it is owed no more. Null when there was none.</param>
public sealed record DueSettled(DateOnly PeriodOn, Money Paid, Money FinePaid, Money? Waived = null);

/// <summary>
/// Savings came in. <paramref name="Savings"/> includes <paramref name="Advance"/>, the part beyond all that was open;
/// <paramref name="Fine"/> is all that went to fines, of late dues and others.
/// </summary>
/// <param name="Fines">The fines beside the dues that it settled, in part or in full; null when there was none.</param>
public sealed record ContributionReceived(
    PaymentNumber Payment,
    MemberNumber Member,
    Money Savings,
    Money Fine,
    Money Advance,
    IReadOnlyList<DueSettled> Settled,
    PaymentMethod Method,
    IReadOnlyList<FineSettled>? Fines = null
) : GroupEvent;

/// <summary>
/// A contribution undone: the entry is mirrored, its advance and then the newest dues it may have settled are owed again, and the
/// fines that it settled.
/// </summary>
/// <param name="OneOfMany">Others of the same batch follow, whose settled dues are still needed.</param>
public sealed record ContributionReversed(
    long Entry,
    string Reason,
    PaymentNumber Payment,
    MemberNumber Member,
    Money AdvanceTaken,
    IReadOnlyList<DueSettled> Unsettled,
    IReadOnlyList<Posting> Postings,
    IReadOnlyList<FineSettled>? Fines = null,
    bool OneOfMany = false
) : GroupEvent;

/// <summary>A member's standing consent to be asked on due days: given, paused, or ended (null).</summary>
public sealed record AutopayChanged(MemberNumber Member, AutopayConsent? Consent) : GroupEvent;
