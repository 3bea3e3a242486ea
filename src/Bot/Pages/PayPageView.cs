using System.Text;

namespace DiGiBachat.Bot.Pages;

/// <summary>The apps that a page offers a payment to; iOS has no chooser, so each is named there.</summary>
public enum PhoneKind
{
    Android,
    Ios,
    Other,
}

/// <summary>The pay page in HTML: pure, from what is to be shown to the text of the page.</summary>
public sealed class PayPageView(Func<string, string> label, QrPicture qr)
{
    private const string UpiScheme = "upi://pay?";
    private readonly StringBuilder html = new(8192);

    public static PhoneKind PhoneOf(string userAgent) =>
        userAgent.Contains("Android", StringComparison.Ordinal) ? PhoneKind.Android
        : userAgent.Contains("iPhone", StringComparison.Ordinal) || userAgent.Contains("iPad", StringComparison.Ordinal) ? PhoneKind.Ios
        : PhoneKind.Other;

    /// <summary><paramref name="complaint"/> is the key of what was wrong with the reference that was given, null for none.</summary>
    public string Draw(PayPageModel payment, PhoneKind phone, string path, string? complaint, string given)
    {
        if (payment.State != PayPageState.Expired)
            Head(payment);
        switch (payment.State)
        {
            case PayPageState.Requested:
                if (complaint is not null)
                    PaidForm(path, complaint, given);
                PayButtons(payment, phone);
                Picture(payment);
                Details(payment);
                if (complaint is null)
                    PaidForm(path, complaint, given);
                break;
            case PayPageState.Rejected:
                State("pay-page.rejected", "bad", payment);
                PaidForm(path, complaint, given);
                Details(payment);
                break;
            case PayPageState.Claimed:
                State("pay-page.claimed", "good", payment);
                break;
            case PayPageState.Posted:
                State("pay-page.posted", "good", payment);
                break;
            case PayPageState.Expired:
                State("pay-page.expired", "bad", payment);
                break;
        }
        return html.ToString();
    }

    /// <summary>No payment has this token; nothing tells a wrong one from one that never was.</summary>
    public string DrawUnknown()
    {
        Add($"<section><h1 class=\"state\">{Label("pay-page.unknown")}</h1><p>{Label("pay-page.unknown_hint")}</p></section>");
        return html.ToString();
    }

    private void Head(PayPageModel payment)
    {
        Add($"<section><h1>{Label("pay-page.to")} <b>{Text(payment.Payee)}</b></h1><p class=\"amount\">{Text(payment.Amount)}</p>");
        Add($"<p>{Text(payment.AmountInWords)}</p><p class=\"soft\">{Text(payment.GroupName)} · {Text(payment.Note)}</p></section>");
    }

    private void PayButtons(PayPageModel payment, PhoneKind phone)
    {
        if (phone == PhoneKind.Other)
            return;
        Add("<section>");
        if (phone == PhoneKind.Android)
            Button(payment.UpiLink, "pay-page.open_app");
        else
        {
            var query = payment.UpiLink.StartsWith(UpiScheme, StringComparison.Ordinal) ? payment.UpiLink[UpiScheme.Length..] : "";
            Button("gpay://upi/pay?" + query, "pay-page.open_gpay");
            Button("phonepe://pay?" + query, "pay-page.open_phonepe");
            Button("paytmmp://pay?" + query, "pay-page.open_paytm");
        }
        Add($"<p class=\"soft\">{Label("pay-page.app_refuses")}</p></section>");
    }

    private void Button(string link, string key) => Add($"<p><a class=\"pay\" href=\"{Text(link)}\">{Label(key)}</a></p>");

    private void Picture(PayPageModel payment)
    {
        var picture = Convert.ToBase64String(qr(payment.UpiLink));
        Add($"<section><h2>{Label("pay-page.scan")}</h2>");
        Add($"<img class=\"qr\" width=\"224\" height=\"224\" alt=\"{Label("pay-page.qr_alt")}\" src=\"data:image/png;base64,{picture}\"></section>");
    }

    private void Details(PayPageModel payment)
    {
        Add($"<section><h2>{Label("pay-page.by_hand")}</h2>");
        Row("pay-page.vpa", payment.Vpa, payment.Vpa);
        Row("pay-page.amount", payment.Amount, payment.PlainAmount);
        Row("pay-page.note", payment.Note, payment.Note);
        Add("</section>");
    }

    private void Row(string key, string shown, string copied) =>
        Add(
            $"<div class=\"row\"><dl><dt>{Label(key)}</dt><dd>{Text(shown)}</dd></dl>"
                + $"<button type=\"button\" class=\"copy\" hidden data-copy=\"{Text(copied)}\" data-done=\"{Label("pay-page.copied")}\" "
                + $"aria-label=\"{Label("pay-page.copy")}: {Label(key)}\">{Label("pay-page.copy")}</button></div>"
        );

    private void PaidForm(string path, string? complaint, string given)
    {
        var described = complaint is null ? "utr-hint" : "utr-hint utr-error";
        Add($"<section><h2>{Label("pay-page.paid")}</h2>");
        if (complaint is not null)
            Add($"<p role=\"alert\" id=\"utr-error\" class=\"error\">{Label(complaint)}</p>");
        Add($"<form method=\"post\" action=\"{Text(path)}\"><label for=\"utr\">{Label("pay-page.utr")}</label>");
        Add(
            $"<input id=\"utr\" name=\"utr\" required maxlength=\"{PayPage.MaxReferenceCharacters}\" inputmode=\"text\" autocomplete=\"off\" "
                + $"autocapitalize=\"characters\" spellcheck=\"false\" aria-describedby=\"{described}\" value=\"{Text(given)}\""
        );
        Add(complaint is null ? ">" : " aria-invalid=\"true\">");
        Add($"<p id=\"utr-hint\" class=\"soft\">{Label("pay-page.utr_hint")}</p><button>{Label("pay-page.send")}</button></form></section>");
    }

    private void State(string key, string colour, PayPageModel payment)
    {
        var heading = payment.State == PayPageState.Expired ? "h1" : "h2";
        Add($"<section><{heading} class=\"state {colour}\">{Label(key)}</{heading}><p>{Label(key + "_hint")}</p>");
        if (payment.BankReference is not null)
            Add($"<p>{Label("pay-page.reference")}: <b>{Text(payment.BankReference)}</b></p>");
        if (payment.ReceiptCode is not null)
            Add($"<p>{Label("pay-page.receipt")}: <b>{Text(payment.ReceiptCode)}</b></p>");
        if (payment.ChatLink is not null)
            Add($"<p><a class=\"pay\" href=\"{Text(payment.ChatLink)}\">{Label("pay-page.back")}</a></p>");
        Add("</section>");
    }

    private void Add(string piece) => html.Append(piece);

    private string Label(string key) => PageFrame.Encode(label(key));

    private static string Text(string text) => PageFrame.Encode(text);
}
