using Npgsql;

namespace DiGiBachat.Persistence.Turns;

/// <summary>Which errors of the database mean "somebody was faster: do the turn anew", and not that something is broken.</summary>
internal static class Conflicts
{
    /// <summary>Raised by <c>expect_version</c>: the conversation has another version than was read.</summary>
    public const string OtherVersion = "BA001";

    /// <summary>Raised by <c>expect_rows</c>: rows are not as the decision expected them. Under a group's lock this is a defect.</summary>
    public const string OtherRows = "BA002";

    /// <summary>Raised by the triggers of what is only ever added to.</summary>
    public const string AppendOnly = "BA003";

    /// <summary>Raised when an entry's postings do not sum to zero.</summary>
    public const string Unbalanced = "BA004";

    /// <summary>
    /// The message was answered, the conversation begun, the address taken, the invite code given or the entry reversed by another
    /// turn meanwhile.
    /// </summary>
    private static readonly HashSet<string?> Firsts =
    [
        "pk_inbox",
        "pk_conversations",
        "pk_addresses",
        "ix_groups_invite_code",
        "ix_ledger_entries_group_id_cause",
    ];

    public static bool IsConflict(PostgresException e) =>
        e.SqlState switch
        {
            OtherVersion or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => true,
            PostgresErrorCodes.UniqueViolation => Firsts.Contains(e.ConstraintName),
            _ => false,
        };
}
