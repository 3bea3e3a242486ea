namespace DiGiBachat.Core.Payments;

/// <summary>requested → claimed → posted | rejected | expired. Claimed money is never in a balance.</summary>
public enum PaymentStatus
{
    Requested,
    Claimed,
    Posted,
    Rejected,
    Expired,
}

/// <summary>How money changed hands.</summary>
public enum PaymentMethod
{
    Upi,
    Cash,

    /// <summary>Out of what was shared out to the member.</summary>
    Share,
}

/// <summary>
/// A payment: money on its way from a payer to the group, for one member's savings or for a loan.
/// </summary>
/// <param name="Code">5 characters, check character last; stands first in the UPI note.</param>
/// <param name="Loan">The loan it repays; null when it is a contribution.</param>
/// <param name="ClaimedOn">The day on which she said that it is paid; null before, and for cash.</param>
/// <param name="Reference">The bank's reference (UTR), once claimed; unique per group for ever.</param>
public sealed record Payment(
    PaymentNumber Number,
    string Code,
    MemberNumber Member,
    MemberNumber Payer,
    LoanNumber? Loan,
    Money Amount,
    PaymentMethod Method,
    PaymentStatus Status,
    string? Reference,
    DateTimeOffset RequestedAt,
    DateOnly? ClaimedOn = null
)
{
    /// <summary>A request nobody answered expires after this many days.</summary>
    public const int ExpiresAfterDays = 7;

    /// <summary>
    /// The day on which it counts when it is posted on <paramref name="today"/>: the day it was claimed, never later than today nor earlier
    /// than the day it was asked for. Dues, fines, late charges and a pay-off go by it; the entry in the book stands on the day it is booked.
    /// </summary>
    public DateOnly CountsOn(DateOnly today)
    {
        if (ClaimedOn is not { } claimed)
            return today;
        var asked = IndianTime.DayOf(RequestedAt);
        return claimed > today ? today : claimed < asked && asked <= today ? asked : claimed;
    }

    /// <summary>Still to be confirmed or rejected.</summary>
    public bool IsOpen => Status is PaymentStatus.Requested or PaymentStatus.Claimed;
}
