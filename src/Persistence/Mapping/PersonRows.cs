using Microsoft.EntityFrameworkCore;

namespace DiGiBachat.Persistence.Mapping;

/// <summary>Somebody who writes to the bot. What names her is encrypted.</summary>
internal sealed class PersonRow
{
    public Guid Id { get; init; }
    public byte[]? NameEnc { get; init; }
    public required string Language { get; init; }
    public DateTimeOffset? ConsentAt { get; init; }
    public DateTimeOffset? SmsOptedOutAt { get; init; }
    public DateTimeOffset? WhatsappOptedOutAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Which messages she wants, and when; null when she has chosen nothing.</summary>
    public string? Settings { get; init; }
}

/// <summary>An address of hers, found by its blind index. A phone number is one address, on SMS and on WhatsApp.</summary>
internal sealed class AddressRow
{
    public required byte[] BlindIndex { get; init; }
    public Guid PersonId { get; init; }
    public required byte[] AddressEnc { get; init; }
    public DateTimeOffset AddedAt { get; init; }
}

internal sealed class ConversationRow
{
    public Guid PersonId { get; init; }
    public long Version { get; init; }
    public required byte[] StateEnc { get; init; }
    public Guid? CurrentGroupId { get; init; }
    public short LastChannel { get; init; }
    public DateTimeOffset? LastWhatsappAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A message that was answered. Kept for ever, so that the same message is never acted on twice.</summary>
internal sealed class InboxRow
{
    public required string MessageId { get; init; }
    public required byte[] BodyHash { get; init; }
    public Guid? PersonId { get; init; }
    public byte[]? AnswerEnc { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
}

internal sealed class OutboxRow
{
    public Guid Id { get; init; }
    public Guid PersonId { get; init; }
    public Guid? GroupId { get; init; }
    public required byte[] TextEnc { get; init; }
    public string? Media { get; init; }
    public required string DedupeKey { get; init; }
    public short Status { get; init; }
    public int Attempts { get; init; }

    /// <summary>When it is looked at next; a claim moves this to the end of its lease.</summary>
    public DateTimeOffset NextAt { get; init; }
    public string? ProviderId { get; init; }
    public short ProviderRank { get; init; }
    public short? Channel { get; init; }
    public string? ErrorCode { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

internal static class PersonMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PersonRow>(person =>
        {
            person.ToTable("persons").HasKey(p => p.Id);
            person.Property(p => p.Settings).HasColumnType("jsonb");
        });
        model.Entity<AddressRow>(address =>
        {
            address.ToTable("addresses").HasKey(a => a.BlindIndex);
            address.HasIndex(a => a.PersonId);
            address.HasOne<PersonRow>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ConversationRow>(conversation =>
        {
            conversation.ToTable("conversations").HasKey(c => c.PersonId);
            conversation.HasOne<PersonRow>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
            // Small rows that change with every message: room for the new version on the same page.
            conversation.HasStorageParameter("fillfactor", 70);
        });
        model.Entity<InboxRow>(inbox => inbox.ToTable("inbox").HasKey(i => i.MessageId));
        model.Entity<OutboxRow>(outbox =>
        {
            outbox.ToTable("outbox").HasKey(o => o.Id);
            outbox.HasIndex(o => o.DedupeKey).IsUnique();
            outbox.HasIndex(o => new { o.NextAt, o.Id }, "ix_outbox_waiting").HasFilter("status = 0");
            outbox.HasIndex(o => o.ProviderId).IsUnique().HasFilter("provider_id IS NOT NULL");
            outbox.HasOne<PersonRow>().WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
