namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>A million members in fifty thousand groups, made by the database itself. Their sealed columns hold nothing that opens.</summary>
internal static class Multitude
{
    public const int Groups = 50_000;
    public const int MembersPerGroup = 20;

    private const string Group = "('00000000-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid";
    private const string Person = "('00000000-0000-7000-9000-' || lpad(to_hex(g * 20 + m), 12, '0'))::uuid";

    /// <summary>Foreign keys would be checked row by row, and nothing here is about them.</summary>
    private const string WithoutForeignKeys =
        """
        DO $$ DECLARE f record; BEGIN
        FOR f IN SELECT conrelid::regclass AS of, conname FROM pg_constraint WHERE contype = 'f' LOOP
            EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', f.of, f.conname);
        END LOOP; END $$
        """;

    private static readonly string[] Rows =
    [
        $"""
        INSERT INTO groups SELECT {Group}, 'Group ' || g, 0, $1, 1, NULL, 'INVITE' || g, '2026-12-31', '2026-01-01', '2026-05-10',
        20, 4, 10, 10, 40, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex') FROM generate_series(1, {Groups}) g
        """.Replace("$1", "'{}'", StringComparison.Ordinal),
        $"""
        INSERT INTO members (group_id, number, person_id, profile_enc, role, status, joined_on, advance_paise)
        SELECT {Group}, m, {Person}, '\x00', 0, 1, '2026-01-01', 0 FROM generate_series(1, {Groups}) g, generate_series(1, {MembersPerGroup}) m
        """,
        Each(4, $"INSERT INTO persons (id, language, created_at) SELECT {Person}, 'hi', now()"),
        Each(4, $"INSERT INTO addresses SELECT sha256(({Person})::text::bytea), {Person}, '\\x00', now()"),
        Each(4, $"INSERT INTO conversations SELECT {Person}, 1, '\\x00', {Group}, 0, NULL, now()"),
        Each(4, "INSERT INTO inbox SELECT 'SM' || g || '-' || m, '\\x00', NULL, NULL, now()"),
        Each(4, $"INSERT INTO outbox SELECT {Person}, {Person}, {Group}, '\\x00', NULL, g || '-' || m, m % 2, 0, now(), g || 'p' || m, 0, 0, NULL, now()"),
        Each(4, $"INSERT INTO dues SELECT {Group}, m, DATE '2026-04-10', 10000, m % 2 * 10000, 0, 0"),
        Each(4, $"INSERT INTO loans SELECT {Group}, m, m, 100000, 6, 200, 0, 100, false, 0, 0, '\\x00', m % 4, '2026-02-01', 20, '2026-02-01', NULL"),
        Each(4, $"INSERT INTO instalments SELECT {Group}, m, 1, '2026-05-10', 10000, 100, 0, 0, 0, 0"),
        Each(6, $"INSERT INTO payments SELECT {Group}, m, 'CODE', m, m, NULL, 10000, 0, m % 5, 'R' || m, now()"),
        Each(6, $"INSERT INTO ledger_entries SELECT {Group}, m, '2026-04-01', 1, 'payment:' || m, 1, now(), m, m, NULL, '\\x00'"),
        Each(6, $"INSERT INTO postings SELECT {Group}, m, l, 2 + l, l * m, 3 - 2 * l FROM generate_series(1, 2) l"),
        Each(6, $"INSERT INTO balances SELECT {Group}, CASE m WHEN 1 THEN 1 WHEN 2 THEN 2 ELSE 3 END, CASE WHEN m < 3 THEN 0 ELSE m END, 100"),
        Each(6, $"INSERT INTO events SELECT {Group}, m, now(), NULL, NULL, 'x', NULL, '\\x00'"),
        Each(2, $"INSERT INTO event_secrets SELECT {Group}, m, '\\x00'"),
    ];

    public static async Task ArriveAsync(BachatDatabase database)
    {
        await database.QueryAsync(WithoutForeignKeys);
        foreach (var rows in Rows)
            await database.QueryAsync(rows);
        await database.QueryAsync("ANALYZE");
    }

    /// <summary>This many rows in each group.</summary>
    private static string Each(int count, string insert)
    {
        var series = $"generate_series(1, {Groups}) g, generate_series(1, {count}) m";
        return insert.Contains(" FROM ", StringComparison.Ordinal) ? $"{insert}, {series}" : $"{insert} FROM {series}";
    }
}
