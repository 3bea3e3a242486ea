using DiGiBachat.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace DiGiBachat.Persistence.Mapping;

/// <summary>An entry of the book. Inserted, never changed: triggers see to it.</summary>
internal sealed class EntryRow
{
    public Guid GroupId { get; init; }
    public long Number { get; init; }
    public DateOnly EntryOn { get; init; }
    public Narration Narration { get; init; }
    public required string Cause { get; init; }
    public int? ByMember { get; init; }
    public DateTimeOffset BookedAt { get; init; }

    /// <summary>The event in the audit log that made this entry.</summary>
    public long Event { get; init; }
    public int? Payment { get; init; }
    public int? Loan { get; init; }
    public required byte[] Hash { get; init; }
}

internal sealed class PostingRow
{
    public Guid GroupId { get; init; }
    public long Entry { get; init; }
    public int Line { get; init; }
    public AccountKind AccountKind { get; init; }
    public int AccountNumber { get; init; }
    public long AmountPaise { get; init; }
}

internal sealed class BalanceRow
{
    public Guid GroupId { get; init; }
    public AccountKind AccountKind { get; init; }
    public int AccountNumber { get; init; }
    public long AmountPaise { get; init; }
}

/// <summary>Something that happened, hashed to what happened before. Text that names people stands in <see cref="EventSecretRow"/>.</summary>
internal sealed class EventRow
{
    public Guid GroupId { get; init; }
    public long Number { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid? ByPerson { get; init; }
    public int? ByMember { get; init; }
    public required string Kind { get; init; }

    /// <summary>Null when the whole event is sealed.</summary>
    public string? Data { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>A sealed event. It may be sealed again under a newer key; what it says is proved by the event's hash.</summary>
internal sealed class EventSecretRow
{
    public Guid GroupId { get; init; }
    public long Number { get; init; }
    public required byte[] DataEnc { get; init; }
}

internal static class LedgerMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<EntryRow>(entry =>
        {
            entry.ToTable("ledger_entries").HasKey(e => new { e.GroupId, e.Number });
            entry.Property(e => e.Narration).HasConversion<short>();
            entry.HasIndex(e => new { e.GroupId, e.Cause }).IsUnique();
            entry.HasIndex(e => new { e.GroupId, e.EntryOn });
            entry.HasOne<GroupRow>().WithMany().HasForeignKey(e => e.GroupId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PostingRow>(posting =>
        {
            posting.ToTable("postings", t => t.HasCheckConstraint("ck_postings_amount", "amount_paise <> 0"));
            posting.HasKey(p => new { p.GroupId, p.Entry, p.Line });
            posting.Property(p => p.AccountKind).HasConversion<short>();
            posting
                .HasIndex(p => new { p.GroupId, p.AccountKind, p.AccountNumber, p.Entry }, "ix_postings_account")
                .IncludeProperties(p => p.AmountPaise);
            posting.HasOne<EntryRow>().WithMany().HasForeignKey(p => new { p.GroupId, p.Entry }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<BalanceRow>(balance =>
        {
            balance.ToTable("balances").HasKey(b => new { b.GroupId, b.AccountKind, b.AccountNumber });
            balance.Property(b => b.AccountKind).HasConversion<short>();
            balance.HasStorageParameter("fillfactor", 70);
            balance.HasOne<GroupRow>().WithMany().HasForeignKey(b => b.GroupId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EventRow>(happened =>
        {
            happened.ToTable("events").HasKey(e => new { e.GroupId, e.Number });
            happened.HasOne<GroupRow>().WithMany().HasForeignKey(e => e.GroupId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EventSecretRow>(secret =>
        {
            secret.ToTable("event_secrets").HasKey(s => new { s.GroupId, s.Number });
            secret.HasOne<EventRow>().WithMany().HasForeignKey(s => new { s.GroupId, s.Number }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
