using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Persistence.Sql;
using DiGiBachat.Persistence.Turns;
using Npgsql;
using NpgsqlTypes;

namespace DiGiBachat.Bench.Seeding;

/// <summary>Rows of one table, collected and copied in one go.</summary>
internal sealed class Rows(string table, params (string Column, NpgsqlDbType Type)[] columns)
{
    private readonly List<object?[]> rows = [];

    public void Add(params object?[] row) => rows.Add(row);

    public void CopyTo(NpgsqlConnection connection)
    {
        var names = string.Join(", ", columns.Select(c => c.Column));
        using var copy = connection.BeginBinaryImport($"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            for (var i = 0; i < row.Length; i++)
                if (row[i] is { } value)
                    copy.Write(value, columns[i].Type);
                else
                    copy.WriteNull();
        }
        copy.Complete();
        rows.Clear();
    }
}

/// <summary>Everything that a number of groups leave in the database, table by table, sealed and chained as turns would have done.</summary>
internal sealed class SeedRows(Seals seals)
{
    private const NpgsqlDbType Uuid = NpgsqlDbType.Uuid;
    private const NpgsqlDbType Text = NpgsqlDbType.Text;
    private const NpgsqlDbType Bytes = NpgsqlDbType.Bytea;
    private const NpgsqlDbType Small = NpgsqlDbType.Smallint;
    private const NpgsqlDbType Int = NpgsqlDbType.Integer;
    private const NpgsqlDbType Big = NpgsqlDbType.Bigint;
    private const NpgsqlDbType Day = NpgsqlDbType.Date;
    private const NpgsqlDbType At = NpgsqlDbType.TimestampTz;

    /// <summary>What a conversation looks like in which nothing is open.</summary>
    private const string Idle = """{"version":1,"questions":1,"misses":0,"frames":[]}""";

    private readonly Rows groups = new(
        "groups",
        ("id", Uuid), ("name", Text), ("status", Small), ("rules", NpgsqlDbType.Jsonb), ("rules_version", Int), ("upi_address_enc", Bytes),
        ("invite_code", Text), ("invite_valid_until_on", Day), ("founded_on", Day), ("next_period_on", Day), ("last_member", Int),
        ("last_loan", Int), ("last_payment", Int), ("last_entry", Big), ("last_event", Big), ("ledger_head", Bytes), ("event_head", Bytes)
    );
    private readonly Rows rules = new(
        "group_rules",
        ("group_id", Uuid), ("version", Int), ("rules", NpgsqlDbType.Jsonb), ("decided_by", Int), ("decided_on", Day)
    );
    private readonly Rows persons = new("persons", ("id", Uuid), ("name_enc", Bytes), ("language", Text), ("consent_at", At), ("created_at", At));
    private readonly Rows addresses = new("addresses", ("blind_index", Bytes), ("person_id", Uuid), ("address_enc", Bytes), ("added_at", At));
    private readonly Rows conversations = new(
        "conversations",
        ("person_id", Uuid), ("version", Big), ("state_enc", Bytes), ("current_group_id", Uuid), ("last_channel", Small),
        ("last_whatsapp_at", At), ("updated_at", At)
    );
    private readonly Rows members = new(
        "members",
        ("group_id", Uuid), ("number", Int), ("person_id", Uuid), ("profile_enc", Bytes), ("role", Small), ("status", Small),
        ("joined_on", Day), ("advance_paise", Big)
    );
    private readonly Rows dues = new(
        "dues",
        ("group_id", Uuid), ("member", Int), ("period_on", Day), ("amount_paise", Big), ("paid_paise", Big), ("fine_paise", Big), ("fine_paid_paise", Big)
    );
    private readonly Rows payments = new(
        "payments",
        ("group_id", Uuid), ("number", Int), ("code", Text), ("member", Int), ("payer", Int), ("amount_paise", Big), ("method", Small),
        ("status", Small), ("requested_at", At)
    );
    private readonly Rows events = new(
        "events",
        ("group_id", Uuid), ("number", Big), ("at", At), ("by_person", Uuid), ("by_member", Int), ("kind", Text), ("data", Text), ("hash", Bytes)
    );
    private readonly Rows secrets = new("event_secrets", ("group_id", Uuid), ("number", Big), ("data_enc", Bytes));
    private readonly Rows entries = new(
        "ledger_entries",
        ("group_id", Uuid), ("number", Big), ("entry_on", Day), ("narration", Small), ("cause", Text), ("by_member", Int), ("booked_at", At),
        ("event", Big), ("payment", Int), ("hash", Bytes)
    );
    private readonly Rows postings = new(
        "postings",
        ("group_id", Uuid), ("entry", Big), ("line", Int), ("account_kind", Small), ("account_number", Int), ("amount_paise", Big)
    );
    private readonly Rows balances = new("balances", ("group_id", Uuid), ("account_kind", Small), ("account_number", Int), ("amount_paise", Big));
    private readonly Rows benchMembers = new(
        BenchDatabase.MembersTable,
        ("group_number", Int), ("member", Int), ("group_id", Uuid), ("person_id", Uuid), ("blind_index", Bytes)
    );

