using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DiGiBachat.Browser.Tests;

/// <summary>WCAG 2.1 A and AA, by axe, in both colour schemes.</summary>
[Collection(OnStage.Name)]
public sealed class AccessibilityTests(Stage stage)
{
    private static readonly AxeRunOptions Wcag = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } };

    /// <summary>What alone differs in the dark.</summary>
    private static readonly AxeRunOptions Contrast = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_phones_have_no_violations(ColorScheme colours)
    {
        await stage.SayAsync(Stage.Sunita, "baki");
        var page = await stage.OpenPhonesAsync(colours);
        await page.ScreenshotAsync(new() { Path = Picture("phones", colours) });
        await HasNoViolations(page, colours);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_dialogs_have_no_violations(ColorScheme colours)
    {
        var page = await stage.OpenPhonesAsync(colours);
        await page.GetByTestId("add-phone").ClickAsync();
        await page.GetByTestId("new-name").FillAsync("Nobody");
        await page.GetByTestId("new-number").FillAsync("12");
        await page.GetByTestId("new-add").ClickAsync();
        await page.Locator("#new-phone .error").WaitForAsync();
        await HasNoViolations(page, colours);
        await page.Keyboard.PressAsync("Escape");

        await new PhoneOnPage(page, Stage.Asha).AskAsync("invite");
        await page.Locator("a[href*='wa.me']").Last.ClickAsync();
        await page.Locator("#open-in .people button").First.WaitForAsync();
        await HasNoViolations(page, colours);
    }

    [Theory]
    [InlineData(ColorScheme.Light, Stage.Asha)]
    [InlineData(ColorScheme.Dark, Stage.Meera)]
    public async Task The_pay_page_has_no_violations(ColorScheme colours, string number)
    {
        var answer = await stage.SayAsync(number, "pay 500", "1");
        var page = await stage.Browser.OpenAsync(colours, 412, 900);
        await page.GotoAsync(System.Text.RegularExpressions.Regex.Match(answer, "http://[^ \n]+/p/[A-Za-z0-9_-]+").Value);
        await page.ScreenshotAsync(new() { Path = Picture("pay-page", colours), FullPage = true });
        await HasNoViolations(page, colours);
        await page.Locator("#utr").FillAsync("12345");
        await page.Locator("form button").ClickAsync();
        await page.Locator("[role=alert]").WaitForAsync();
        await HasNoViolations(page, colours);
    }

    /// <summary>On a phone and on a desk; the same figures as in the chat, and nobody's name.</summary>
    [Theory]
    [InlineData(ColorScheme.Light, 412)]
    [InlineData(ColorScheme.Dark, 412)]
    [InlineData(ColorScheme.Light, 1280)]
    public async Task The_health_page_has_no_violations(ColorScheme colours, int width)
    {
        var answer = await stage.SayAsync(Stage.Asha, "health");
        var page = await stage.Browser.OpenAsync(colours, width, 900);
        await page.GotoAsync(System.Text.RegularExpressions.Regex.Match(answer, "http://[^ \n]+/d/[A-Za-z0-9_-]+").Value);
        await page.Locator("svg.chart").First.WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Picture($"health-{width}", colours), FullPage = true });
        await HasNoViolations(page, colours);
        var savings = System.Text.RegularExpressions.Regex.Match(answer, "Savings: (₹[0-9,]+)").Groups[1].Value;
        var shown = await page.InnerTextAsync("main");
        shown.Should().Contain(savings).And.NotContain("Sunita").And.NotContain("Asha");
    }

    private static string Picture(string name, ColorScheme colours) =>
        Path.Combine(Stage.Pictures, $"{name}-{colours.ToString().ToLowerInvariant()}.png");

    private static async Task HasNoViolations(IPage page, ColorScheme colours)
    {
        var found = await page.RunAxe(colours == ColorScheme.Light ? Wcag : Contrast);
        found
            .Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id} ({v.Impact}): {n.Html}"))
            .Should()
            .BeEmpty();
    }
}
