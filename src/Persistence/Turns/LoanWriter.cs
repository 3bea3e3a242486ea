using DiGiBachat.Core;
using DiGiBachat.Core.Loans;
using DiGiBachat.Persistence.Sql;

namespace DiGiBachat.Persistence.Turns;

/// <summary>Loans and their instalments after an event. Each update names the status it expects.</summary>
internal sealed class LoanWriter(Seals seals)
{
    private const string InsertLoan = $"""
        INSERT INTO loans (group_id, number, borrower, purpose_enc, status, requested_on, guarantors, {Stored.TermsColumns})
        VALUES ($1, $2, $3, $4, 0, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """;

    private const string ApproveLoan = $"""
        WITH changed AS (UPDATE loans SET status = 1, decided_by = $3, ({Stored.TermsColumns}) = ROW($4, $5, $6, $7, $8, $9, $10, $11)
        WHERE group_id = $1 AND number = $2 AND status = 0 RETURNING 1) SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string MoveLoan = """
        WITH changed AS (UPDATE loans SET status = $3 WHERE group_id = $1 AND number = $2 AND status = ANY ($4) RETURNING 1)
        SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string DisburseLoan = """
        WITH changed AS (UPDATE loans SET status = 2, disbursed_on = $3, disbursed_reference = $4
        WHERE group_id = $1 AND number = $2 AND status = 1 RETURNING 1) SELECT expect_rows(count(*), 1) FROM changed
        """;

    private const string UpsertInstalments = $"""
        INSERT INTO instalments (group_id, loan, {Stored.InstalmentColumns})
        SELECT $1, $2, * FROM unnest($3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (group_id, loan, number) DO UPDATE SET due_on = excluded.due_on, principal_paise = excluded.principal_paise,
        interest_paise = excluded.interest_paise, charge_paise = excluded.charge_paise,
        principal_paid_paise = excluded.principal_paid_paise, interest_paid_paise = excluded.interest_paid_paise,
        charge_paid_paise = excluded.charge_paid_paise
        """;

    private const string TrimInstalments = "DELETE FROM instalments WHERE group_id = $1 AND loan = $2 AND number > $3";

    public bool Store(Statements write, GroupState after, GroupEvent happened)
    {
        var group = after.Id;
        switch (happened)
        {
            case LoanRequested e:
                Requested(write, group, e.Loan);
                break;
            case LoanApproved e:
                write.Add(ApproveLoan, [Value.Of(group), Value.Of(e.Loan), Value.Of(e.By), .. Stored.Parameters(e.Terms)]);
                break;
            case LoanRejected e:
                Move(write, group, e.Loan, LoanStatus.Rejected, LoanStatus.Requested);
                break;
            case LoanWithdrawn e:
                Move(write, group, e.Loan, LoanStatus.Withdrawn, LoanStatus.Requested);
                break;
            case LoanCancelled e:
                Move(write, group, e.Loan, LoanStatus.Cancelled, LoanStatus.Approved);
                break;
            case LoanClosed e:
                Move(write, group, e.Loan, LoanStatus.Closed, LoanStatus.Active);
                break;
            case LoanDisbursed e:
                write.Add(DisburseLoan, Value.Of(group), Value.Of(e.Loan), Value.Of(e.On), Value.Of(e.Reference));
                Instalments(write, group, e.Loan, e.Instalments);
                break;
            case LoanAccrued e:
                Instalments(write, group, e.Loan, e.Instalments);
                break;
            case RepaymentReceived e:
                Repaid(write, group, e);
                break;
            case RepaymentReversed e:
                Move(write, group, e.Loan, LoanStatus.Active, LoanStatus.Active, LoanStatus.Closed);
                Instalments(write, group, e.Loan, e.Instalments);
                Trim(write, group, e.Loan, e.Instalments.Count);
                break;
            default:
                return false;
        }
        return true;
    }

    private void Requested(Statements write, GroupId group, Loan loan) =>
        write.Add(
            InsertLoan,
            [
                Value.Of(group),
                Value.Of(loan.Number),
                Value.Of(loan.Borrower),
                Value.Of(seals.Purpose(loan.Purpose, group, loan.Number)),
                Value.Of(loan.RequestedOn),
                Value.Of(loan.Guarantors?.Select(m => m.Value).ToArray() ?? []),
                .. Stored.Parameters(loan.Terms),
            ]
        );

    /// <summary>Only the lines that the repayment changed.</summary>
    private static void Repaid(Statements write, GroupId group, RepaymentReceived e)
    {
        var before = e.Before.ToDictionary(i => i.Number);
        Instalments(write, group, e.Loan, e.After.Where(i => before.GetValueOrDefault(i.Number) != i).ToList());
        if (e.After.Count < e.Before.Count)
            Trim(write, group, e.Loan, e.After.Count);
    }

    private static void Move(Statements write, GroupId group, LoanNumber loan, LoanStatus to, params LoanStatus[] from) =>
        write.Add(MoveLoan, Value.Of(group), Value.Of(loan), Value.Of((short)to), Value.Of(Array.ConvertAll(from, s => (short)s)));

    private static void Instalments(Statements write, GroupId group, LoanNumber loan, IReadOnlyList<Instalment> lines) =>
        write.Add(UpsertInstalments, [Value.Of(group), Value.Of(loan), .. Stored.Parameters(lines)]);

    private static void Trim(Statements write, GroupId group, LoanNumber loan, int last) =>
        write.Add(TrimInstalments, Value.Of(group), Value.Of(loan), Value.Of(last));
}
