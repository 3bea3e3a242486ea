using static Microsoft.Playwright.Assertions;

namespace DiGiBachat.Browser.Tests;

/// <summary>A loan from the first word to the money, typed into the phones: Sunita by SMS, Meera on WhatsApp.</summary>
[Collection(OnStage.Name)]
public sealed class LoanConversationTests(Stage stage)
{
    [Fact]
    public async Task Sunita_borrows_5000_and_Meera_approves_and_pays_out()
    {
        var page = await stage.OpenPhonesAsync();
        var (sunita, meera) = (new PhoneOnPage(page, Stage.Sunita), new PhoneOnPage(page, Stage.Meera));

        (await sunita.AskAsync("karj")).Should().Contain("Rs 500").And.Contain("Rs 9,000");
        await sunita.AskAsync("paanch hazaar");
        await sunita.AskAsync("6");
        var offer = await sunita.AskAsync("beej");
        offer.Should().Contain("Rs 5,000").And.Contain("Rs 892.63").And.Contain("1 ").And.Contain("2 ");
        (await sunita.AskAsync("1")).Should().Contain("1");
        await meera.HearsAsync("₹5,000");

        (await meera.AskAsync("approve loan 1")).Should().Contain("₹5,000").And.Contain("Sunita Devi");
        await meera.AskAsync("1");
        await sunita.HearsAsync("Rs 5,000");
        await meera.AskAsync("disburse loan 1");
        await meera.AskAsync("2");
        (await meera.AskAsync("1")).Should().Contain("₹5,000").And.MatchRegex("R-[0-9A-Z]{5}");
        await sunita.HearsAsync("R-");

        (await sunita.AskAsync("mera loan")).Should().Contain("Rs 5,000").And.Contain("Rs 892.6");
        await Expect(sunita.Newest.GetByTestId("segments")).ToContainTextAsync("GSM-7");
        await Expect(meera.Newest.GetByTestId("segments")).ToHaveCountAsync(0);
    }
}
