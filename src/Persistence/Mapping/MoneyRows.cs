using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using Microsoft.EntityFrameworkCore;

namespace DiGiBachat.Persistence.Mapping;

internal sealed class LoanRow
{
    public Guid GroupId { get; init; }
    public int Number { get; init; }
    public int Borrower { get; init; }
    public long PrincipalPaise { get; init; }
    public int Months { get; init; }
    public int RateBasisPoints { get; init; }
    public InterestMethod Method { get; init; }
    public long RoundingUnitPaise { get; init; }
    public bool InterestInWholeRupees { get; init; }
    public PrepaymentRule Prepayment { get; init; }
    public long LateChargePaise { get; init; }
    public required byte[] PurposeEnc { get; init; }
    public LoanStatus Status { get; init; }
    public DateOnly RequestedOn { get; init; }
    public int? DecidedBy { get; init; }
    public DateOnly? DisbursedOn { get; init; }
    public string? DisbursedReference { get; init; }

    /// <summary>The members who stand for it.</summary>
    public int[] Guarantors { get; init; } = [];
}

internal sealed class InstalmentRow
{
    public Guid GroupId { get; init; }
    public int Loan { get; init; }
    public int Number { get; init; }
    public DateOnly DueOn { get; init; }
    public long PrincipalPaise { get; init; }
    public long InterestPaise { get; init; }
    public long ChargePaise { get; init; }
    public long PrincipalPaidPaise { get; init; }
    public long InterestPaidPaise { get; init; }
    public long ChargePaidPaise { get; init; }
}

internal sealed class PaymentRow
{
    public Guid GroupId { get; init; }
    public int Number { get; init; }
    public required string Code { get; init; }
    public int Member { get; init; }
    public int Payer { get; init; }
    public int? Loan { get; init; }
    public long AmountPaise { get; init; }
    public PaymentMethod Method { get; init; }
    public PaymentStatus Status { get; init; }
    public string? Reference { get; init; }
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>The day on which the member said that she had paid; it counts as the day of payment once confirmed.</summary>
    public DateOnly? ClaimedOn { get; init; }
}

internal static class MoneyMapping
{
    /// <summary>Requested, approved or active; also the predicate of its index, so the two must stay the same text.</summary>
    public const string OpenLoan = "status IN (0, 1, 2)";

    /// <summary>Requested or claimed; also the predicate of its index.</summary>
    public const string OpenPayment = "status IN (0, 1)";

    public static void Map(ModelBuilder model)
    {
        model.Entity<LoanRow>(loan =>
        {
            loan.ToTable(
                "loans",
                t =>
                {
                    t.HasCheckConstraint("ck_loans_decided_by_another", "decided_by <> borrower");
                    t.HasCheckConstraint("ck_loans_principal", "principal_paise > 0");
                }
            );
            loan.HasKey(l => new { l.GroupId, l.Number });
            loan.Property(l => l.Guarantors).HasDefaultValueSql("'{}'");
            loan.Property(l => l.Method).HasConversion<short>();
            loan.Property(l => l.Prepayment).HasConversion<short>();
            loan.Property(l => l.Status).HasConversion<short>();
            loan.HasIndex(l => new { l.GroupId, l.Borrower }, "ix_loans_open").HasFilter(OpenLoan);
            loan.HasIndex(l => new { l.GroupId, l.Borrower }, "ix_loans_borrower");
            loan.HasIndex(l => new { l.GroupId, l.DisbursedReference }).IsUnique().HasFilter("disbursed_reference IS NOT NULL");
            loan.HasOne<MemberRow>().WithMany().HasForeignKey(l => new { l.GroupId, l.Borrower }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<InstalmentRow>(instalment =>
        {
            instalment.ToTable(
                "instalments",
                t =>
                {
                    t.HasCheckConstraint("ck_instalments_principal", "principal_paid_paise BETWEEN 0 AND principal_paise");
                    t.HasCheckConstraint("ck_instalments_interest", "interest_paid_paise BETWEEN 0 AND interest_paise");
                    t.HasCheckConstraint("ck_instalments_charge", "charge_paid_paise BETWEEN 0 AND charge_paise");
                }
            );
            instalment.HasKey(i => new
            {
                i.GroupId,
                i.Loan,
                i.Number,
            });
            instalment.HasOne<LoanRow>().WithMany().HasForeignKey(i => new { i.GroupId, i.Loan }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PaymentRow>(payment =>
        {
            payment.ToTable("payments", t => t.HasCheckConstraint("ck_payments_amount", "amount_paise > 0"));
            payment.HasKey(p => new { p.GroupId, p.Number });
            payment.Property(p => p.Method).HasConversion<short>();
            payment.Property(p => p.Status).HasConversion<short>();
            payment.HasIndex(p => new { p.GroupId, p.Member }, "ix_payments_open").HasFilter(OpenPayment);
            payment.HasIndex(p => new { p.GroupId, p.Reference }).IsUnique().HasFilter("reference IS NOT NULL AND status <> 3");
            payment.HasOne<MemberRow>().WithMany().HasForeignKey(p => new { p.GroupId, p.Member }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
