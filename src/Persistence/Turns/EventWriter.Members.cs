using DiGiBachat.Core;
using DiGiBachat.Persistence.Mapping;
using DiGiBachat.Persistence.Sql;

namespace DiGiBachat.Persistence.Turns;

/// <content>Leaving, members without a phone, phones that are shared or changed.</content>
internal sealed partial class EventWriter
{
    /// <summary>A member's row as it stands after the turn: whatever is not written by a statement of its own.</summary>
    private const string UpdateMember = """
        WITH changed AS (UPDATE members SET person_id = $3, profile_enc = $4, role = $5, status = $6, joined_on = $7
        WHERE group_id = $1 AND number = $2 RETURNING 1) SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string UseUpAdvance = "UPDATE members SET advance_paise = 0 WHERE group_id = $1 AND number = $2";

    /// <summary>What was paid of them was saved; what was not is owed no more, and the fines are paid.</summary>
    private const string EndDues =
        $"UPDATE dues SET amount_paise = paid_paise, fine_paid_paise = fine_paise WHERE group_id = $1 AND member = $2 AND {GroupMapping.OpenDue}";

    private bool OfMembers(Statements write, GroupState after, GroupEvent happened)
    {
        switch (happened)
        {
            case LeaverPaid e:
                write.Add(EndDues, Value.Of(after.Id), Value.Of(e.Member));
                write.Add(UseUpAdvance, Value.Of(after.Id), Value.Of(e.Member));
                Update(write, after, e.Member);
                break;
            case MemberAdded e:
                Joined(write, after.Id, e.Member);
                break;
            case AdminHandedOver e:
                Update(write, after, e.From);
                Update(write, after, e.To);
                break;
            case HelperNamed e:
                Update(write, after, e.Member);
                break;
            case MemberLinked e:
                Update(write, after, e.Waiting);
                Update(write, after, e.Member);
                break;
            case NumberChanged e:
                Update(write, after, e.Member);
                break;
            case PinChanged e:
                Update(write, after, e.Member);
                break;
            case AutopayChanged e:
                Update(write, after, e.Member);
                break;
            // No row but the book's and the log's.
            case SavingsPaidOut or PinRefused:
                break;
            default:
                return false;
        }
        return true;
    }

    private void Update(Statements write, GroupState after, MemberNumber number)
    {
        var member = after.Member(number);
        write.Add(
            UpdateMember,
            Value.Of(after.Id),
            Value.Of(number),
            Value.Of(member.Person?.Value),
            Profile(member, after.Id),
            Value.Of((short)member.Role),
            Value.Of((short)member.Status),
            Value.Of(member.JoinedOn)
        );
    }
}
