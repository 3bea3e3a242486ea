using DiGiBachat.Bot.Statements.Drawing;

namespace DiGiBachat.Bot.Statements;

/// <summary>
/// The passbook of one member as a PDF: what stood, came, went and stands, the loans with their schedules, and how to check it against the book.
/// The same content gives the same bytes.
/// </summary>
public static class StatementPdf
{
    /// <summary>Draws it; throws when the figures do not add up or a table is longer than <see cref="StatementContent.MaximumRows"/>.</summary>
    public static byte[] Draw(StatementContent content)
    {
        content.Passbook.MustAddUp();
        if (content.Loans.Any(loan => loan.Schedule.Count > StatementContent.MaximumRows))
            throw new ArgumentException(
                $"A schedule has at most {StatementContent.MaximumRows} instalments.",
                nameof(content)
            );
        var typesetter = new Typesetter(content.Style.Language);
        var flow = new PageFlow(content, typesetter);
        StatementOpening.Place(flow, content);
        StatementTables.Passbook(flow, content);
        foreach (var loan in content.Loans)
            StatementTables.Loan(flow, content, loan);
        return PdfFile.Write(flow.Finished(), Title(content));
    }

    private static PdfTitle Title(StatementContent content) =>
        new(
            $"{content.Style.Label(StatementLabels.Title)} · {content.Heading.MemberName} · {content.Heading.GroupName} · {Period(content)}",
            content.Style.Language,
            content.Proof.ProducedAt
        );

    /// <summary>"1 Apr 2026 – 30 Jun 2026".</summary>
    internal static string Period(StatementContent content) =>
        $"{content.Style.Day(content.Heading.FromOn)} – {content.Style.Day(content.Heading.ToOn)}";

    /// <summary>"Member 7".</summary>
    internal static string Member(StatementContent content) =>
        $"{content.Style.Label(StatementLabels.Member)} {content.Heading.Member}";
}
