using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DiGiBachat.Bot.Pages;

namespace DiGiBachat.Bot.Tests.Pages;

public class PayPageTests
{
    private const string Path = "/p/" + PageHost.Token;
    private const string AndroidPhone = "Mozilla/5.0 (Linux; Android 6.0; Redmi Note 4) AppleWebKit/537.36 Chrome/60.0 Mobile Safari/537.36";
    private const string Iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 Version/15.0 Mobile Safari/604.1";

    [Fact]
    public async Task A_payment_that_is_asked_for_shows_who_how_much_and_how()
    {
        await using var host = await PageHost.StartAsync(PayPageState.Requested);
        var (response, html) = await Get(host, AndroidPhone);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        html.Should().Contain("<html lang=\"en\">").And.Contain("Meera &lt;Devi&gt;").And.NotContain("Meera <Devi>");
        html.Should().Contain("₹500").And.Contain("five hundred rupees").And.Contain("K7Q2M April dues").And.Contain("meera@okaxis");
        html.Should().Contain("href=\"upi://pay?pa=meera@okaxis&amp;pn=Meera%20Devi&amp;am=500.00&amp;cu=INR");
        html.Should().Contain("src=\"data:image/png;base64,iVBORw0KGgo");
        html.Should().Contain("data-copy=\"500.00\"").And.Contain("data-copy=\"meera@okaxis\"").And.Contain("data-copy=\"K7Q2M April dues\"");
        html.Should().Contain($"<form method=\"post\" action=\"{Path}\">").And.Contain("name=\"utr\"");
        Encoding.UTF8.GetByteCount(html).Should().BeLessThan(15 * 1024);
    }

    [Fact]
    public async Task An_iPhone_is_offered_each_app_by_name_and_a_computer_the_QR_code()
    {
        await using var host = await PageHost.StartAsync(PayPageState.Requested);
        var (_, iphone) = await Get(host, Iphone);
        const string query = "pa=meera@okaxis&amp;pn=Meera%20Devi&amp;am=500.00";
        iphone.Should().Contain($"\"gpay://upi/pay?{query}").And.Contain($"\"phonepe://pay?{query}").And.Contain($"\"paytmmp://pay?{query}");
        iphone.Should().NotContain("href=\"upi://");
        var (_, computer) = await Get(host, "Mozilla/5.0 (X11; Linux x86_64)");
        computer.Should().NotContain("pay?pa=").And.Contain("class=\"qr\"");
    }

