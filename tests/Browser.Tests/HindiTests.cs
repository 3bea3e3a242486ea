using Microsoft.Playwright;

namespace DiGiBachat.Browser.Tests;

/// <summary>Hindi is drawn with the project's own font, on machines that have none.</summary>
[Collection(OnStage.Name)]
public sealed class HindiTests(Stage stage)
{
    private const string Family = "Noto Sans Devanagari";

    [Fact]
    public async Task A_Hindi_bubble_is_drawn_with_the_font_that_comes_with_the_page()
    {
        var page = await stage.OpenPhonesAsync();
        var meera = new PhoneOnPage(page, Stage.Meera);
        await meera.AskAsync("बाकी");
        (await page.EvaluateAsync<bool>($"document.fonts.ready.then(() => document.fonts.check('16px \"{Family}\"', 'श्री क्षेत्र'))")).Should().BeTrue();
        (await FontsOfAsync(page, $"[data-testid='phone-{Stage.Meera}'] [data-testid=bubble-in]:last-of-type .words")).Should().Contain((Family, true));
        var picture = await meera.Newest.ScreenshotAsync(new() { Path = Path.Combine(Stage.Pictures, "hindi-bubble.png") });
        picture.Length.Should().BeGreaterThan(3_000);
    }

    [Fact]
    public async Task Conjuncts_are_joined_and_not_shown_as_boxes()
    {
        var page = await stage.OpenPhonesAsync();
        var widths = await page.EvaluateAsync<double[]>(
            $$"""
            document.fonts.ready.then(() => {
                const pen = document.createElement('canvas').getContext('2d');
                pen.font = '40px "{{Family}}"';
                return ['क्ष', 'क', 'ष', 'श्री', '\u{10FFFE}'].map(text => pen.measureText(text).width);
            })
            """
        );
        var (joined, first, second, conjunct, box) = (widths[0], widths[1], widths[2], widths[3], widths[4]);
        joined.Should().BeLessThan(first + second, "क्ष is one letter");
        first.Should().NotBe(second, "boxes are all of one width");
        conjunct.Should().NotBe(box * "श्री".Length);
    }

    [Fact]
    public async Task The_pay_page_asks_for_the_font_only_when_it_shows_Hindi()
    {
        var link = await PayLinkAsync(Stage.Meera);
        var hindi = await stage.Browser.OpenAsync();
        var font = hindi.WaitForResponseAsync(r => r.Url.EndsWith(".ttf", StringComparison.Ordinal));
        await hindi.GotoAsync(link);
        (await font).Status.Should().Be(200);
        await hindi.EvaluateAsync("document.fonts.ready.then(() => 0)");
        (await FontsOfAsync(hindi, "h2")).Should().Contain((Family, true));
        await hindi.ScreenshotAsync(new() { Path = Path.Combine(Stage.Pictures, "pay-page-hindi.png"), FullPage = true });

        var english = await stage.Browser.OpenAsync();
        var asked = new List<string>();
        english.Request += (_, request) => asked.Add(request.Url);
        await english.GotoAsync(await PayLinkAsync(Stage.Asha));
        await english.EvaluateAsync("document.fonts.ready.then(() => 0)");
        asked.Should().NotContain(url => url.EndsWith(".ttf", StringComparison.Ordinal));
    }

    private async Task<string> PayLinkAsync(string number)
    {
        var answer = await stage.SayAsync(number, "pay 500", "1");
        return System.Text.RegularExpressions.Regex.Match(answer, "http://[^ \n]+/p/[A-Za-z0-9_-]+").Value;
    }

    /// <summary>The fonts that the browser drew an element's letters with, and whether each came with the page.</summary>
    private static async Task<IReadOnlyList<(string Family, bool CameWithPage)>> FontsOfAsync(IPage page, string selector)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("DOM.enable");
        await tools.SendAsync("CSS.enable");
        var document = await tools.SendAsync("DOM.getDocument");
        var root = document!.Value.GetProperty("root").GetProperty("nodeId").GetInt32();
        var nodes = await tools.SendAsync("DOM.querySelectorAll", new() { ["nodeId"] = root, ["selector"] = selector });
        var last = nodes!.Value.GetProperty("nodeIds").EnumerateArray().Last().GetInt32();
        var fonts = await tools.SendAsync("CSS.getPlatformFontsForNode", new() { ["nodeId"] = last });
        return fonts!
            .Value.GetProperty("fonts")
            .EnumerateArray()
            .Select(f => (f.GetProperty("familyName").GetString()!, f.GetProperty("isCustomFont").GetBoolean()))
            .ToList();
    }
}
