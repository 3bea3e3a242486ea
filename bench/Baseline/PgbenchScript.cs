using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DiGiBachat.Bench.Seeding;
using DiGiBachat.Bench.Wire;

namespace DiGiBachat.Bench.Baseline;

/// <summary>
/// A transaction of pgbench: one look-up that draws who it is about, then the recorded turns of several people, each round trip a pipeline.
/// The look-up is shared by many turns because it is not part of any: pgbench cannot compute a blind index, nor know a counter.
/// </summary>
internal sealed partial class PgbenchScript
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, string> constants = [];
    private readonly SortedSet<string> drawn = new(StringComparer.Ordinal);

    /// <param name="turns">Those of one person, in order; her version counts on from one to the next.</param>
    /// <param name="people">How many people a transaction is about.</param>
    /// <param name="sender">Null for any member.</param>
    public PgbenchScript(string name, IReadOnlyList<RecordedTurn> turns, int people, int? sender)
    {
        Name = name;
        People = people;
        Turns = turns.Count * people;
        for (var person = 0; person < people; person++)
        for (var turn = 0; turn < turns.Count; turn++)
            Add(turns[turn], person, turn);
        var body = text.ToString();
        text.Clear();
        Lookup(sender);
        text.Append(body);
    }

    public string Name { get; }

    public int People { get; }

    /// <summary>Turns in one transaction.</summary>
    public int Turns { get; }
    public string Text => text.ToString();

    /// <summary>Values that are the same in every transaction; given to pgbench by --define.</summary>
    public IReadOnlyDictionary<string, string> Constants => constants;

    private void Add(RecordedTurn turn, int person, int number)
    {
        var recorded = Recorded.From(turn);
        foreach (var trip in turn.Trips)
        {
            text.Append("\\startpipeline\n");
            foreach (var statement in trip.Statements)
                text.Append(Statement(statement, recorded, (person, number))).Append(";\n");
            text.Append("\\endpipeline\n");
        }
    }

    /// <summary>Each parameter with its type named, as the bot names it.</summary>
    private string Statement(
        WireStatement statement,
        Recorded recorded,
        (int Person, int Turn) at
    ) =>
        Parameter()
            .Replace(
                statement.Sql.ReplaceLineEndings(" "),
                match =>
                {
                    var place = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                    var (type, value) = statement.Values[place - 1];
                    // pgbench has no variable that is null.
                    return value is null
                        ? $"NULL::{type}"
                        : $":{Variable(statement, place, recorded, at)}::{type}";
                }
            );

    private string Variable(
        WireStatement statement,
        int place,
        Recorded recorded,
        (int Person, int Turn) at
    )
    {
        if (ScriptVariables.For(statement, place, recorded) is { } variable)
        {
            var perTurn = variable is ScriptVariables.Message or ScriptVariables.Version;
            drawn.Add(perTurn ? $"{variable}{at.Turn}" : variable);
            return perTurn ? $"{variable}{at.Turn}_{at.Person}" : $"{variable}_{at.Person}";
        }
        var value = statement.Values[place - 1].Text!;
        if (!constants.TryGetValue(value, out var name))
            constants[value] = name = string.Create(
                CultureInfo.InvariantCulture,
                $"const{constants.Count}"
            );
        return name;
    }

    /// <summary>
    /// Draws groups that no other client draws and no other place of this transaction has, among the odd ones: nobody waits for a lock
    /// that the bot's random members would not wait for either.
    /// </summary>
    private void Lookup(int? sender)
    {
        var member = sender is { } fixedNumber
            ? fixedNumber.ToString(CultureInfo.InvariantCulture)
            : "r.n";
        var columns = drawn.SelectMany(name =>
            Enumerable
                .Range(0, People)
                .Select(person =>
                    $"max({Expression(name)}) FILTER (WHERE r.k = {person}) AS {name}_{person}"
                )
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            WITH drawn AS MATERIALIZED (SELECT k,
            1 + 2 * (:client_id + :clients * (k + {People} * floor(random() * :draws)::int)) AS g,
            {SeedPlan.FirstPayer} + floor(random() * {BenchOptions.MembersPerGroup
                - SeedPlan.FirstPayer
                + 1})::int AS n
            FROM generate_series(0, {People - 1}) k)
            SELECT {string.Join(",\n", columns)}
            FROM drawn r JOIN {BenchDatabase.MembersTable} m ON m.group_number = r.g AND m.member = {member}
            JOIN {BenchDatabase.MembersTable} p ON p.group_number = r.g AND p.member = r.n
            JOIN groups g ON g.id = m.group_id JOIN conversations c ON c.person_id = m.person_id
            \gset

            """
        );
    }

    private static string Expression(string name)
    {
        if (name.StartsWith(ScriptVariables.Version, StringComparison.Ordinal))
            return $"(c.version + {name[ScriptVariables.Version.Length..]})::text";
        return ScriptVariables.Expressions[
            name.StartsWith(ScriptVariables.Message, StringComparison.Ordinal)
                ? ScriptVariables.Message
                : name
        ];
    }

    [GeneratedRegex(@"\$([0-9]+)")]
    private static partial Regex Parameter();
}