    [Fact]
    public async Task The_page_is_kept_by_nobody_and_runs_nothing_but_its_own()
    {
        await using var host = await PageHost.StartAsync(PayPageState.Requested);
        var (response, html) = await Get(host, AndroidPhone);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().StartWith("default-src 'none';").And.Contain("form-action 'self'").And.Contain("frame-ancestors 'none'");
        policy.Should().NotContain("unsafe");
        foreach (var (element, directive) in new[] { ("style", "style-src"), ("script", "script-src") })
        {
            var source = Regex.Match(html, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
            var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(source)));
            policy.Should().Contain($"{directive} 'sha256-{hash}'");
        }
        html.Should().NotContain(" style=").And.NotContain(" onclick=");
    }

    [Theory]
    [InlineData(PayPageState.Claimed, "en:pay-page.claimed", HttpStatusCode.OK, false)]
    [InlineData(PayPageState.Posted, "en:pay-page.posted", HttpStatusCode.OK, false)]
    [InlineData(PayPageState.Rejected, "en:pay-page.rejected", HttpStatusCode.OK, true)]
    [InlineData(PayPageState.Expired, "en:pay-page.expired", HttpStatusCode.Gone, false)]
    public async Task Each_state_has_its_own_view(PayPageState state, string text, HttpStatusCode status, bool asks)
    {
        await using var host = await PageHost.StartAsync(state);
        var (response, html) = await Get(host, AndroidPhone);
        response.StatusCode.Should().Be(status);
        html.Should().Contain($">{text}<").And.Contain("412345678901").And.NotContain("upi://");
        html.Contains("<form", StringComparison.Ordinal).Should().Be(asks);
        html.Contains("Meera", StringComparison.Ordinal).Should().Be(state != PayPageState.Expired);
    }

    [Theory]
    [InlineData("/p/tok_EN-1235", "hi-IN,hi;q=0.9,en;q=0.8", "hi")]
    [InlineData("/p/..%2F..%2Fetc", "en", "en")]
    [InlineData("/p/tok%20EN", "", "en")]
    [InlineData("/p/a", "", "en")]
    public async Task A_wrong_token_is_told_kindly_in_the_browsers_language(string path, string accepted, string language)
    {
        await using var host = await PageHost.StartAsync(PayPageState.Requested);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var response = await host.Http.SendAsync(request);
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).Should().Contain($"<html lang=\"{language}\">").And.Contain(language + ":pay-page.unknown_hint");
    }

    [Theory]
    [InlineData("412345678901")]
    [InlineData(" 4123 4567 8901\n")]
    [InlineData("४१२३४५६७८९०१")]
    [InlineData("4123-4567-8901")]
    public async Task A_reference_is_taken_as_people_type_it_and_the_page_is_shown_anew(string typed)
    {
        await using var host = await PageHost.StartAsync(PayPageState.Requested);
        using var response = await Post(host, Path, "utr=" + Uri.EscapeDataString(typed));
        response.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        response.Headers.Location!.OriginalString.Should().Be(Path);
        host.Claims.Should().Equal((PageHost.Token, "412345678901"));
    }

    [Theory]
    [InlineData("utr=")]
    [InlineData("")]
    [InlineData("utr=1&utr=2")]
    [InlineData("utr=%3Cscript%3E")]
    [InlineData("utr=%FF%FE")]
    [InlineData("utr=412345678901412345678901412345678901")]
    public async Task What_cannot_be_a_reference_is_asked_for_again_and_does_not_reach_the_book(string form)
    {
        await using var host = await PageHost.StartAsync(PayPageState.Requested);
        using var response = await Post(host, Path, form);
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var html = await response.Content.ReadAsStringAsync();
        html.Should().Contain("role=\"alert\"").And.Contain("en:pay-page.utr_malformed").And.NotContain("<script>&lt;").And.NotContain("value=\"<");
        host.Claims.Should().BeEmpty();
    }

    [Fact]
    public async Task A_reference_of_the_longest_length_reaches_the_book()
    {
        await using var host = await PageHost.StartAsync(PayPageState.Requested);
        using var response = await Post(host, Path, "utr=" + new string('9', PayPage.MaxReferenceCharacters));
        host.Claims.Should().ContainSingle();
    }

    [Theory]
    [InlineData(ReferenceClaim.Malformed, "en:pay-page.utr_malformed")]
    [InlineData(ReferenceClaim.UsedElsewhere, "en:pay-page.utr_used")]
    public async Task What_the_book_refuses_stays_in_the_field_with_the_reason(ReferenceClaim claim, string text)
    {
        await using var host = await PageHost.StartAsync(PayPageState.Requested);
        host.Answer = claim;
        using var response = await Post(host, Path, "utr=123");
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync()).Should().Contain(text).And.Contain("value=\"123\"").And.Contain("aria-invalid=\"true\"");
    }

    [Fact]
    public async Task A_payment_that_was_settled_meanwhile_shows_how_it_stands()
    {
        await using var host = await PageHost.StartAsync(PayPageState.Posted);
        host.Answer = ReferenceClaim.NotOpen;
        using var response = await Post(host, Path, "utr=412345678901");
        response.StatusCode.Should().Be(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task The_font_is_served_to_be_kept_and_a_missing_one_is_not_an_error_of_ours()
    {
        var file = System.IO.Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "font");
            await using var host = await PageHost.StartAsync(PayPageState.Requested, fontFile: file);
            using var response = await host.Http.GetAsync(PageFrame.FontPath);
            response.Content.Headers.ContentType!.MediaType.Should().Be("font/ttf");
            response.Headers.CacheControl!.MaxAge.Should().Be(TimeSpan.FromDays(365));
            await using var without = await PageHost.StartAsync(PayPageState.Requested);
            (await without.Http.GetAsync(PageFrame.FontPath)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<(HttpResponseMessage Response, string Html)> Get(PageHost host, string phone)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation("User-Agent", phone);
        var response = await host.Http.SendAsync(request);
        return (response, await response.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> Post(PageHost host, string path, string form)
    {
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        return await host.Http.PostAsync(path, content);
    }
}
