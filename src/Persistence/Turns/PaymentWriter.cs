using DiGiBachat.Core;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Sql;
using Npgsql;

namespace DiGiBachat.Persistence.Turns;

/// <summary>
/// Dues and payments after an event. Each update names the status it expects, so that what the fold would not do, the rows refuse.
/// </summary>
internal static class PaymentWriter
{
    /// <summary>All active members at once: an advance pays first.</summary>
    private const string OpenPeriod = """
        INSERT INTO dues (group_id, member, period_on, amount_paise, paid_paise, fine_paise, fine_paid_paise)
        SELECT group_id, number, $2, $3, least(advance_paise, $3), 0, 0 FROM members WHERE group_id = $1 AND status = 1
        """;

    private const string UseAdvances =
        "UPDATE members SET advance_paise = advance_paise - least(advance_paise, $2) WHERE group_id = $1 AND status = 1 AND advance_paise > 0";

    private const string ChargeFine = """
        WITH changed AS (UPDATE dues SET fine_paise = $4 WHERE group_id = $1 AND member = $2 AND period_on = $3 RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string SettleDues = """
        WITH changed AS (UPDATE dues d SET paid_paise = d.paid_paise + s.paid, fine_paid_paise = d.fine_paid_paise + s.fine, fine_paise = d.fine_paise - s.waived
        FROM unnest($3, $4, $5, $7) AS s (period_on, paid, fine, waived)
        WHERE d.group_id = $1 AND d.member = $2 AND d.period_on = s.period_on RETURNING 1)
        SELECT expect_rows(count(*), $6) FROM changed
        """;

    private const string AddAdvance = """
        WITH changed AS (UPDATE members SET advance_paise = advance_paise + $3 WHERE group_id = $1 AND number = $2 RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string InsertPayment = """
        INSERT INTO payments (group_id, number, code, member, payer, loan, amount_paise, method, status, reference, requested_at, claimed_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    /// <summary>Posted once, and only from requested or claimed; cash appears here for the first time.</summary>
    private const string PostPayment = """
        WITH changed AS (INSERT INTO payments AS p (group_id, number, code, member, payer, loan, amount_paise, method, status, reference, requested_at, claimed_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        ON CONFLICT (group_id, number) DO UPDATE SET status = excluded.status WHERE p.status IN (0, 1) RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string CorrectPayment = """
        WITH changed AS (UPDATE payments SET amount_paise = $3, reference = $4, claimed_on = $5
        WHERE group_id = $1 AND number = $2 AND status IN (0, 1) RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string ClaimPayment = """
        WITH changed AS (UPDATE payments SET status = 1, reference = $3, claimed_on = $4 WHERE group_id = $1 AND number = $2 AND status = 0 RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string EndPayment = """
        WITH changed AS (UPDATE payments SET status = $3 WHERE group_id = $1 AND number = $2 AND status IN (0, 1) RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    public static bool Store(Statements write, GroupState after, GroupEvent happened)
    {
        var group = after.Id;
        switch (happened)
        {
            case PeriodOpened e:
                write.Add(OpenPeriod, Value.Of(group), Value.Of(e.PeriodOn), Value.Of(e.Amount));
                write.Add(UseAdvances, Value.Of(group), Value.Of(e.Amount));
                break;
            case FineCharged e:
                write.Add(ChargeFine, Value.Of(group), Value.Of(e.Member), Value.Of(e.PeriodOn), Value.Of(e.Fine));
                break;
            case PaymentRequested e:
                write.Add(InsertPayment, Parameters(group, e.Payment));
                break;
            case PaymentClaimed e:
                write.Add(ClaimPayment, Value.Of(group), Value.Of(e.Payment), Value.Of(e.Reference), Value.Of(e.On));
                break;
            case PaymentCorrected e:
                write.Add(CorrectPayment, Value.Of(group), Value.Of(e.Payment), Value.Of(e.Amount), Value.Of(e.Reference), Value.Of(e.On));
                break;
            case PaymentRejected e:
                End(write, group, e.Payment, PaymentStatus.Rejected);
                break;
            case PaymentExpired e:
                End(write, group, e.Payment, PaymentStatus.Expired);
                break;
            case PaymentPosted e:
                write.Add(PostPayment, Parameters(group, e.Payment));
                break;
            case ContributionReceived e:
                Settle(write, group, e.Member, e.Settled, 1);
                Advance(write, group, e.Member, e.Advance);
                break;
            case ContributionReversed e:
                Settle(write, group, e.Member, e.Unsettled, -1);
                Advance(write, group, e.Member, -e.AdvanceTaken);
                break;
            default:
                return false;
        }
        return true;
    }

    private static void Settle(Statements write, GroupId group, MemberNumber member, IReadOnlyList<DueSettled> parts, int sign)
    {
        if (parts.Count > 0)
            write.Add(
                SettleDues,
                Value.Of(group),
                Value.Of(member),
                Value.Of(parts.Select(p => p.PeriodOn).ToArray()),
                Value.Of(parts.Select(p => p.Paid.Paise * sign).ToArray()),
                Value.Of(parts.Select(p => p.FinePaid.Paise * sign).ToArray()),
                Value.Of((long)parts.Count),
                Value.Of(parts.Select(p => (p.Waived?.Paise ?? 0) * sign).ToArray())
            );
    }

    private static void Advance(Statements write, GroupId group, MemberNumber member, Money change)
    {
        if (!change.IsZero)
            write.Add(AddAdvance, Value.Of(group), Value.Of(member), Value.Of(change));
    }

    private static void End(Statements write, GroupId group, PaymentNumber payment, PaymentStatus status) =>
        write.Add(EndPayment, Value.Of(group), Value.Of(payment), Value.Of((short)status));

    private static NpgsqlParameter[] Parameters(GroupId group, Payment payment) =>
        [
            Value.Of(group),
            Value.Of(payment.Number),
            Value.Of(payment.Code),
            Value.Of(payment.Member),
            Value.Of(payment.Payer),
            Value.Of(payment.Loan?.Value),
            Value.Of(payment.Amount),
            Value.Of((short)payment.Method),
            Value.Of((short)payment.Status),
            Value.Of(payment.Reference),
            Value.Of(payment.RequestedAt),
            Value.Of(payment.ClaimedOn),
        ];
}
