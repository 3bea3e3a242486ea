using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Persistence.Sql;

namespace DiGiBachat.Persistence.Turns;

/// <summary>The audit log, the book and its balances, and the group's row that counts them and names their heads.</summary>
internal sealed class LedgerWriter(Seals seals)
{
    private const string InsertEvents = """
        INSERT INTO events (group_id, number, at, by_person, by_member, kind, data, hash)
        SELECT $1, number, $2, $3, $4, kind, data, hash FROM unnest($5, $6, $7, $8) AS e (number, kind, data, hash)
        """;

    private const string InsertSecrets =
        "INSERT INTO event_secrets (group_id, number, data_enc) SELECT $1, number, data FROM unnest($2, $3) AS s (number, data)";

    private const string InsertEntries = """
        INSERT INTO ledger_entries (group_id, number, entry_on, narration, cause, by_member, booked_at, event, payment, loan, hash)
        SELECT $1, number, entry_on, narration, cause, $2, $3, event, payment, loan, hash
        FROM unnest($4, $5, $6, $7, $8, $9, $10, $11) AS e (number, entry_on, narration, cause, event, payment, loan, hash)
        """;

    private const string InsertPostings = """
        INSERT INTO postings (group_id, entry, line, account_kind, account_number, amount_paise)
        SELECT $1, * FROM unnest($2, $3, $4, $5, $6)
        """;

    /// <summary>Adds to what stands there: a balance is never set.</summary>
    private const string AddToBalances = """
        INSERT INTO balances AS b (group_id, account_kind, account_number, amount_paise) SELECT $1, * FROM unnest($2, $3, $4)
        ON CONFLICT (group_id, account_kind, account_number) DO UPDATE SET amount_paise = b.amount_paise + excluded.amount_paise
        """;

