using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core;

/// <summary>A loan that was paid from the savings of her who left: charges, interest and principal are its pay-off of that day.</summary>
public sealed record LoanSetOff(
    LoanNumber Loan,
    Money Charge,
    Money Interest,
    Money Principal,
    IReadOnlyList<Instalment> Before,
    IReadOnlyList<Instalment> After
);

/// <summary>
/// A member left: her fines and loans were paid from her savings and the rest was handed to her. Her open dues end, her office too.
/// </summary>
/// <param name="Savings">All of them; <paramref name="Advance"/> is the part that was paid ahead.</param>
/// <param name="Fines">All that she owed; <paramref name="OtherFines"/> are those of them that are not of late dues, null when there were none.</param>
/// <param name="UpTo">The last entry of the book before it: what was booked for her until then is settled for good.</param>
public sealed record LeaverPaid(
    MemberNumber Member,
    Money Savings,
    Money Advance,
    Money Fines,
    IReadOnlyList<LoanSetOff> Loans,
    Money Payout,
    PaymentMethod Method,
    long UpTo,
    IReadOnlyList<Fund.FineSettled>? OtherFines = null
) : GroupEvent;

/// <summary>A member who stays took some of her savings out. <paramref name="After"/> is the last entry of the book before it.</summary>
public sealed record SavingsPaidOut(MemberNumber Member, Money Amount, PaymentMethod Method, long After) : GroupEvent;

/// <summary>The admin handed her office over; she is an ordinary member from now on.</summary>
public sealed record AdminHandedOver(MemberNumber From, MemberNumber To) : GroupEvent;

/// <summary>A member without a phone was entered in the register; the officers act for her.</summary>
public sealed record MemberAdded(Member Member) : GroupEvent;

/// <summary>Who confirms in place of a member without a phone.</summary>
public sealed record HelperNamed(MemberNumber Member, MemberNumber Helper) : GroupEvent;

/// <summary>
/// Who asked to join is a member without a phone who has one now: her membership gets it, and the request ends. No money leaves the
/// group for her until <paramref name="HoldUntil"/> has passed.
/// </summary>
public sealed record MemberLinked(MemberNumber Waiting, MemberNumber Member, PersonId Person, string LastFourDigits, DateOnly HoldUntil)
    : GroupEvent;

/// <summary>A member writes from another phone from now on; the old one is hers no more.</summary>
public sealed record NumberChanged(MemberNumber Member, PersonId Before, PersonId Person, string LastFourDigits, DateOnly HoldUntil)
    : GroupEvent;

/// <summary>A member set, changed or took away the PIN that keeps others on her phone out; null when there is none any more.</summary>
public sealed record PinChanged(MemberNumber Member, PinHash? Pin) : GroupEvent;

/// <summary>A wrong PIN was typed too often; nobody speaks for her on that phone before <paramref name="Until"/>.</summary>
public sealed record PinRefused(MemberNumber Member, DateTimeOffset Until) : GroupEvent;
