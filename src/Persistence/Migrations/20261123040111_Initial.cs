using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DiGiBachat.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    rules = table.Column<string>(type: "jsonb", nullable: false),
                    rules_version = table.Column<int>(type: "integer", nullable: false),
                    upi_address_enc = table.Column<byte[]>(type: "bytea", nullable: true),
                    invite_code = table.Column<string>(type: "text", nullable: false),
                    invite_valid_until_on = table.Column<DateOnly>(type: "date", nullable: false),
                    founded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    next_period_on = table.Column<DateOnly>(type: "date", nullable: false),
                    last_member = table.Column<int>(type: "integer", nullable: false),
                    last_loan = table.Column<int>(type: "integer", nullable: false),
                    last_payment = table.Column<int>(type: "integer", nullable: false),
                    last_entry = table.Column<long>(type: "bigint", nullable: false),
                    last_event = table.Column<long>(type: "bigint", nullable: false),
                    ledger_head = table.Column<byte[]>(type: "bytea", nullable: false),
                    event_head = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_groups", x => x.id);
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 70);

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    message_id = table.Column<string>(type: "text", nullable: false),
                    body_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer_enc = table.Column<byte[]>(type: "bytea", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => x.message_id);
                });

            migrationBuilder.CreateTable(
                name: "persons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name_enc = table.Column<byte[]>(type: "bytea", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false),
                    consent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sms_opted_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    whatsapp_opted_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_persons", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "balances",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_kind = table.Column<short>(type: "smallint", nullable: false),
                    account_number = table.Column<int>(type: "integer", nullable: false),
                    amount_paise = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_balances", x => new { x.group_id, x.account_kind, x.account_number });
                    table.ForeignKey(
                        name: "fk_balances_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 70);

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_person = table.Column<Guid>(type: "uuid", nullable: true),
                    by_member = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    data = table.Column<string>(type: "text", nullable: true),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => new { x.group_id, x.number });
                    table.ForeignKey(
                        name: "fk_events_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "group_rules",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    rules = table.Column<string>(type: "jsonb", nullable: false),
                    decided_by = table.Column<int>(type: "integer", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_rules", x => new { x.group_id, x.version });
                    table.ForeignKey(
                        name: "fk_group_rules_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    entry_on = table.Column<DateOnly>(type: "date", nullable: false),
                    narration = table.Column<short>(type: "smallint", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    by_member = table.Column<int>(type: "integer", nullable: true),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    @event = table.Column<long>(name: "event", type: "bigint", nullable: false),
                    payment = table.Column<int>(type: "integer", nullable: true),
                    loan = table.Column<int>(type: "integer", nullable: true),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_entries", x => new { x.group_id, x.number });
                    table.ForeignKey(
                        name: "fk_ledger_entries_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "addresses",
                columns: table => new
                {
                    blind_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address_enc = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_addresses", x => x.blind_index);
                    table.ForeignKey(
                        name: "fk_addresses_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    state_enc = table.Column<byte[]>(type: "bytea", nullable: false),
                    current_group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    last_channel = table.Column<short>(type: "smallint", nullable: false),
                    last_whatsapp_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_conversations_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 70);

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    profile_enc = table.Column<byte[]>(type: "bytea", nullable: false),
                    role = table.Column<short>(type: "smallint", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    advance_paise = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members", x => new { x.group_id, x.number });
                    table.CheckConstraint("ck_members_advance", "advance_paise >= 0");
                    table.ForeignKey(
                        name: "fk_members_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_members_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text_enc = table.Column<byte[]>(type: "bytea", nullable: false),
                    media = table.Column<string>(type: "text", nullable: true),
                    dedupe_key = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    provider_id = table.Column<string>(type: "text", nullable: true),
                    provider_rank = table.Column<short>(type: "smallint", nullable: false),
                    channel = table.Column<short>(type: "smallint", nullable: true),
                    error_code = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                    table.ForeignKey(
                        name: "fk_outbox_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_secrets",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    data_enc = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_secrets", x => new { x.group_id, x.number });
                    table.ForeignKey(
                        name: "fk_event_secrets_events_group_id_number",
                        columns: x => new { x.group_id, x.number },
                        principalTable: "events",
                        principalColumns: new[] { "group_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "postings",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry = table.Column<long>(type: "bigint", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    account_kind = table.Column<short>(type: "smallint", nullable: false),
                    account_number = table.Column<int>(type: "integer", nullable: false),
                    amount_paise = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_postings", x => new { x.group_id, x.entry, x.line });
                    table.CheckConstraint("ck_postings_amount", "amount_paise <> 0");
                    table.ForeignKey(
                        name: "fk_postings_ledger_entries_group_id_entry",
                        columns: x => new { x.group_id, x.entry },
                        principalTable: "ledger_entries",
                        principalColumns: new[] { "group_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dues",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<int>(type: "integer", nullable: false),
                    period_on = table.Column<DateOnly>(type: "date", nullable: false),
                    amount_paise = table.Column<long>(type: "bigint", nullable: false),
                    paid_paise = table.Column<long>(type: "bigint", nullable: false),
                    fine_paise = table.Column<long>(type: "bigint", nullable: false),
                    fine_paid_paise = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dues", x => new { x.group_id, x.member, x.period_on });
                    table.CheckConstraint("ck_dues_fine_paid", "fine_paid_paise BETWEEN 0 AND fine_paise");
                    table.CheckConstraint("ck_dues_paid", "paid_paise BETWEEN 0 AND amount_paise");
                    table.ForeignKey(
                        name: "fk_dues_members_group_id_member",
                        columns: x => new { x.group_id, x.member },
                        principalTable: "members",
                        principalColumns: new[] { "group_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loans",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    borrower = table.Column<int>(type: "integer", nullable: false),
                    principal_paise = table.Column<long>(type: "bigint", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    rate_basis_points = table.Column<int>(type: "integer", nullable: false),
                    method = table.Column<short>(type: "smallint", nullable: false),
                    rounding_unit_paise = table.Column<long>(type: "bigint", nullable: false),
                    interest_in_whole_rupees = table.Column<bool>(type: "boolean", nullable: false),
                    prepayment = table.Column<short>(type: "smallint", nullable: false),
                    late_charge_paise = table.Column<long>(type: "bigint", nullable: false),
                    purpose_enc = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    requested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_by = table.Column<int>(type: "integer", nullable: true),
                    disbursed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    disbursed_reference = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loans", x => new { x.group_id, x.number });
                    table.CheckConstraint("ck_loans_decided_by_another", "decided_by <> borrower");
                    table.CheckConstraint("ck_loans_principal", "principal_paise > 0");
                    table.ForeignKey(
                        name: "fk_loans_members_group_id_borrower",
                        columns: x => new { x.group_id, x.borrower },
                        principalTable: "members",
                        principalColumns: new[] { "group_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    member = table.Column<int>(type: "integer", nullable: false),
                    payer = table.Column<int>(type: "integer", nullable: false),
                    loan = table.Column<int>(type: "integer", nullable: true),
                    amount_paise = table.Column<long>(type: "bigint", nullable: false),
                    method = table.Column<short>(type: "smallint", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments", x => new { x.group_id, x.number });
                    table.CheckConstraint("ck_payments_amount", "amount_paise > 0");
                    table.ForeignKey(
                        name: "fk_payments_members_group_id_member",
                        columns: x => new { x.group_id, x.member },
                        principalTable: "members",
                        principalColumns: new[] { "group_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "instalments",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    principal_paise = table.Column<long>(type: "bigint", nullable: false),
                    interest_paise = table.Column<long>(type: "bigint", nullable: false),
                    charge_paise = table.Column<long>(type: "bigint", nullable: false),
                    principal_paid_paise = table.Column<long>(type: "bigint", nullable: false),
                    interest_paid_paise = table.Column<long>(type: "bigint", nullable: false),
                    charge_paid_paise = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instalments", x => new { x.group_id, x.loan, x.number });
                    table.CheckConstraint("ck_instalments_charge", "charge_paid_paise BETWEEN 0 AND charge_paise");
                    table.CheckConstraint("ck_instalments_interest", "interest_paid_paise BETWEEN 0 AND interest_paise");
                    table.CheckConstraint("ck_instalments_principal", "principal_paid_paise BETWEEN 0 AND principal_paise");
                    table.ForeignKey(
                        name: "fk_instalments_loans_group_id_loan",
                        columns: x => new { x.group_id, x.loan },
                        principalTable: "loans",
                        principalColumns: new[] { "group_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_addresses_person_id",
                table: "addresses",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_dues_group_id_member",
                table: "dues",
                columns: new[] { "group_id", "member" },
                filter: "(paid_paise < amount_paise OR fine_paid_paise < fine_paise)");

            migrationBuilder.CreateIndex(
                name: "ix_groups_invite_code",
                table: "groups",
                column: "invite_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_group_id_cause",
                table: "ledger_entries",
                columns: new[] { "group_id", "cause" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_group_id_entry_on",
                table: "ledger_entries",
                columns: new[] { "group_id", "entry_on" });

            migrationBuilder.CreateIndex(
                name: "ix_loans_group_id_borrower",
                table: "loans",
                columns: new[] { "group_id", "borrower" });

            migrationBuilder.CreateIndex(
                name: "ix_loans_group_id_borrower1",
                table: "loans",
                columns: new[] { "group_id", "borrower" },
                filter: "status IN (0, 1, 2)");

            migrationBuilder.CreateIndex(
                name: "ix_loans_group_id_disbursed_reference",
                table: "loans",
                columns: new[] { "group_id", "disbursed_reference" },
                unique: true,
                filter: "disbursed_reference IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_members_group_id_person_id",
                table: "members",
                columns: new[] { "group_id", "person_id" },
                unique: true,
                filter: "person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_members_person_id",
                table: "members",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_dedupe_key",
                table: "outbox",
                column: "dedupe_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_at_id",
                table: "outbox",
                columns: new[] { "next_at", "id" },
                filter: "status = 0");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_person_id",
                table: "outbox",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_provider_id",
                table: "outbox",
                column: "provider_id",
                unique: true,
                filter: "provider_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_payments_group_id_member",
                table: "payments",
                columns: new[] { "group_id", "member" },
                filter: "status IN (0, 1)");

            migrationBuilder.CreateIndex(
                name: "ix_payments_group_id_reference",
                table: "payments",
                columns: new[] { "group_id", "reference" },
                unique: true,
                filter: "reference IS NOT NULL AND status <> 3");

            migrationBuilder.CreateIndex(
                name: "ix_postings_group_id_account_kind_account_number_entry",
                table: "postings",
                columns: new[] { "group_id", "account_kind", "account_number", "entry" })
                .Annotation("Npgsql:IndexInclude", new[] { "amount_paise" });

            migrationBuilder.Sql(Safeguards.Expectations);
            migrationBuilder.Sql(Safeguards.AppendOnly);
            migrationBuilder.Sql(Safeguards.EntriesBalance);
            migrationBuilder.Sql(Safeguards.Grants);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "addresses");

            migrationBuilder.DropTable(
                name: "balances");

            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "dues");

            migrationBuilder.DropTable(
                name: "event_secrets");

            migrationBuilder.DropTable(
                name: "group_rules");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "instalments");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "payments");

            migrationBuilder.DropTable(
                name: "postings");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "loans");

            migrationBuilder.DropTable(
                name: "ledger_entries");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "groups");

            migrationBuilder.DropTable(
                name: "persons");

            migrationBuilder.Sql(Safeguards.Dropped);
        }
    }
}
