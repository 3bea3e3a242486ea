using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Reports;

namespace DiGiBachat.Bot.Actions;

/// <summary>A dues notice in words: each part that is owed, and the sum.</summary>
internal static class InvoiceTexts
{
    public static Text Of(GroupState group, Invoice invoice)
    {
        var parts = new List<Text>();
        if (invoice.Saving.IsPositive)
            parts.Add(Text.Of("invoice-lines.saving", ("amount", invoice.Saving)));
        if (invoice.Fine.IsPositive)
            parts.Add(Text.Of("invoice-lines.fine", ("amount", invoice.Fine)));
        if (invoice.Instalments.IsPositive)
            parts.Add(Text.Of("invoice-lines.instalment", ("amount", invoice.Instalments)));
        return Text.Of("notify.invoice", ("group", group.Name), ("on", invoice.DueOn), ("lines", parts), ("total", invoice.Total));
    }
}
