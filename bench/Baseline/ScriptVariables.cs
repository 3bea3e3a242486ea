using DiGiBachat.Bench.Wire;

namespace DiGiBachat.Bench.Baseline;

/// <summary>Who acted in the recorded turns: what of their values is somebody else's in each of pgbench's transactions.</summary>
/// <param name="Index">Her blind index, as it stood in the recording.</param>
internal sealed record Recorded(string Group, string Person, string Index)
{
    public static Recorded From(RecordedTurn turn)
    {
        var statements = turn.Trips.SelectMany(t => t.Statements).ToList();
        var write = statements.Last(s =>
            s.Sql.Contains("UPDATE conversations", StringComparison.Ordinal)
        );
        var sender = statements.First(s =>
            s.Sql.Contains("a.blind_index = $1", StringComparison.Ordinal)
        );
        return new(write.Values[2].Text!, write.Values[0].Text!, sender.Values[0].Text!);
    }
}

/// <summary>
/// Which values differ from turn to turn and must fit (keys, counters, versions), by statement and position. All others are sent as they
/// were recorded: they have the right size and nothing depends on them.
/// </summary>
internal static class ScriptVariables
{
    public const string Message = "mid";
    public const string Version = "ver";

    private static readonly (string Fragment, int Place, string Variable)[] Places =
    [
        ("FROM inbox WHERE message_id", 1, Message),
        ("INSERT INTO inbox", 1, Message),
        ("UPDATE conversations", 7, Version),
        ("INSERT INTO payments", 2, "pay"),
        ("INSERT INTO payments", 4, "num"),
        ("INSERT INTO payments", 5, "num"),
        ("UPDATE dues", 2, "num"),
        ("INSERT INTO events", 5, "evs"),
        ("INSERT INTO ledger_entries", 4, "ents"),
        ("INSERT INTO ledger_entries", 7, "causes"),
        ("INSERT INTO ledger_entries", 8, "lastevs"),
        ("INSERT INTO ledger_entries", 9, "pays"),
        ("INSERT INTO postings", 2, "entlines"),
        ("INSERT INTO postings", 5, "accounts"),
        ("INSERT INTO balances", 3, "accounts"),
        ("UPDATE groups", 6, "pay"),
        ("UPDATE groups", 7, "ent"),
        ("UPDATE groups", 8, "newev"),
        ("UPDATE groups", 11, "ev"),
        ("INSERT INTO outbox", 1, "oids"),
        ("INSERT INTO outbox", 2, "payers"),
        ("INSERT INTO outbox", 3, "gids"),
        ("INSERT INTO outbox", 6, "dedupes"),
        ("= ANY ($3)", 3, "nums"),
    ];

    /// <summary>The expression of each variable, over a row of the look-up.</summary>
    public static readonly IReadOnlyDictionary<string, string> Expressions = new Dictionary<
        string,
        string
    >
    {
        ["gid"] = "m.group_id::text",
        ["pid"] = "m.person_id::text",
        ["idx"] = "m.blind_index::text",
        [Message] = "'SM' || md5(random()::text || clock_timestamp()::text)",
        [Version] = "c.version::text",
        ["num"] = "r.n::text",
        ["nums"] = "'{' || r.n || ',2}'",
        ["pay"] = "(g.last_payment + 1)::text",
        ["pays"] = "'{' || g.last_payment + 1 || '}'",
        ["causes"] = "'{payment:' || g.last_payment + 1 || '}'",
        ["ent"] = "(g.last_entry + 1)::text",
        ["ents"] = "'{' || g.last_entry + 1 || '}'",
        ["entlines"] = "'{' || g.last_entry + 1 || ',' || g.last_entry + 1 || '}'",
        ["accounts"] = "'{0,' || r.n || '}'",
        ["ev"] = "g.last_event::text",
        ["newev"] = "(g.last_event + 2)::text",
        ["evs"] = "'{' || g.last_event + 1 || ',' || g.last_event + 2 || '}'",
        ["lastevs"] = "'{' || g.last_event + 2 || '}'",
        ["oids"] = "'{' || gen_random_uuid() || '}'",
        ["payers"] = "'{' || p.person_id || '}'",
        ["gids"] = "'{' || m.group_id || '}'",
        ["dedupes"] =
            "'{' || md5(random()::text || clock_timestamp()::text) || md5(random()::text) || '}'",
    };

    /// <summary>The variable that stands for this value; null for one that is sent as it was.</summary>
    public static string? For(WireStatement statement, int place, Recorded recorded)
    {
        var value = statement.Values[place - 1].Text;
        if (value is null)
            return null;
        foreach (var (fragment, at, variable) in Places)
            if (
                at == place
                && statement.Sql.Contains(fragment, StringComparison.Ordinal)
                && !IsWholeGroup(statement, variable)
            )
                return variable;
        return value == recorded.Index ? "idx"
            : value == recorded.Group ? "gid"
            : value == recorded.Person ? "pid"
            : null;
    }

    private static bool IsWholeGroup(WireStatement statement, string variable) =>
        variable == "nums" && statement.Values[2].Text == "{}";
}
