using System.Text;
using DiGiBachat.Bot.Statements;

namespace DiGiBachat.Bot.Pages;

/// <summary>What the QR of a printed statement opens: the same figures as the book holds them now, to be held against the paper.</summary>
internal static class CheckPage
{
    public static string Render(StatementContent content, string pdf)
    {
        var (heading, book, style) = (content.Heading, content.Passbook, content.Style);
        var html = new StringBuilder();
        Add($"<section><h1>{Label("statement.check.title")}</h1>");
        Add($"<p class=\"state good\">{Label("statement.check.genuine")}</p>");
        Add($"<p>{Text(heading.MemberName)} · {Text(heading.GroupName)}</p>");
        Add($"<p class=\"soft\">{Text(style.Day(heading.FromOn))} - {Text(style.Day(heading.ToOn))}</p></section><section>");
        Row("statement.opening", style.Money(book.Opening));
        Row("statement.money-in", style.Money(book.TotalIn));
        Row("statement.money-out", style.Money(book.TotalOut));
        Row("statement.closing", style.Money(book.Closing));
        foreach (var loan in content.Loans)
            Row("statement.loan", $"{loan.Number}: {style.Money(loan.Outstanding)}");
        Row("statement.book-code", content.Proof.LedgerHead);
        Add($"</section><section><p>{Label("statement.check.compare")}</p>");
        Add($"<p><a class=\"pay\" href=\"{Text(pdf)}\">{Label("statement.check.open-pdf")}</a></p></section>");
        return html.ToString();

        void Add(string piece) => html.Append(piece);

        void Row(string key, string value) =>
            Add($"<div class=\"row\"><dl><dt>{Label(key)}</dt><dd>{Text(value)}</dd></dl></div>");

        string Label(string key) => Text(style.Label(key));
    }

    /// <summary>The link is wrong, or too old.</summary>
    public static string RenderUnknown(Func<string, string> label) =>
        $"<section><p class=\"state bad\">{Text(label("statement.check.wrong"))}</p></section>";

    private static string Text(string words) => PageFrame.Encode(words);
}
