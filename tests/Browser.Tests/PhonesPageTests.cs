using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DiGiBachat.Browser.Tests;

/// <summary>The page with the phones, in a browser.</summary>
[Collection(OnStage.Name)]
public sealed class PhonesPageTests(Stage stage)
{
    [Fact]
    public async Task Three_phones_stand_side_by_side_and_the_bot_listens()
    {
        var page = await stage.OpenPhonesAsync();
        var phones = page.Locator("#phones > section");
        await Expect(phones).ToHaveCountAsync(3);
        await Expect(page.GetByTestId("bot-status")).ToContainTextAsync("The bot is listening");
        var boxes = new List<LocatorBoundingBoxResult>();
        foreach (var phone in await phones.AllAsync())
            boxes.Add((await phone.BoundingBoxAsync())!);
        boxes.Select(b => b.Y).Distinct().Should().HaveCount(1);
        boxes.Zip(boxes.Skip(1)).Should().OnlyContain(pair => pair.First.X + pair.First.Width <= pair.Second.X);
        boxes[^1].Should().Match<LocatorBoundingBoxResult>(last => last.X + last.Width <= 1280);
    }

    [Theory]
    [InlineData("jama", "156 left · 1 SMS · GSM-7")]
    [InlineData("नमस्ते", "64 left · 1 SMS · UCS-2")]
    public async Task The_counter_follows_every_key(string words, string counted)
    {
        var page = await stage.OpenPhonesAsync();
        var sunita = new PhoneOnPage(page, Stage.Sunita);
        await sunita.Input.PressSequentiallyAsync(words);
        await Expect(sunita.Root.GetByTestId("counter")).ToHaveTextAsync(counted);
    }

    [Fact]
    public async Task The_161st_letter_makes_a_second_message()
    {
        var page = await stage.OpenPhonesAsync();
        var sunita = new PhoneOnPage(page, Stage.Sunita);
        await sunita.Input.FillAsync(new string('a', 160));
        await Expect(sunita.Root.GetByTestId("counter")).ToHaveTextAsync("0 left · 1 SMS · GSM-7");
        await sunita.Input.PressAsync("a");
        await Expect(sunita.Root.GetByTestId("counter")).ToHaveTextAsync("145 left · 2 SMS · GSM-7");
    }

    [Fact]
    public async Task A_day_and_a_month_pass_at_the_press_of_a_button()
    {
        var page = await stage.OpenPhonesAsync();
        var before = await ClockAsync(page);
        await page.GetByTestId("next-day").ClickAsync();
        await ShowsDayAsync(page, before.AddDays(1));
        await page.GetByTestId("next-month").ClickAsync();
        await ShowsDayAsync(page, before.AddDays(1).AddMonths(1));
    }

    [Fact]
    public async Task What_comes_in_a_month_bears_its_own_day_and_comes_once()
    {
        // The first saving of a new group falls due without notice.
        await stage.Phones.MoveClockAsync(new(null, "month"), CancellationToken.None);
        var page = await stage.OpenPhonesAsync();
        var before = await ClockAsync(page);
        var last = (await stage.Phones.ThreadAsync(Stage.Asha, 0, CancellationToken.None))[^1].Order;
        await page.GetByTestId("next-month").ClickAsync();
        await ShowsDayAsync(page, before.AddMonths(1));
        var came = await stage.Phones.ThreadAsync(Stage.Asha, last, CancellationToken.None);
        came.Should().HaveCount(3, "the notice of what is due, three days before her saving is due, and on the day");
        var due = came[^1].At.ToOffset(before.Offset).Date;
        due.Day.Should().Be(10);
        came.Select(m => (due - m.At.ToOffset(before.Offset).Date).Days).Should().Equal(10, 3, 0);
        await Expect(page.GetByTestId($"phone-{Stage.Asha}").Locator(".day").Last).ToContainTextAsync("10 ");
    }

    [Fact]
    public async Task A_phone_is_added_and_removed_again()
    {
        var page = await stage.OpenPhonesAsync();
        await page.GetByTestId("add-phone").ClickAsync();
        await page.GetByTestId("new-name").FillAsync("Rekha");
        await page.GetByTestId("new-number").FillAsync("+91 98000 00077");
        await page.GetByLabel("SMS, on a feature phone").CheckAsync();
        await page.GetByTestId("new-add").ClickAsync();
        var rekha = new PhoneOnPage(page, "+919800000077");
        await Expect(rekha.Root).ToContainTextAsync("Rekha");
        (await rekha.AskAsync("hi")).Should().Contain("1 ").And.Contain("2 ");
        await rekha.Root.GetByTestId("remove").ClickAsync();
        await Expect(rekha.Root).ToHaveCountAsync(0);
    }

    private static async Task<DateTimeOffset> ClockAsync(IPage page)
    {
        await Expect(page.GetByTestId("bot-status")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("there"));
        var at = await page.GetByTestId("clock").GetAttributeAsync("datetime");
        return DateTimeOffset.Parse(at!, CultureInfo.InvariantCulture).ToOffset(new TimeSpan(5, 30, 0));
    }

    private static Task ShowsDayAsync(IPage page, DateTimeOffset day) =>
        Expect(page.Locator("#clock .day")).ToContainTextAsync(day.ToString("d MMM yyyy", CultureInfo.GetCultureInfo("en-GB")));
}
