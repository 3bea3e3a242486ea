using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DiGiBachat.Browser.Tests;

/// <summary>One phone of the page, used as a person uses it: by typing, reading and tapping.</summary>
internal sealed class PhoneOnPage(IPage page, string number)
{
    public ILocator Root { get; } = page.GetByTestId($"phone-{number}");
    public ILocator Input => Root.GetByTestId("input");
    public ILocator Answers => Root.GetByTestId("bubble-in");
    public ILocator Newest => Answers.Last;

    /// <summary>Types a message and returns what came first after it.</summary>
    public async Task<string> AskAsync(string words)
    {
        var before = await Answers.CountAsync();
        await Input.PressSequentiallyAsync(words);
        await Input.PressAsync("Enter");
        var answer = Answers.Nth(before);
        await answer.WaitForAsync();
        return await answer.InnerTextAsync();
    }

    /// <summary>Waits for a message that has this in it, whenever it came.</summary>
    public Task HearsAsync(string words) => Expect(Answers.Filter(new() { HasText = words }).Last).ToBeVisibleAsync();
}
