using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Persistence.Sql;
using DiGiBachat.Persistence.Turns;
using Npgsql;

namespace DiGiBachat.Bench.Seeding;

/// <summary>Everything that a number of groups leave in the database, table by table, sealed and chained as turns would have done.</summary>
internal sealed class SeedRows(Seals seals)
{
    /// <summary>What a conversation looks like in which nothing is open.</summary>
    private const string Idle = """{"version":1,"questions":1,"misses":0,"frames":[]}""";
    private readonly SeedTables tables = new();

    public void CopyTo(NpgsqlConnection connection) => tables.CopyTo(connection);

    public void Add(SeededGroup seeded, DateTimeOffset at)
    {
        var state = seeded.State;
        var group = state.Id.Value;
        var head = AddEvents(seeded);
        var rulesJson = EventJson.Write(state.Rules);
        var today = IndianTime.DayOf(at);
        tables.Groups.Add(
            group,
            state.Name,
            (short)state.Status,
            rulesJson,
            1,
            seals.UpiAddress(state.UpiAddress, state.Id),
            state.Invite.Code,
            state.Invite.ValidUntil,
            today,
            state.NextPeriodOn,
            state.Members.Count,
            0,
            state.Counters.Payments,
            state.Counters.Entries,
            (long)seeded.Events.Count,
            Convert.FromHexString(state.LedgerHead),
            head
        );
        tables.Rules.Add(group, 1, rulesJson, SeedPlan.Admin, today);
        AddMembers(seeded, at);
        foreach (var due in seeded.Dues)
            tables.Dues.Add(
                group,
                due.Member.Value,
                due.PeriodOn,
                due.Amount.Paise,
                due.Paid.Paise,
                due.Fine.Paise,
                due.FinePaid.Paise
            );
        foreach (var paid in seeded.Payments)
            tables.Payments.Add(
                group,
                paid.Number.Value,
                paid.Code,
                paid.Member.Value,
                paid.Payer.Value,
                paid.Amount.Paise,
                (short)paid.Method,
                (short)paid.Status,
                at
            );
        foreach (var (account, amount) in state.Balances.All)
            tables.Balances.Add(group, (short)account.Kind, account.Number, amount.Paise);
    }

    private void AddMembers(SeededGroup seeded, DateTimeOffset at)
    {
        var group = seeded.State.Id;
        foreach (var member in seeded.State.Members)
        {
            var person = seeded.Persons[member.Number.Value - 1];
            var phone = SeedPlan.Phone(seeded.Number, member.Number.Value);
            var index = seals.IndexOf(phone);
            tables.Persons.Add(person.Value, seals.PersonName(member.Name, person), "en", at, at);
            tables.Addresses.Add(index, person.Value, seals.Address(phone, index), at);
            tables.Conversations.Add(
                person.Value,
                1L,
                seals.State(Idle, person),
                group.Value,
                (short)0,
                at,
                at
            );
            tables.Members.Add(
                group.Value,
                member.Number.Value,
                person.Value,
                seals.Profile(member, null, group),
                (short)member.Role,
                (short)member.Status,
                member.JoinedOn,
                member.Advance.Paise
            );
            tables.BenchMembers.Add(
                seeded.Number,
                member.Number.Value,
                group.Value,
                person.Value,
                index
            );
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
            var line = new EventLine(
                i + 1,
                actor.At,
                actor.Person?.Value,
                actor.Member?.Value,
                kind,
                data
            );
            head = EventChain.Hash(head, line);
            var isSealed = EventJson.IsSealed(kind);
            tables.Events.Add(
                group.Value,
                line.Number,
                line.At,
                line.ByPerson,
                line.ByMember,
                kind,
                isSealed ? null : data,
                head
            );
            if (isSealed)
                tables.Secrets.Add(group.Value, line.Number, seals.Event(data, group, line.Number));
            if (happened is ContributionReceived paid)
                AddEntry(group, seeded.Entries[entry++], (line.Number, paid.Payment.Value));
        }
        return head;
    }

    private void AddEntry(GroupId group, LedgerEntry entry, (long Event, int Payment) behind)
    {
        tables.Entries.Add(
            group.Value,
            entry.Number,
            entry.On,
            (short)entry.Narration,
            entry.Cause,
            entry.By?.Value,
            entry.At,
            behind.Event,
            behind.Payment,
            Convert.FromHexString(entry.Hash)
        );
        for (var line = 0; line < entry.Postings.Count; line++)
            tables.Postings.Add(
                group.Value,
                entry.Number,
                line + 1,
                (short)entry.Postings[line].Account.Kind,
                entry.Postings[line].Account.Number,
                entry.Postings[line].Amount.Paise
            );
    }
}
