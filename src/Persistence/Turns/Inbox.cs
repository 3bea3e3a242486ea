using DiGiBachat.Core;
using DiGiBachat.Persistence.Sql;
using Npgsql;

namespace DiGiBachat.Persistence.Turns;

/// <summary>The messages that were answered, who wrote them, and her conversation.</summary>
internal sealed class Inbox(Seals seals)
{
    private const string Answered = "SELECT body_hash, answer_enc FROM inbox WHERE message_id = $1";

    private const string Sender =
        """
        SELECT p.id, p.name_enc, p.language, p.consent_at, p.sms_opted_out_at, p.whatsapp_opted_out_at,
        c.version, c.state_enc, c.current_group_id, c.last_channel, c.last_whatsapp_at, c.updated_at, p.settings
        FROM addresses a JOIN persons p ON p.id = a.person_id LEFT JOIN conversations c ON c.person_id = a.person_id
        WHERE a.blind_index = $1
        """;

    private const string SenderMemberships =
        $"{MembershipColumns} WHERE m.person_id = (SELECT a.person_id FROM addresses a WHERE a.blind_index = $1) ORDER BY g.founded_on, g.id";

    /// <summary>$1: person.</summary>
    public const string Memberships = $"{MembershipColumns} WHERE m.person_id = $1 ORDER BY g.founded_on, g.id";

    private const string MembershipColumns =
        "SELECT m.group_id, g.name, g.status, m.number, m.role, m.status FROM members m JOIN groups g ON g.id = m.group_id";

    private const string Insert = "INSERT INTO inbox (message_id, body_hash, person_id, answer_enc, received_at) VALUES ($1, $2, $3, $4, $5)";

    public static void Ask(Statements ask, InboundKey key, byte[] index) =>
        ask.Add(Answered, Value.Of(key.MessageId)).Add(Sender, Value.Of(index)).Add(SenderMemberships, Value.Of(index));

    /// <summary>The three results of <see cref="Ask"/>; the reader then stands on the third.</summary>
    public async Task<TurnReading> ReadAsync(NpgsqlDataReader rows, InboundKey key, CancellationToken ct)
    {
        var reading = new TurnReading();
        if (await rows.ReadAsync(ct))
            reading = rows.Bytes(0).AsSpan().SequenceEqual(key.BodyHash)
                ? reading with
                {
                    Answered = new(seals.Answer(rows.BytesOrNull(1), key.MessageId)),
                }
                : reading with
                {
                    Conflict = true,
                };
        await rows.NextResultAsync(ct);
        if (await rows.ReadAsync(ct))
        {
            var person = new PersonId(rows.GetGuid(0));
            reading = reading with { Person = Person(rows, person), Conversation = Conversation(rows, person) };
        }
        await rows.NextResultAsync(ct);
        return reading with { Memberships = await MembershipsAsync(rows, ct) };
    }

    public static async Task<List<Membership>> MembershipsAsync(NpgsqlDataReader rows, CancellationToken ct)
    {
        var memberships = new List<Membership>();
        while (await rows.ReadAsync(ct))
            memberships.Add(
                new(
                    new(rows.GetGuid(0)),
                    rows.GetString(1),
                    (Core.Groups.GroupStatus)rows.GetInt16(2),
                    new(rows.GetInt32(3)),
                    (Core.Groups.Role)rows.GetInt16(4),
                    (Core.Groups.MemberStatus)rows.GetInt16(5)
                )
            );
        return memberships;
    }

    /// <summary>The message id is a primary key: a second turn for the same message ends here, with all that it wanted to write.</summary>
    public void Store(Statements write, InboundKey key, TurnWrite turn) =>
        write.Add(
            Insert,
            Value.Of(key.MessageId),
            Value.Of(key.BodyHash),
            Value.Of(turn.Person?.Value),
            Value.Of(seals.Answer(turn.Answer, key.MessageId)),
            Value.Of(turn.At)
        );

    private PersonReading Person(NpgsqlDataReader row, PersonId person) =>
        new(
            person,
            seals.PersonName(row.BytesOrNull(1), person),
            row.GetString(2),
            row.InstantOrNull(3),
            row.InstantOrNull(4),
            row.InstantOrNull(5)
        )
        {
            Settings = PersonSettings.Of(row.TextOrNull(12)),
        };

    private ConversationReading Conversation(NpgsqlDataReader row, PersonId person) =>
        row.IsDBNull(6)
            ? ConversationReading.None
            : new(
                row.GetInt64(6),
                seals.State(row.Bytes(7), person),
                row.GuidOrNull(8) is { } group ? new GroupId(group) : null,
                row.ShortOrNull(9),
                row.InstantOrNull(10),
                row.InstantOrNull(11)
            );
}