    /// <summary>The number of the last event is the group's version: another one there means that it was decided without the lock.</summary>
    private const string UpdateGroup = """
        WITH changed AS (UPDATE groups SET status = $2, next_period_on = $3, last_member = $4, last_loan = $5, last_payment = $6,
        last_entry = $7, last_event = $8, ledger_head = $9, event_head = $10, matters_enc = coalesce($12, matters_enc)
        WHERE id = $1 AND last_event = $11 RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    public void Store(Statements write, GroupWrite happened)
    {
        var group = happened.Applied.Group;
        var lines = Lines(happened);
        var head = StoreEvents(write, group, lines);
        if (happened.Applied.Entries.Count > 0)
            StoreEntries(write, group.Id, happened);
        write.Add(
            UpdateGroup,
            Value.Of(group.Id),
            Value.Of((short)group.Status),
            Value.Of(group.NextPeriodOn),
            Value.Of(group.Counters.Members),
            Value.Of(group.Counters.Loans),
            Value.Of(group.Counters.Payments),
            Value.Of(group.Counters.Entries),
            Value.Of(group.Counters.Events + lines.Count),
            Value.Of(Convert.FromHexString(group.LedgerHead)),
            Value.Of(head),
            Value.Of(group.Counters.Events),
            Value.Of(group.Matters == group.MattersAsRead ? null : seals.Matters(EventJson.Write(group.Matters), group.Id))
        );
    }

    private static List<EventLine> Lines(GroupWrite happened)
    {
        var number = happened.Applied.Group.Counters.Events;
        var lines = new List<EventLine>(happened.Events.Count);
        foreach (var one in happened.Events)
        {
            var (kind, data) = EventJson.Write(one);
            lines.Add(new(++number, happened.Actor.At, happened.Actor.Person?.Value, happened.Actor.Member?.Value, kind, data));
        }
        return lines;
    }

    private byte[] StoreEvents(Statements write, GroupState group, List<EventLine> lines)
    {
        var head = Convert.FromHexString(group.EventHead);
        var hashes = lines.Select(line => head = EventChain.Hash(head, line)).ToArray();
        write.Add(
            InsertEvents,
            Value.Of(group.Id),
            Value.Of(lines[0].At),
            Value.Of(lines[0].ByPerson),
            Value.Of(lines[0].ByMember),
            Value.Of(lines.Select(l => l.Number).ToArray()),
            Value.Of(lines.Select(l => l.Kind).ToArray()),
            Value.Of(lines.Select(l => EventJson.IsSealed(l.Kind) ? null : l.Data).ToArray()),
            Value.Of(hashes)
        );
        var secret = lines.Where(l => EventJson.IsSealed(l.Kind)).ToList();
        if (secret.Count > 0)
            write.Add(
                InsertSecrets,
                Value.Of(group.Id),
                Value.Of(secret.Select(l => l.Number).ToArray()),
                Value.Of(secret.Select(l => seals.Event(l.Data, group.Id, l.Number)).ToArray())
            );
        return head;
    }

    private static void StoreEntries(Statements write, GroupId group, GroupWrite happened)
    {
        var entries = happened.Applied.Entries;
        var behind = Behind(happened);
        write.Add(
            InsertEntries,
            Value.Of(group),
            Value.Of(entries[0].By?.Value),
            Value.Of(entries[0].At),
            Value.Of(entries.Select(e => e.Number).ToArray()),
            Value.Of(entries.Select(e => e.On).ToArray()),
            Value.Of(entries.Select(e => (short)e.Narration).ToArray()),
            Value.Of(entries.Select(e => e.Cause).ToArray()),
            Value.Of(behind.Select(b => b.Number).ToArray()),
            Value.Of(behind.Select(b => About(b.Event).Payment).ToArray()),
            Value.Of(behind.Select(b => About(b.Event).Loan).ToArray()),
            Value.Of(entries.Select(e => Convert.FromHexString(e.Hash)).ToArray())
        );
        var postings = entries.SelectMany(e => e.Postings.Select((p, line) => (Entry: e.Number, Line: line + 1, Posting: p))).ToList();
        write.Add(
            InsertPostings,
            Value.Of(group),
            Value.Of(postings.Select(p => p.Entry).ToArray()),
            Value.Of(postings.Select(p => p.Line).ToArray()),
            Value.Of(postings.Select(p => (short)p.Posting.Account.Kind).ToArray()),
            Value.Of(postings.Select(p => p.Posting.Account.Number).ToArray()),
            Value.Of(postings.Select(p => p.Posting.Amount.Paise).ToArray())
        );
        var sums = postings
            .GroupBy(p => p.Posting.Account, p => p.Posting.Amount.Paise)
            .OrderBy(a => a.Key.Kind)
            .ThenBy(a => a.Key.Number)
            .ToList();
        write.Add(
            AddToBalances,
            Value.Of(group),
            Value.Of(sums.Select(a => (short)a.Key.Kind).ToArray()),
            Value.Of(sums.Select(a => a.Key.Number).ToArray()),
            Value.Of(sums.Select(a => a.Sum()).ToArray())
        );
    }

    /// <summary>For each entry the event that made it, with its number in the log.</summary>
    private static List<(long Number, GroupEvent Event)> Behind(GroupWrite happened)
    {
        var before = happened.Applied.Group.Counters.Events;
        return happened
            .Events.Select((e, place) => (Number: before + place + 1, Event: e))
            .Where(e => Postings.For(e.Event, happened.Actor.Today) is not null)
            .ToList();
    }

    private static (int? Payment, int? Loan) About(GroupEvent happened) =>
        happened switch
        {
            ContributionReceived e => (e.Payment.Value, null),
            RepaymentReceived e => (e.Payment.Value, e.Loan.Value),
            LoanDisbursed e => (null, e.Loan.Value),
            ContributionReversed e => (e.Payment.Value, null),
            RepaymentReversed e => (e.Payment.Value, e.Loan.Value),
            _ => (null, null),
        };
}
