using DiGiBachat.Core;
using DiGiBachat.Persistence.Sql;

namespace DiGiBachat.Persistence.Turns;

/// <summary>The person and her conversation after the turn, and what is to be sent to others.</summary>
internal sealed class PersonWriter(Seals seals)
{
    private const string InsertPerson =
        """
        INSERT INTO persons (id, name_enc, language, consent_at, sms_opted_out_at, whatsapp_opted_out_at, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string InsertAddress = "INSERT INTO addresses (blind_index, person_id, address_enc, added_at) VALUES ($1, $2, $3, $4)";

    private const string UpdatePerson =
        """
        WITH changed AS (UPDATE persons SET name_enc = coalesce($2, name_enc), language = coalesce($3, language),
        consent_at = coalesce($4, consent_at), sms_opted_out_at = CASE WHEN $5 THEN $6 ELSE sms_opted_out_at END,
        whatsapp_opted_out_at = CASE WHEN $7 THEN $8 ELSE whatsapp_opted_out_at END, settings = coalesce($9::jsonb, settings) WHERE id = $1 RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string ForgetPerson = "UPDATE persons SET name_enc = NULL, consent_at = NULL, settings = NULL WHERE id = $1";

    /// <summary>The row stays, and finds nobody any more.</summary>
    private const string ForgetAddresses =
        "UPDATE addresses SET blind_index = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), address_enc = '' WHERE person_id = $1";

    private const string ForgetMember =
        "UPDATE members SET profile_enc = $4 WHERE group_id = $1 AND number = $2 AND person_id = $3 AND status <> 1";

    private const string InsertConversation =
        """
        INSERT INTO conversations (person_id, version, state_enc, current_group_id, last_channel, last_whatsapp_at, updated_at)
        VALUES ($1, 1, $2, $3, $4, $5, $6)
        """;

    private const string UpdateConversation =
        """
        WITH changed AS (UPDATE conversations SET version = version + 1, state_enc = $2, current_group_id = $3, last_channel = $4,
        last_whatsapp_at = coalesce($5, last_whatsapp_at), updated_at = $6 WHERE person_id = $1 AND version = $7 RETURNING 1)
        SELECT expect_version(count(*)) FROM changed
        """;

    private const string InsertOutbox =
        """
        INSERT INTO outbox (id, person_id, group_id, text_enc, media, dedupe_key, status, attempts, next_at, provider_rank, created_at)
        SELECT id, person_id, group_id, text_enc, media, dedupe_key, 0, 0, next_at, 0, $8
        FROM unnest($1, $2, $3, $4, $5, $6, $7) AS m (id, person_id, group_id, text_enc, media, dedupe_key, next_at)
        ON CONFLICT (dedupe_key) DO NOTHING
        """;

    public void Store(Statements write, PersonId person, PersonChanges changes, DateTimeOffset at)
    {
        if (changes.IsNew)
            write.Add(
                InsertPerson,
                Value.Of(person.Value),
                Value.Of(seals.PersonName(changes.Name, person)),
                Value.Of(changes.Language),
                Value.Of(changes.ConsentAt),
                Value.Of(changes.Sms?.Since),
                Value.Of(changes.WhatsApp?.Since),
                Value.Of(at)
            );
        else
            write.Add(
                UpdatePerson,
                Value.Of(person.Value),
                Value.Of(seals.PersonName(changes.Name, person)),
                Value.Of(changes.Language),
                Value.Of(changes.ConsentAt),
                Value.Of(changes.Sms is not null),
                Value.Of(changes.Sms?.Since),
                Value.Of(changes.WhatsApp is not null),
                Value.Of(changes.WhatsApp?.Since),
                Value.Of(changes.Settings?.Stored())
            );
        if (changes.Forgotten is { } memberships)
            Forget(write, person, memberships);
        if (changes.Address is not { } address)
            return;
        var index = seals.IndexOf(address);
        write.Add(InsertAddress, Value.Of(index), Value.Of(person.Value), Value.Of(seals.Address(address, index)), Value.Of(at));
    }

    /// <summary>Her books stay, by her number; nothing in them says who she was.</summary>
    private void Forget(Statements write, PersonId person, IReadOnlyList<(GroupId Group, MemberNumber Number)> memberships)
    {
        write.Add(ForgetPerson, Value.Of(person.Value));
        write.Add(ForgetAddresses, Value.Of(person.Value));
        foreach (var (group, number) in memberships)
            write.Add(ForgetMember, Value.Of(group), Value.Of(number), Value.Of(person.Value), Value.Of(seals.Nameless(group, number)));
    }

    public void Store(Statements write, PersonId person, ConversationWrite conversation, DateTimeOffset at)
    {
        var state = Value.Of(seals.State(conversation.State, person));
        var group = Value.Of(conversation.CurrentGroup?.Value);
        var channel = Value.Of(conversation.Channel);
        var whatsApp = Value.Of(conversation.LastWhatsAppAt);
        if (conversation.ExpectedVersion == 0)
            write.Add(InsertConversation, Value.Of(person.Value), state, group, channel, whatsApp, Value.Of(at));
        else
            write.Add(
                UpdateConversation,
                Value.Of(person.Value),
                state,
                group,
                channel,
                whatsApp,
                Value.Of(at),
                Value.Of(conversation.ExpectedVersion)
            );
    }

    /// <summary>Ids grow by a millisecond each, so that messages to one person are sent in the order they were written.</summary>
    public void Store(Statements write, IReadOnlyList<OutboxMessage> messages, DateTimeOffset at)
    {
        var ids = messages.Select((_, place) => Guid.CreateVersion7(at.AddMilliseconds(place))).ToArray();
        write.Add(
            InsertOutbox,
            Value.Of(ids),
            Value.Of(messages.Select(m => m.Person.Value).ToArray()),
            Value.Of(messages.Select(m => m.Group?.Value).ToArray()),
            Value.Of(messages.Select((m, place) => seals.Message(m.Text, ids[place])).ToArray()),
            Value.Of(messages.Select(m => m.Media).ToArray()),
            Value.Of(messages.Select(m => m.DedupeKey).ToArray()),
            Value.Of(messages.Select(m => m.NotBefore ?? at).ToArray()),
            Value.Of(at)
        );
    }
}
