namespace DiGiBachat.Persistence.Auditing;

/// <summary>What the audit reads of a group ($1), in the order in which it looks at it.</summary>
internal static class AuditSql
{
    public static readonly string[] InOrder =
    [
        """
        SELECT g.last_entry, g.last_event, g.ledger_head, g.event_head,
        g.last_member, (SELECT coalesce(max(number), 0) FROM members m WHERE m.group_id = g.id),
        g.last_loan, (SELECT coalesce(max(number), 0) FROM loans l WHERE l.group_id = g.id),
        g.last_payment, (SELECT coalesce(max(number), 0) FROM payments p WHERE p.group_id = g.id), g.matters_enc FROM groups g WHERE g.id = $1
        """,
        """
        SELECT e.number, e.entry_on, e.narration, e.cause, e.by_member, e.booked_at, e.hash,
        p.account_kind, p.account_number, p.amount_paise FROM ledger_entries e
        LEFT JOIN postings p ON p.group_id = e.group_id AND p.entry = e.number WHERE e.group_id = $1 ORDER BY e.number, p.line
        """,
        """
        SELECT e.number, e.at, e.by_person, e.by_member, e.kind, e.data, e.hash, s.data_enc FROM events e
        LEFT JOIN event_secrets s ON s.group_id = e.group_id AND s.number = e.number WHERE e.group_id = $1 ORDER BY e.number
        """,
        """
        SELECT account_kind, account_number, coalesce(b.amount_paise, 0), coalesce(s.amount_paise, 0)
        FROM (SELECT * FROM balances WHERE group_id = $1) b FULL JOIN
        (SELECT account_kind, account_number, sum(amount_paise)::bigint AS amount_paise FROM postings WHERE group_id = $1
            GROUP BY account_kind, account_number) s USING (account_kind, account_number)
        WHERE coalesce(b.amount_paise, 0) <> coalesce(s.amount_paise, 0) ORDER BY account_kind, account_number
        """,
        """
        SELECT l.number, l.left_paise, l.posted_paise FROM (SELECT number,
        (SELECT coalesce(sum(i.principal_paise - i.principal_paid_paise), 0)::bigint FROM instalments i
            WHERE i.group_id = o.group_id AND i.loan = o.number) AS left_paise,
        (SELECT coalesce(sum(p.amount_paise), 0)::bigint FROM postings p
            WHERE p.group_id = o.group_id AND p.account_kind = 4 AND p.account_number = o.number) AS posted_paise
        FROM loans o WHERE o.group_id = $1 AND o.status <> 7
        UNION ALL SELECT o.number, (SELECT coalesce(sum(i.principal_paise - i.principal_paid_paise), 0)::bigint FROM instalments i
            WHERE i.group_id = o.group_id AND i.loan = o.number), (SELECT coalesce(sum(p.amount_paise), 0)::bigint FROM postings p
            JOIN ledger_entries e ON e.group_id = p.group_id AND e.number = p.entry WHERE p.group_id = o.group_id
            AND p.account_kind = 4 AND p.account_number = o.number AND e.cause <> 'write-off:' || o.number)
        FROM loans o WHERE o.group_id = $1 AND o.status = 7
        UNION ALL SELECT o.number, 0, (SELECT coalesce(sum(p.amount_paise), 0)::bigint FROM postings p
            WHERE p.group_id = o.group_id AND p.account_kind = 4 AND p.account_number = o.number)
        FROM loans o WHERE o.group_id = $1 AND o.status = 7) l WHERE l.left_paise <> l.posted_paise ORDER BY l.number
        """,
        """
        SELECT y.number FROM payments y WHERE y.group_id = $1 AND y.status = 2 AND NOT EXISTS (SELECT 1 FROM ledger_entries e
        WHERE e.group_id = y.group_id AND e.cause = 'payment:' || y.number) ORDER BY y.number
        """,
        """
        SELECT account_kind, account_number, sum(amount_paise)::bigint FROM postings
        WHERE group_id = $1 AND account_kind IN (12, 14) GROUP BY account_kind, account_number ORDER BY account_kind, account_number
        """,
    ];
}
