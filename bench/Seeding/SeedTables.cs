using Npgsql;
using NpgsqlTypes;

namespace DiGiBachat.Bench.Seeding;

/// <summary>The tables that a seed fills, in an order in which they can be copied.</summary>
internal sealed class SeedTables
{
    private const NpgsqlDbType Uuid = NpgsqlDbType.Uuid;
    private const NpgsqlDbType Text = NpgsqlDbType.Text;
    private const NpgsqlDbType Bytes = NpgsqlDbType.Bytea;
    private const NpgsqlDbType Small = NpgsqlDbType.Smallint;
    private const NpgsqlDbType Int = NpgsqlDbType.Integer;
    private const NpgsqlDbType Big = NpgsqlDbType.Bigint;
    private const NpgsqlDbType Day = NpgsqlDbType.Date;
    private const NpgsqlDbType At = NpgsqlDbType.TimestampTz;

    public Rows Groups { get; } =
        new(
            "groups",
            ("id", Uuid),
            ("name", Text),
            ("status", Small),
            ("rules", NpgsqlDbType.Jsonb),
            ("rules_version", Int),
            ("upi_address_enc", Bytes),
            ("invite_code", Text),
            ("invite_valid_until_on", Day),
            ("founded_on", Day),
            ("next_period_on", Day),
            ("last_member", Int),
            ("last_loan", Int),
            ("last_payment", Int),
            ("last_entry", Big),
            ("last_event", Big),
            ("ledger_head", Bytes),
            ("event_head", Bytes)
        );
    public Rows Rules { get; } =
        new(
            "group_rules",
            ("group_id", Uuid),
            ("version", Int),
            ("rules", NpgsqlDbType.Jsonb),
            ("decided_by", Int),
            ("decided_on", Day)
        );
    public Rows Persons { get; } =
        new(
            "persons",
            ("id", Uuid),
            ("name_enc", Bytes),
            ("language", Text),
            ("consent_at", At),
            ("created_at", At)
        );
    public Rows Addresses { get; } =
        new(
            "addresses",
            ("blind_index", Bytes),
            ("person_id", Uuid),
            ("address_enc", Bytes),
            ("added_at", At)
        );
    public Rows Conversations { get; } =
        new(
            "conversations",
            ("person_id", Uuid),
            ("version", Big),
            ("state_enc", Bytes),
            ("current_group_id", Uuid),
            ("last_channel", Small),
            ("last_whatsapp_at", At),
            ("updated_at", At)
        );
    public Rows Members { get; } =
        new(
            "members",
            ("group_id", Uuid),
            ("number", Int),
            ("person_id", Uuid),
            ("profile_enc", Bytes),
            ("role", Small),
            ("status", Small),
            ("joined_on", Day),
            ("advance_paise", Big)
        );
    public Rows Dues { get; } =
        new(
            "dues",
            ("group_id", Uuid),
            ("member", Int),
            ("period_on", Day),
            ("amount_paise", Big),
            ("paid_paise", Big),
            ("fine_paise", Big),
            ("fine_paid_paise", Big)
        );
    public Rows Payments { get; } =
        new(
            "payments",
            ("group_id", Uuid),
            ("number", Int),
            ("code", Text),
            ("member", Int),
            ("payer", Int),
            ("amount_paise", Big),
            ("method", Small),
            ("status", Small),
            ("requested_at", At)
        );
    public Rows Events { get; } =
        new(
            "events",
            ("group_id", Uuid),
            ("number", Big),
            ("at", At),
            ("by_person", Uuid),
            ("by_member", Int),
            ("kind", Text),
            ("data", Text),
            ("hash", Bytes)
        );
    public Rows Secrets { get; } =
        new("event_secrets", ("group_id", Uuid), ("number", Big), ("data_enc", Bytes));
    public Rows Entries { get; } =
        new(
            "ledger_entries",
            ("group_id", Uuid),
            ("number", Big),
            ("entry_on", Day),
            ("narration", Small),
            ("cause", Text),
            ("by_member", Int),
            ("booked_at", At),
            ("event", Big),
            ("payment", Int),
            ("hash", Bytes)
        );
    public Rows Postings { get; } =
        new(
            "postings",
            ("group_id", Uuid),
            ("entry", Big),
            ("line", Int),
            ("account_kind", Small),
            ("account_number", Int),
            ("amount_paise", Big)
        );
    public Rows Balances { get; } =
        new(
            "balances",
            ("group_id", Uuid),
            ("account_kind", Small),
            ("account_number", Int),
            ("amount_paise", Big)
        );
    public Rows BenchMembers { get; } =
        new(
            BenchDatabase.MembersTable,
            ("group_number", Int),
            ("member", Int),
            ("group_id", Uuid),
            ("person_id", Uuid),
            ("blind_index", Bytes)
        );

    private IEnumerable<Rows> All =>
        [
            Groups,
            Rules,
            Persons,
            Addresses,
            Conversations,
            Members,
            Dues,
            Payments,
            Events,
            Secrets,
            Entries,
            Postings,
            Balances,
            BenchMembers,
        ];

    public void CopyTo(NpgsqlConnection connection)
    {
        foreach (var table in All)
            table.CopyTo(connection);
    }
}
