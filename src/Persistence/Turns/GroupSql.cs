using DiGiBachat.Persistence.Mapping;

namespace DiGiBachat.Persistence.Turns;

/// <summary>
/// The statements that read a group. They differ only in how the group and the members in scope are named: by the sender's
/// address, by the members' numbers, or by loans and payments besides.
/// </summary>
/// <param name="Group">Gives the group's id.</param>
/// <param name="Everyone">Whether all members are in scope.</param>
/// <param name="Members">Gives the members in scope, as an array.</param>
/// <param name="Loans">Gives the loans to read whatever their status, as an array; null when none can be.</param>
/// <param name="Payments">The same for payments.</param>
internal sealed record GroupSql(string Group, string Everyone, string Members, string? Loans, string? Payments)
{
    private const string CurrentGroup =
        "(SELECT c.current_group_id FROM addresses a JOIN conversations c ON c.person_id = a.person_id WHERE a.blind_index = $1)";

    /// <summary>$1: blind index of the sender's address. Her current group, and herself in it.</summary>
    public static readonly GroupSql BySender = new(
        CurrentGroup,
        "false",
        $"""
        ARRAY(SELECT m.number FROM members m WHERE m.group_id = {CurrentGroup}
        AND m.person_id = (SELECT a.person_id FROM addresses a WHERE a.blind_index = $1))
        """,
        null,
        null
    );

    /// <summary>$1: invite code. The group and its members, and nothing that is theirs.</summary>
    public static readonly GroupSql ByInvite = new(
        "(SELECT g.id FROM groups g WHERE g.invite_code = $1)",
        "false",
        "'{}'::integer[]",
        null,
        null
    );

    /// <summary>$1: group; $2: everyone; $3: members.</summary>
    public static readonly GroupSql ByMembers = new("$1", "$2", "$3", null, null);

    /// <summary>$4: loans; $5: payments, with their borrowers and members.</summary>
    public static readonly GroupSql ByNumbers = new(
        "$1",
        "$2",
        """
        ARRAY(SELECT unnest($3) UNION SELECT l.borrower FROM loans l WHERE l.group_id = $1 AND l.number = ANY ($4)
        UNION SELECT p.member FROM payments p WHERE p.group_id = $1 AND p.number = ANY ($5))
        """,
        "$4",
        "$5"
    );

    private const string OfGroup = """
        SELECT id, name, status, rules, rules_version, upi_address_enc, invite_code, invite_valid_until_on, next_period_on,
        last_member, last_loan, last_payment, last_entry, last_event, ledger_head, event_head, matters_enc FROM groups WHERE
        """;

    public string Row { get; } = $"{OfGroup} id = {Group}";

    /// <summary>Waits for whoever else decides in this group. What is read after it is what will still stand at the commit.</summary>
    public string LockedRow { get; } = $"{OfGroup} id = {Group} FOR NO KEY UPDATE";

    public string AllMembers { get; } =
        $"SELECT number, person_id, profile_enc, role, status, joined_on, advance_paise FROM members WHERE group_id = {Group} ORDER BY number";

    public string Balances { get; } =
        $"""
            SELECT account_kind, account_number, amount_paise FROM balances WHERE group_id = {Group} AND (account_number = 0 OR {Everyone}
            OR (account_kind IN (3, 14) AND account_number = ANY ({Members}))
            OR (account_kind = 4 AND account_number = ANY (ARRAY(SELECT o.number FROM loans o WHERE o.group_id = {Group}
            AND o.borrower = ANY ({Members}) AND {MoneyMapping.OpenLoan}{(
                Loans is null ? "" : $" UNION ALL SELECT unnest({Loans})"
            )}))))
            """;

    public string OpenDues { get; } = Dues(Group, Everyone, Members, $"AND {GroupMapping.OpenDue}");

    public string AllDues { get; } = Dues(Group, Everyone, Members, "");

