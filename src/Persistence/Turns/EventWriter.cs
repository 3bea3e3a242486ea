using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Sql;
using Npgsql;

namespace DiGiBachat.Persistence.Turns;

/// <summary>
/// What each event does to the rows: the same that it does in memory (a test holds the two against each other). One short
/// function per event; payments' are in <see cref="PaymentWriter"/>, loans' in <see cref="LoanWriter"/>, the log and the book in <see cref="LedgerWriter"/>.
/// </summary>
internal sealed partial class EventWriter(Seals seals)
{
    private const string InsertGroup = """
        INSERT INTO groups (id, name, status, rules, rules_version, upi_address_enc, invite_code, invite_valid_until_on, founded_on,
        next_period_on, last_member, last_loan, last_payment, last_entry, last_event, ledger_head, event_head)
        VALUES ($1, $2, 0, $3, 1, $4, $5, $6, $7, $8, 0, 0, 0, 0, 0, $9, $9)
        """;

    private const string InsertRules =
        "INSERT INTO group_rules (group_id, version, rules, decided_by, decided_on) VALUES ($1, $2, $3, $4, $5)";

    private const string UpdateInvite = """
        WITH changed AS (UPDATE groups SET invite_code = $2, invite_valid_until_on = $3 WHERE id = $1 RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    /// <summary>Who was refused or left may ask again: the same number, the newer profile.</summary>
    private const string UpsertMember = """
        INSERT INTO members (group_id, number, person_id, profile_enc, role, status, joined_on, advance_paise)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (group_id, number) DO UPDATE SET profile_enc = excluded.profile_enc, role = excluded.role,
        status = excluded.status, joined_on = excluded.joined_on WHERE members.person_id = excluded.person_id
        """;

    private const string AdmitMember = """
        WITH changed AS (UPDATE members SET status = 1, joined_on = $3 WHERE group_id = $1 AND number = $2 AND status = 0 RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string RefuseMember = """
        WITH changed AS (UPDATE members SET status = 2 WHERE group_id = $1 AND number = $2 AND status = 0 RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string ChangeRole = """
        WITH changed AS (UPDATE members SET role = $3 WHERE group_id = $1 AND number = $2 RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    private readonly LoanWriter loans = new(seals);
    private readonly RulesWriter rules = new(seals);

    /// <summary>The rows of one event. <paramref name="after"/> is the group as it stands when all events of the turn have happened.</summary>
    public void Store(Statements write, GroupState after, GroupEvent happened)
    {
        if (
            !OfGroup(write, after, happened)
            && !PaymentWriter.Store(write, after, happened)
            && !loans.Store(write, after, happened)
            && !OfMembers(write, after, happened)
            && !rules.Store(write, after, happened)
            && !OnTheTable(happened)
        )
            throw new InvalidOperationException($"No rows for {happened.GetType().Name}.");
    }

    /// <summary>Events that change nothing but what lies on the table: it is written with the group's own row.</summary>
    private static bool OnTheTable(GroupEvent happened) =>
        happened
            is BallotOpened
                or VoteCast
                or BallotClosed
                or PayerNamed
                or ReferenceReused
                or MembersReminded
                or ObjectionRaised
                or ObjectionResolved
                or MeetingStarted
                or AttendanceTaken
                or MeetingBooked
                or MeetingUndone
                or MeetingDifferenceBooked
                or MeetingClosed
                or OpeningDrafted
                or OpeningBooked
                or LoanClassChanged
                or LoanRecovered
                or RecoveryReversed
                or PaymentNoteKept
                or UpiAddressHeld
                or AllTold
                or GroupArchived
                or GroupReopened || OfTheFund(happened);

    private static bool OfTheFund(GroupEvent happened) =>
        happened
            is FineImposed
                or FineWaived
                or ExpensePaid
                or BankInterestReceived
                or GrantReceived
                or MoneyMoved
                or InvestmentPlaced
                or InvestmentMatured
                or OtherMoneyReversed
                or SurplusShared
                or SharePaid;

    private bool OfGroup(Statements write, GroupState after, GroupEvent happened)
    {
        var group = after.Id;
        switch (happened)
        {
            case GroupCreated e:
                Created(write, e);
                break;
            case InviteRenewed e:
                write.Add(UpdateInvite, Value.Of(group), Value.Of(e.Invite.Code), Value.Of(e.Invite.ValidUntil));
                break;
            case JoinRequested e:
                Joined(write, group, e.Member);
                break;
            case MemberAdmitted e:
                write.Add(AdmitMember, Value.Of(group), Value.Of(e.Member), Value.Of(e.On));
                break;
            case MemberRefused e:
                write.Add(RefuseMember, Value.Of(group), Value.Of(e.Member));
                break;
            case RoleChanged e:
                write.Add(ChangeRole, Value.Of(group), Value.Of(e.Member), Value.Of((short)e.Role));
                break;
            default:
                return false;
        }
        return true;
    }

    private void Created(Statements write, GroupCreated e)
    {
        var rules = EventJson.Write(e.Rules);
        write.Add(
            InsertGroup,
            Value.Of(e.Id),
            Value.Of(e.Name),
            Value.Json(rules),
            Value.Of(seals.UpiAddress(e.UpiAddress, e.Id)),
            Value.Of(e.Invite.Code),
            Value.Of(e.Invite.ValidUntil),
            Value.Of(e.Founder.JoinedOn),
            Value.Of(e.FirstPeriodOn),
            Value.Of(new byte[EventChain.HashLength])
        );
        write.Add(InsertRules, Value.Of(e.Id), Value.Of(1), Value.Json(rules), Value.Of(e.Founder.Number), Value.Of(e.Founder.JoinedOn));
        Joined(write, e.Id, e.Founder);
    }

    private NpgsqlParameter Profile(Member member, GroupId group) =>
        Value.Of(seals.Profile(member, member.More == MemberMore.None ? null : EventJson.Write(member.More), group));

    private void Joined(Statements write, GroupId group, Member member) =>
        write.Add(
            UpsertMember,
            Value.Of(group),
            Value.Of(member.Number),
            Value.Of(member.Person?.Value),
            Profile(member, group),
            Value.Of((short)member.Role),
            Value.Of((short)member.Status),
            Value.Of(member.JoinedOn),
            Value.Of(member.Advance)
        );
}
