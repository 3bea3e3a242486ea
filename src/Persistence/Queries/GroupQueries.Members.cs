using DiGiBachat.Core;
using DiGiBachat.Persistence.Sql;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Queries;

/// <summary>An event of the log, and who did it; null for the calendar and for who is no member.</summary>
public sealed record LoggedEvent(long Number, DateTimeOffset At, MemberNumber? By, GroupEvent Event);

/// <summary>What is stored about a person beside the groups' books.</summary>
public sealed record PersonalData(int Addresses, int Answers, int Letters, DateTimeOffset Since);

/// <content>What is known of one member, and of one person.</content>
public sealed partial class GroupQueries
{
    /// <summary>$1: group; $2: how many.</summary>
    private const string LastEvents = """
        SELECT e.number, e.at, e.by_member, e.kind, e.data, s.data_enc FROM events e
        LEFT JOIN event_secrets s ON s.group_id = e.group_id AND s.number = e.number
        WHERE e.group_id = $1 ORDER BY e.number DESC LIMIT $2
        """;

    /// <summary>$1: person.</summary>
    private const string StoredOfPerson = """
        SELECT (SELECT count(*)::int FROM addresses a WHERE a.person_id = p.id), (SELECT count(*)::int FROM inbox i WHERE i.person_id = p.id),
        (SELECT count(*)::int FROM outbox o WHERE o.person_id = p.id), p.created_at FROM persons p WHERE p.id = $1
        """;

    /// <summary>The group's last events, newest first.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> LastEventsAsync(GroupId group, int count, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection).Add(LastEvents, Value.Of(group), Value.Of(count));
        await using var rows = await ask.ReadAsync(ct);
        var events = new List<LoggedEvent>();
        while (await rows.ReadAsync(ct))
        {
            var number = rows.GetInt64(0);
            var data = rows.TextOrNull(4) ?? seals.Event(rows.Bytes(5), group, number);
            events.Add(
                new(
                    number,
                    rows.Instant(1),
                    rows.IntOrNull(2) is { } by ? new MemberNumber(by) : null,
                    EventJson.Read(rows.GetString(3), data)
                )
            );
        }
        return events;
    }

    /// <summary>Counts, not contents; null for a person who is not stored.</summary>
    public async Task<PersonalData?> PersonalDataAsync(PersonId person, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection).Add(StoredOfPerson, Value.Of(person.Value));
        await using var rows = await ask.ReadAsync(ct);
        return await rows.ReadAsync(ct) ? new(rows.GetInt32(0), rows.GetInt32(1), rows.GetInt32(2), rows.Instant(3)) : null;
    }
}
