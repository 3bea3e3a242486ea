using DiGiBachat.Core.Groups;
using Microsoft.EntityFrameworkCore;

namespace DiGiBachat.Persistence.Mapping;

/// <summary>A group, its last numbers and the heads of its two chains. This row is what a deciding turn locks.</summary>
internal sealed class GroupRow
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public GroupStatus Status { get; init; }
    public required string Rules { get; init; }
    public int RulesVersion { get; init; }
    public byte[]? UpiAddressEnc { get; init; }
    public required string InviteCode { get; init; }
    public DateOnly InviteValidUntilOn { get; init; }
    public DateOnly FoundedOn { get; init; }
    public DateOnly NextPeriodOn { get; init; }
    public int LastMember { get; init; }
    public int LastLoan { get; init; }
    public int LastPayment { get; init; }
    public long LastEntry { get; init; }
    public long LastEvent { get; init; }
    public required byte[] LedgerHead { get; init; }
    public required byte[] EventHead { get; init; }

    /// <summary>What lies on the table; null in a group of the time before there was any.</summary>
    public byte[]? MattersEnc { get; init; }
}

/// <summary>The rules as they stood from a day on, and who decided so.</summary>
internal sealed class GroupRulesRow
{
    public Guid GroupId { get; init; }
    public int Version { get; init; }
    public required string Rules { get; init; }
    public int? DecidedBy { get; init; }
    public DateOnly DecidedOn { get; init; }
}

internal sealed class MemberRow
{
    public Guid GroupId { get; init; }
    public int Number { get; init; }
    public Guid? PersonId { get; init; }
    public required byte[] ProfileEnc { get; init; }
    public Role Role { get; init; }
    public MemberStatus Status { get; init; }
    public DateOnly JoinedOn { get; init; }
    public long AdvancePaise { get; init; }
}

internal sealed class DueRow
{
    public Guid GroupId { get; init; }
    public int Member { get; init; }
    public DateOnly PeriodOn { get; init; }
    public long AmountPaise { get; init; }
    public long PaidPaise { get; init; }
    public long FinePaise { get; init; }
    public long FinePaidPaise { get; init; }
}

internal static class GroupMapping
{
    /// <summary>A due with something left; also the predicate of its index, so the two must stay the same text.</summary>
    public const string OpenDue = "(paid_paise < amount_paise OR fine_paid_paise < fine_paise)";

    public static void Map(ModelBuilder model)
    {
        model.Entity<GroupRow>(group =>
        {
            group.ToTable("groups").HasKey(g => g.Id);
            group.Property(g => g.Status).HasConversion<short>();
            group.Property(g => g.Rules).HasColumnType("jsonb");
            group.HasIndex(g => g.InviteCode).IsUnique();
            group.HasStorageParameter("fillfactor", 70);
        });
        model.Entity<GroupRulesRow>(rules =>
        {
            rules.ToTable("group_rules").HasKey(r => new { r.GroupId, r.Version });
            rules.Property(r => r.Rules).HasColumnType("jsonb");
            rules.HasOne<GroupRow>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<MemberRow>(member =>
        {
            member.ToTable("members", t => t.HasCheckConstraint("ck_members_advance", "advance_paise >= 0"));
            member.HasKey(m => new { m.GroupId, m.Number });
            member.Property(m => m.Role).HasConversion<short>();
            member.Property(m => m.Status).HasConversion<short>();
            // Several members may share one phone, and so one person: not unique.
            member.HasIndex(m => new { m.GroupId, m.PersonId }, "ix_members_of_person").HasFilter("person_id IS NOT NULL");
            member.HasIndex(m => m.PersonId);
            member.HasOne<GroupRow>().WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Restrict);
            member.HasOne<PersonRow>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DueRow>(due =>
        {
            due.ToTable(
                "dues",
                t =>
                {
                    t.HasCheckConstraint("ck_dues_paid", "paid_paise BETWEEN 0 AND amount_paise");
                    t.HasCheckConstraint("ck_dues_fine_paid", "fine_paid_paise BETWEEN 0 AND fine_paise");
                }
            );
            due.HasKey(d => new
            {
                d.GroupId,
                d.Member,
                d.PeriodOn,
            });
            due.HasIndex(d => new { d.GroupId, d.Member }, "ix_dues_open").HasFilter(OpenDue);
            due.HasOne<MemberRow>().WithMany().HasForeignKey(d => new { d.GroupId, d.Member }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
