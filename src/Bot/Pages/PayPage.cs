using System.Text;
using System.Text.RegularExpressions;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Channels.Twilio;

namespace DiGiBachat.Bot.Pages;

/// <summary>
/// <c>/p/{token}</c>: the page that a payment's link opens. No login, no cookie: whoever has the link sees this one payment and may
/// say that it is paid; whether it is, the treasurer says.
/// </summary>
public sealed partial class PayPage(IPayPageData data, PayPageLabel label, QrPicture qr)
{
    public const int MaxReferenceCharacters = 35;
    private const int MaxFormBytes = 4096;
    private const string Path = "/p/{token}";

    public static void Map(IEndpointRouteBuilder routes, string fontFile)
    {
        routes.MapGet(Path, (HttpContext http, string token, PayPage page) => page.ShowAsync(http, token));
        routes.MapPost(Path, (HttpContext http, string token, PayPage page) => page.ClaimAsync(http, token));
        PageFrame.MapFont(routes, fontFile);
    }

    private async Task ShowAsync(HttpContext http, string token)
    {
        var payment = Token().IsMatch(token) ? await data.FindAsync(token, http.RequestAborted) : null;
        await DrawAsync(http, token, payment, null, "");
    }

    private async Task ClaimAsync(HttpContext http, string token)
    {
        if (!Token().IsMatch(token))
        {
            await DrawAsync(http, token, null, null, "");
            return;
        }
        var given = await ReferenceAsync(http);
        var claim =
            given is { Length: > 0 and <= MaxReferenceCharacters } && Reference().IsMatch(given)
                ? await data.ClaimAsync(token, given, http.RequestAborted)
                : ReferenceClaim.Malformed;
        if (claim is ReferenceClaim.Malformed or ReferenceClaim.UsedElsewhere)
        {
            var payment = await data.FindAsync(token, http.RequestAborted);
            var complaint = claim == ReferenceClaim.Malformed ? "pay-page.utr_malformed" : "pay-page.utr_used";
            await DrawAsync(http, token, payment, complaint, Shortened(given ?? ""));
            return;
        }
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = "/p/" + token;
    }

    private async Task DrawAsync(HttpContext http, string token, PayPageModel? payment, string? complaint, string given)
    {
        var language = payment?.Language ?? LanguageOf(http.Request.Headers.AcceptLanguage.ToString());
        var view = new PayPageView(key => label(language, key), qr);
        if (payment is null)
        {
            await PageFrame.WriteAsync(http, StatusCodes.Status404NotFound, language, label(language, "pay-page.unknown"), view.DrawUnknown());
            return;
        }
        var asks = payment.State is PayPageState.Requested or PayPageState.Rejected;
        var status =
            payment.State == PayPageState.Expired ? StatusCodes.Status410Gone
            : complaint is not null && asks ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status200OK;
        var phone = PayPageView.PhoneOf(http.Request.Headers.UserAgent.ToString());
        var content = view.Draw(payment, phone, "/p/" + token, complaint, given);
        var title =
            payment.State == PayPageState.Expired
                ? label(language, "pay-page.expired")
                : $"{payment.Amount} · {label(language, "pay-page.to")} {payment.Payee}";
        await PageFrame.WriteAsync(http, status, language, title, content);
    }

    /// <summary>What was typed, in ASCII digits and without blanks: people copy it as their bank's app shows it.</summary>
    private static async Task<string?> ReferenceAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || await RawBody.ReadAsync(http.Request, MaxFormBytes, http.RequestAborted) is not { } body)
            return null;
        try
        {
            var typed = TwilioForm.Read(body)?.Value("utr") ?? "";
            var plain = new StringBuilder(typed.Length);
            foreach (var letter in typed)
            {
                if (char.IsDigit(letter))
                    plain.Append((char)('0' + (int)char.GetNumericValue(letter)));
                else if (!char.IsWhiteSpace(letter) && letter is not ('-' or '\u200c' or '\u200d'))
                    plain.Append(char.ToUpperInvariant(letter));
            }
            return plain.ToString();
        }
        catch (RepeatedParameterException)
        {
            return null;
        }
    }

    private static string Shortened(string given) => given.Length <= MaxReferenceCharacters ? given : given[..MaxReferenceCharacters];

    private static string LanguageOf(string accepted) =>
        accepted.StartsWith("hi", StringComparison.OrdinalIgnoreCase) ? "hi" : "en";

    [GeneratedRegex("^[A-Za-z0-9_\\-]{4,200}\\z")]
    private static partial Regex Token();

    [GeneratedRegex("^[A-Z0-9]{1,35}\\z")]
    private static partial Regex Reference();
}
