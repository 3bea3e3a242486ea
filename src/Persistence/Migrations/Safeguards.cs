namespace DiGiBachat.Persistence.Migrations;

/// <summary>
/// What EF's model cannot say, by hand: the checks that stop a write, what is only ever added to, that each entry balances, and a
/// role for the bot that may not touch the book otherwise.
/// </summary>
internal static class Safeguards
{
    public const string Expectations = """
        CREATE FUNCTION expect_version(actual bigint) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            IF actual <> 1 THEN
                RAISE EXCEPTION 'another turn wrote this conversation' USING ERRCODE = 'BA001';
            END IF;
        END $$;

        CREATE FUNCTION expect_rows(actual bigint, expected bigint) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            IF actual <> expected THEN
                RAISE EXCEPTION '% rows were expected and % found', expected, actual USING ERRCODE = 'BA002';
            END IF;
        END $$;
        """;

    public const string AppendOnly = """
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'BA003';
        END $$;

        CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER postings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON postings
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER inbox_kept BEFORE DELETE OR TRUNCATE ON inbox
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;

    /// <summary>An entry's postings come in one statement; what comes later must sum to zero too, and the entry's hash shows it.</summary>
    public const string EntriesBalance = """
        CREATE FUNCTION refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM added GROUP BY group_id, entry HAVING sum(amount_paise) <> 0) THEN
                RAISE EXCEPTION 'an entry does not sum to zero' USING ERRCODE = 'BA004';
            END IF;
            RETURN NULL;
        END $$;

        CREATE TRIGGER postings_balance AFTER INSERT ON postings REFERENCING NEW TABLE AS added
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_unbalanced();
        """;

    /// <summary>
    /// For production: the bot logs in as a member of bachat_app, migrations run as the owner. Skipped when the owner may not create
    /// roles; the triggers hold either way.
    /// </summary>
    public const string Grants = """
        DO $$
        BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'bachat_app') THEN
                IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = current_user AND (rolcreaterole OR rolsuper)) THEN
                    RETURN;
                END IF;
                CREATE ROLE bachat_app NOLOGIN;
            END IF;
            GRANT USAGE ON SCHEMA public TO bachat_app;
            GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO bachat_app;
            GRANT DELETE ON instalments TO bachat_app;
            REVOKE UPDATE ON ledger_entries, postings, events, group_rules FROM bachat_app;
            GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO bachat_app;
        EXCEPTION WHEN insufficient_privilege OR duplicate_object THEN
            RAISE NOTICE 'the role bachat_app is left as it is';
        END $$;
        """;

    public const string Dropped = """
        DROP FUNCTION expect_version(bigint);
        DROP FUNCTION expect_rows(bigint, bigint);
        DROP FUNCTION refuse_change();
        DROP FUNCTION refuse_unbalanced();
        """;
}
