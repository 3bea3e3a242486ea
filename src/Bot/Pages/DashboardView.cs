using System.Text;
using DiGiBachat.Bot.Actions;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Bot.Pages;

/// <summary>The group's health in HTML, in the words of the chat; each chart has its figures below it for who cannot see it.</summary>
internal sealed class DashboardView(Texts.Texts texts, string language)
{
    private readonly StringBuilder html = new(16384);

    public string Draw(string group, GroupHealth health, IReadOnlyList<MonthEnd> months, IReadOnlyList<PeriodPaid> periods)
    {
        Head(group, health);
        Figures(health);
        List("dashboard.to-do", HealthTexts.Advice(health));
        Amounts("dashboard.chart-savings", months, m => m.Savings);
        Amounts("dashboard.chart-loans", months, m => m.LoansOut);
        Shares(periods);
        List("dashboard.why", HealthTexts.Why(health));
        return html.ToString();
    }

    private void Head(string group, GroupHealth health)
    {
        Add($"<section><h1>{Text(group)} · {Label("dashboard.title")}</h1>");
        Add($"<p class=\"amount\">{Money(health.Savings)}</p><p>{Label("dashboard.savings")}</p>");
        Add($"<p class=\"soft\">{Label("dashboard.as-of")}: {Text(Formats.Day(health.On, language))}</p></section>");
    }

    private void Figures(GroupHealth health)
    {
        Add("<section>");
        Row("dashboard.loans", Money(health.LoansOut));
        Row("dashboard.risk", $"{health.RiskPercent}%");
        Row("dashboard.repayment", health.RepaymentPercent is { } percent ? $"{percent}%" : "-");
        Row("dashboard.cash", Money(health.Cash));
        Row("dashboard.bank", Money(health.Bank));
        Add($"<p class=\"soft\">{Said(HealthTexts.Trend(health))}</p></section>");
    }

    private void Row(string key, string figure) => Add($"<div class=\"row\"><dl><dt>{Label(key)}</dt><dd>{figure}</dd></dl></div>");

    private void List(string heading, IReadOnlyList<Text> lines)
    {
        Add($"<section><h2>{Label(heading)}</h2>");
        foreach (var line in lines)
            Add($"<p>{Said(line)}</p>");
        Add("</section>");
    }

    private void Amounts(string heading, IReadOnlyList<MonthEnd> months, Func<MonthEnd, Money> amount)
    {
        var shown = months.TakeLast(Chart.MostBars).ToList();
        Add($"<section><h2>{Label(heading)}</h2>");
        Bars(
            heading,
            shown.ConvertAll(m => new Bar(
                Formats.DayAndMonth(m.On, language),
                amount(m).Paise,
                Formats.Money(amount(m), ChannelKind.WhatsApp)
            ))
        );
        Add("</section>");
    }

    private void Shares(IReadOnlyList<PeriodPaid> periods)
    {
        Add($"<section><h2>{Label("dashboard.chart-paid")}</h2>");
        Bars(
            "dashboard.chart-paid",
            periods
                .TakeLast(Chart.MostBars)
                .Select(p => new Bar(Formats.DayAndMonth(p.PeriodOn, language), p.Percent, $"{p.Percent}%"))
                .ToList()
        );
        Add("</section>");
    }

    private void Bars(string heading, List<Bar> bars)
    {
        if (bars.Count == 0)
        {
            Add($"<p>{Label("dashboard.nothing")}</p>");
            return;
        }
        Add(Chart.Draw(Label(heading), bars));
        Add($"<details><summary>{Label("dashboard.table")}</summary><table>");
        foreach (var bar in bars)
            Add($"<tr><th scope=\"row\">{Text(bar.Name)}</th><td>{Text(bar.Figure)}</td></tr>");
        Add("</table></details>");
    }

    private void Add(string piece) => html.Append(piece);

    private string Label(string key) => Said(new Text(key));

    private string Said(Text text) => Text(texts.Say(text, new(language, ChannelKind.WhatsApp)));

    private static string Money(Money amount) => Text(Formats.Money(amount, ChannelKind.WhatsApp));

    private static string Text(string words) => PageFrame.Encode(words);
}
