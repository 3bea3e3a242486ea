using DiGiBachat.Core;
using DiGiBachat.Persistence.Sql;

namespace DiGiBachat.Persistence.Turns;

/// <summary>The group's own row when its rules, its name or its address change. Status and next period are written with every turn.</summary>
internal sealed class RulesWriter(Seals seals)
{
    /// <summary>One version after the other: another one there means that it was decided without the lock.</summary>
    private const string UpdateRules = """
        WITH changed AS (UPDATE groups SET rules = $2, rules_version = $3 WHERE id = $1 AND rules_version = $3 - 1 RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string InsertRules =
        "INSERT INTO group_rules (group_id, version, rules, decided_by, decided_on) VALUES ($1, $2, $3, $4, $5)";

    private const string Rename = """
        WITH changed AS (UPDATE groups SET name = $2 WHERE id = $1 RETURNING 1) SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string ChangeUpiAddress = """
        WITH changed AS (UPDATE groups SET upi_address_enc = $2 WHERE id = $1 RETURNING 1) SELECT expect_rows(count(*), 1) FROM changed
        """;

    public bool Store(Statements write, GroupState after, GroupEvent happened)
    {
        var group = after.Id;
        switch (happened)
        {
            case RulesChanged e:
                var rules = EventJson.Write(e.Rules);
                write.Add(UpdateRules, Value.Of(group), Value.Json(rules), Value.Of(e.Version));
                write.Add(InsertRules, Value.Of(group), Value.Of(e.Version), Value.Json(rules), Value.Of(e.By?.Value), Value.Of(e.On));
                break;
            case GroupRenamed e:
                write.Add(Rename, Value.Of(group), Value.Of(e.Name));
                break;
            case UpiAddressChanged e:
                write.Add(ChangeUpiAddress, Value.Of(group), Value.Of(seals.UpiAddress(e.Address, group)));
                break;
            default:
                return false;
        }
        return true;
    }
}