    /// <summary>
    /// A row for each instalment, or one for a loan without any. Loans approved but not paid out are promised money: they are
    /// always here, whoever's they are.
    /// </summary>
    public string OpenLoans { get; } =
        $"""
        SELECT {LoanColumns} FROM (SELECT * FROM loans WHERE group_id = {Group} AND {MoneyMapping.OpenLoan}
        AND ({Everyone} OR status = 1 OR borrower = ANY ({Members})){(
            Loans is null ? "" : $" UNION ALL SELECT * FROM loans WHERE group_id = {Group} AND number = ANY ({Loans}) AND status NOT IN (0, 1, 2)"
        )}) l {WithInstalments}
        """;

    public string OpenPayments { get; } =
        $"""
        SELECT {PaymentColumns} FROM payments WHERE group_id = {Group} AND {MoneyMapping.OpenPayment}
        AND ({Everyone} OR member = ANY ({Members}) OR payer = ANY ({Members})){(
            Payments is null ? "" : $" UNION ALL SELECT {PaymentColumns} FROM payments WHERE group_id = {Group} AND number = ANY ({Payments}) AND status NOT IN (0, 1)"
        )} ORDER BY number
        """;

    /// <summary>All that makes a group, in the order in which <see cref="GroupReader"/> reads it.</summary>
    public IEnumerable<string> Unlocked => [Row, AllMembers, Balances, OpenDues, OpenLoans, OpenPayments];

    /// <summary>$1: group; $2: reference.</summary>
    public const string ReferenceUsed = """
        SELECT EXISTS (SELECT 1 FROM payments WHERE group_id = $1 AND reference = $2 AND status <> 3)
        OR EXISTS (SELECT 1 FROM loans WHERE group_id = $1 AND disbursed_reference = $2)
        """;

    /// <summary>$1: group. What came to and went from everybody's savings, a row for each member and day.</summary>
    public const string SavingsHistory = """
        SELECT p.account_number, e.entry_on, -sum(p.amount_paise)::bigint FROM postings p
        JOIN ledger_entries e ON e.group_id = p.group_id AND e.number = p.entry
        WHERE p.group_id = $1 AND p.account_kind = 3 GROUP BY p.account_number, e.entry_on ORDER BY p.account_number, e.entry_on
        """;

    /// <summary>$1: group; $2: numbers. Any loan, ended ones too.</summary>
    public static readonly string LoansByNumber =
        $"SELECT {LoanColumns} FROM (SELECT * FROM loans WHERE group_id = $1 AND number = ANY ($2)) l {WithInstalments}";

    /// <summary>$1: group; $2: borrower.</summary>
    public static readonly string LoansOfBorrower =
        $"SELECT {LoanColumns} FROM (SELECT * FROM loans WHERE group_id = $1 AND borrower = $2) l {WithInstalments}";

    /// <summary>$1: group; $2: number.</summary>
    public const string PaymentByNumber = $"SELECT {PaymentColumns} FROM payments WHERE group_id = $1 AND number = $2";

    /// <summary>$1: group; $2: reference.</summary>
    public const string PaymentByReference =
        $"SELECT {PaymentColumns} FROM payments WHERE group_id = $1 AND reference = $2 AND status <> 3";

    private const string PaymentColumns =
        "number, code, member, payer, loan, amount_paise, method, status, reference, requested_at, claimed_on";

    private static string LoanColumns =>
        $"""
            l.number, l.borrower, l.purpose_enc, l.status, l.requested_on, l.decided_by, l.disbursed_on, l.guarantors,
            {Prefixed("l", Stored.TermsColumns)}, {Prefixed("i", Stored.InstalmentColumns)}
            """;

    private const string WithInstalments =
        "LEFT JOIN instalments i ON i.group_id = l.group_id AND i.loan = l.number ORDER BY l.number, i.number";

    private static string Dues(string group, string everyone, string members, string which) =>
        $"""
            SELECT member, period_on, amount_paise, paid_paise, fine_paise, fine_paid_paise FROM dues
            WHERE group_id = {group} {which} AND ({everyone} OR member = ANY ({members})) ORDER BY member, period_on
            """;

    private static string Prefixed(string alias, string columns) => string.Join(", ", columns.Split(", ").Select(c => $"{alias}.{c}"));
}
