using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DiGiBachat.Browser.Tests;

/// <summary>What the links in the messages open: the pay page and the statement.</summary>
[Collection(OnStage.Name)]
public sealed partial class MoneyPagesTests(Stage stage)
{
    [Fact]
    public async Task The_link_in_a_bubble_opens_the_pay_page_and_a_reference_typed_there_reaches_the_treasurer()
    {
        const string reference = "632812345678";
        var page = await stage.OpenPhonesAsync();
        var (sunita, meera) = (new PhoneOnPage(page, Stage.Sunita), new PhoneOnPage(page, Stage.Meera));
        await sunita.AskAsync("pay 750");
        await sunita.AskAsync("1");
        var pay = await page.RunAndWaitForPopupAsync(() => sunita.Newest.GetByRole(AriaRole.Link).First.ClickAsync());
        await Expect(pay.Locator(".amount")).ToHaveTextAsync("₹750");
        await Expect(pay.Locator("body")).ToContainTextAsync("saheli@okbank");
        await Expect(pay.Locator("img.qr")).ToBeVisibleAsync();

        await pay.Locator("#utr").FillAsync("12345");
        await pay.Locator("form button").ClickAsync();
        await Expect(pay.Locator("[role=alert]")).ToBeVisibleAsync();
        await pay.Locator("#utr").FillAsync("6328 1234 5678");
        await pay.Locator("form button").ClickAsync();
        await Expect(pay.Locator("body")).ToContainTextAsync(reference);
        await Expect(pay.Locator("form")).ToHaveCountAsync(0);
        await meera.HearsAsync(reference);
    }

    [Fact]
    public async Task The_statement_in_a_bubble_is_a_PDF_and_its_check_page_has_the_same_figures()
    {
        var page = await stage.OpenPhonesAsync();
        var meera = new PhoneOnPage(page, Stage.Meera);
        await meera.AskAsync("statement");
        var document = meera.Root.GetByTestId("document").Last;
        await Expect(document).ToBeVisibleAsync();
        var pdf = await page.APIRequest.GetAsync(stage.PageUrl + await document.GetAttributeAsync("href"));
        pdf.Headers["content-type"].Should().Be("application/pdf");
        var bytes = await pdf.BodyAsync();
        bytes.AsSpan(0, 5).SequenceEqual("%PDF-"u8).Should().BeTrue();

        var link = StatementLink().Match(await stage.SayAsync(Stage.Meera, "statement"));
        var check = await stage.Browser.OpenAsync();
        var answer = await check.GotoAsync(link.Value);
        answer!.Status.Should().Be(200);
        await Expect(check.Locator("body")).ToContainTextAsync("₹9,000");
    }

    [GeneratedRegex("http://[^ ]+/s/[A-Za-z0-9_-]+")]
    private static partial Regex StatementLink();
}
