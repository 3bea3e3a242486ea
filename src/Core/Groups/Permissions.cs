using System.Collections.Frozen;

namespace DiGiBachat.Core.Groups;

/// <summary>What one may be allowed to do in a group. Each use case asks for exactly one.</summary>
public enum Permission
{
    SeeOwnFigures,
    SeeGroupFigures,
    SeeMembersFigures,
    PayForOneself,
    AskForLoan,
    SeePending,
    ConfirmPayment,
    ReceiveCash,
    DecideLoan,
    DisburseLoan,
    ReverseEntry,
    AdmitMember,
    ChangeRoles,
    RenewInvite,
    SeeAudit,

    /// <summary>To answer a ballot that one is asked in, and to take back one's own.</summary>
    Vote,
    AskAll,
    Object,
    ResolveObjection,
    ChangeSettings,
    Leave,
    ChangeRules,
    RenameGroup,
    ArchiveGroup,
    TellAll,
    RemoveMember,
    ChangeNumber,
    ActForMember,
    SeeActivity,
    SeeHealth,
    EnterOpening,
    BookMeeting,
    CloseMeeting,
    SeeOverdue,
    Remind,
    RescheduleLoan,
    WriteOffLoan,
    ChargeFine,
    BookOtherMoney,
    ShareOut,
    SeeReports,
}

/// <summary>Every permission of every role, in one table. Who is not an active member may do nothing.</summary>
public static class Permissions
{
    private static readonly FrozenSet<Permission> OfMember = new[]
    {
        Permission.SeeOwnFigures,
        Permission.SeeGroupFigures,
        Permission.PayForOneself,
        Permission.AskForLoan,
        Permission.Vote,
        Permission.Object,
        Permission.ChangeSettings,
        Permission.Leave,
    }.ToFrozenSet();

    private static readonly FrozenSet<Permission> OfTreasurer = OfMember
        .Concat([
            Permission.SeeMembersFigures,
            Permission.SeePending,
            Permission.ConfirmPayment,
            Permission.ReceiveCash,
            Permission.DecideLoan,
            Permission.DisburseLoan,
            Permission.ReverseEntry,
            Permission.ResolveObjection,
            Permission.ChangeNumber,
            Permission.ActForMember,
            Permission.EnterOpening,
            Permission.BookMeeting,
            Permission.CloseMeeting,
            Permission.SeeOverdue,
            Permission.Remind,
            Permission.RescheduleLoan,
            Permission.ChargeFine,
            Permission.BookOtherMoney,
            Permission.SeeReports,
            Permission.SeeHealth,
        ])
        .ToFrozenSet();

    private static readonly FrozenSet<Permission> OfAdmin = OfTreasurer
        .Concat([
            Permission.AdmitMember,
            Permission.ChangeRoles,
            Permission.RenewInvite,
            Permission.SeeAudit,
            Permission.AskAll,
            Permission.ChangeRules,
            Permission.RenameGroup,
            Permission.ArchiveGroup,
            Permission.TellAll,
            Permission.RemoveMember,
            Permission.SeeActivity,
            Permission.WriteOffLoan,
            Permission.ShareOut,
        ])
        .ToFrozenSet();

    /// <summary>What is still allowed in an archived group.</summary>
    private static readonly FrozenSet<Permission> Reading = new[]
    {
        Permission.SeeOwnFigures,
        Permission.SeeGroupFigures,
        Permission.SeeMembersFigures,
        Permission.SeePending,
        Permission.SeeAudit,
        Permission.SeeActivity,
        Permission.SeeHealth,
        Permission.SeeOverdue,
        Permission.SeeReports,
    }.ToFrozenSet();

    /// <summary>The table itself, for one cell.</summary>
    public static bool May(Role role, Permission permission) =>
        (
            role switch
            {
                Role.Member => OfMember,
                Role.Treasurer => OfTreasurer,
                Role.Admin => OfAdmin,
            }
        ).Contains(permission);

    /// <summary>
    /// The acting member when she may; otherwise the same refusal whether she lacks the role or is not in the group at all.
    /// A group that is archived is read, not changed.
    /// </summary>
    public static Result<Member> Check(GroupState group, Actor actor, Permission permission)
    {
        var member = actor.Member is { } number ? group.FindMember(number) : null;
        var isShe = member is { IsActive: true, Person: not null } && member.Person == actor.Person;
        if (!isShe || !May(member!.Role, permission))
            return new NotPermitted();
        return group.Status == GroupStatus.Archived && !Reading.Contains(permission) ? new GroupIsArchived(group.Name) : member;
    }
}