    private IEnumerable<Rows> All =>
        [groups, rules, persons, addresses, conversations, members, dues, payments, events, secrets, entries, postings, balances, benchMembers];

    public void CopyTo(NpgsqlConnection connection)
    {
        foreach (var table in All)
            table.CopyTo(connection);
    }

    public void Add(SeededGroup seeded, DateTimeOffset at)
    {
        var state = seeded.State;
        var group = state.Id.Value;
        var head = AddEvents(seeded);
        var rulesJson = EventJson.Write(state.Rules);
        var today = IndianTime.DayOf(at);
        groups.Add(
            group, state.Name, (short)state.Status, rulesJson, 1, seals.UpiAddress(state.UpiAddress, state.Id), state.Invite.Code,
            state.Invite.ValidUntil, today, state.NextPeriodOn, state.Members.Count, 0, state.Counters.Payments, state.Counters.Entries,
            (long)seeded.Events.Count, Convert.FromHexString(state.LedgerHead), head
        );
        rules.Add(group, 1, rulesJson, SeedPlan.Admin, today);
        AddMembers(seeded, at);
        foreach (var due in seeded.Dues)
            dues.Add(group, due.Member.Value, due.PeriodOn, due.Amount.Paise, due.Paid.Paise, due.Fine.Paise, due.FinePaid.Paise);
        foreach (var paid in seeded.Payments)
            payments.Add(
                group, paid.Number.Value, paid.Code, paid.Member.Value, paid.Payer.Value, paid.Amount.Paise, (short)paid.Method, (short)paid.Status, at
            );
        foreach (var (account, amount) in state.Balances.All)
            balances.Add(group, (short)account.Kind, account.Number, amount.Paise);
    }

    private void AddMembers(SeededGroup seeded, DateTimeOffset at)
    {
        var group = seeded.State.Id;
        foreach (var member in seeded.State.Members)
        {
            var person = seeded.Persons[member.Number.Value - 1];
            var phone = SeedPlan.Phone(seeded.Number, member.Number.Value);
            var index = seals.IndexOf(phone);
            persons.Add(person.Value, seals.PersonName(member.Name, person), "en", at, at);
            addresses.Add(index, person.Value, seals.Address(phone, index), at);
            conversations.Add(person.Value, 1L, seals.State(Idle, person), group.Value, (short)0, at, at);
            members.Add(
                group.Value, member.Number.Value, person.Value, seals.Profile(member.Name, member.LastFourDigits, group, member.Number),
                (short)member.Role, (short)member.Status, member.JoinedOn, member.Advance.Paise
            );
            benchMembers.Add(seeded.Number, member.Number.Value, group.Value, person.Value, index);
        }
    }

    private byte[] AddEvents(SeededGroup seeded)
    {
        var group = seeded.State.Id;
        var head = new byte[EventChain.HashLength];
        var entry = 0;
        for (var i = 0; i < seeded.Events.Count; i++)
        {
            var (happened, actor) = (seeded.Events[i], seeded.Actors[i]);
            var (kind, data) = EventJson.Write(happened);
            var line = new EventLine(i + 1, actor.At, actor.Person?.Value, actor.Member?.Value, kind, data);
            head = EventChain.Hash(head, line);
            var isSealed = EventJson.IsSealed(kind);
            events.Add(group.Value, line.Number, line.At, line.ByPerson, line.ByMember, kind, isSealed ? null : data, head);
            if (isSealed)
                secrets.Add(group.Value, line.Number, seals.Event(data, group, line.Number));
            if (happened is ContributionReceived paid)
                AddEntry(group, seeded.Entries[entry++], (line.Number, paid.Payment.Value));
        }
        return head;
    }

    private void AddEntry(GroupId group, LedgerEntry entry, (long Event, int Payment) behind)
    {
        entries.Add(
            group.Value, entry.Number, entry.On, (short)entry.Narration, entry.Cause, entry.By?.Value, entry.At, behind.Event, behind.Payment,
            Convert.FromHexString(entry.Hash)
        );
        for (var line = 0; line < entry.Postings.Count; line++)
            postings.Add(
                group.Value, entry.Number, line + 1, (short)entry.Postings[line].Account.Kind, entry.Postings[line].Account.Number,
                entry.Postings[line].Amount.Paise
            );
    }
}
