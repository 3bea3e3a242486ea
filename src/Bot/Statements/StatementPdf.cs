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
        var frame = Frame(content);
        var flow = new PageFlow(frame, typesetter);
        StatementOpening.Place(flow, frame, Figures(content));
        StatementTables.Passbook(flow, content);
        foreach (var loan in content.Loans)
            StatementTables.Loan(flow, content, loan);
        return PdfFile.Write(flow.Finished(), Title(content));
    }

    private static PdfTitle Title(StatementContent content) =>
        new(
            $"{content.Style.Label(StatementLabels.Title)} · {content.Heading.MemberName} · {content.Heading.GroupName} · {Frame(content).Period}",
            content.Style.Language,
            content.Proof.ProducedAt
        );

    private static DocumentFrame Frame(StatementContent content) =>
        new(
            StatementLabels.Title,
            content.Heading.GroupName,
            $"{content.Heading.MemberName} · {content.Style.Label(StatementLabels.Member)} {content.Heading.Member}",
            content.Heading.FromOn,
            content.Heading.ToOn,
            content.Proof,
            content.Style
        );

    private static Figure[] Figures(StatementContent content)
    {
        var (label, money) = (content.Style.Label, content.Style.Money);
        var book = content.Passbook;
        return
        [
            new(label(StatementLabels.Opening), money(book.Opening)),
            new(label(StatementLabels.MoneyIn), money(book.TotalIn)),
            new(label(StatementLabels.MoneyOut), money(book.TotalOut)),
            new(label(StatementLabels.Closing), money(book.Closing)),
        ];
    }
}
