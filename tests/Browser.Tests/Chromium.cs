using Microsoft.Playwright;

namespace DiGiBachat.Browser.Tests;

/// <summary>The machine's own Chromium; none is downloaded.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    /// <summary>Milliseconds until what should be there counts as missing, on a machine that has much else to do.</summary>
    private const float Patience = 20_000;

    private static readonly string[] Flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static async Task<Chromium> StartAsync()
    {
        var program = OnPath() ?? throw new InvalidOperationException(
            "No Chromium is on the PATH, and these tests look at pages through it. Install it (Debian: sudo apt-get install chromium) and start again."
        );
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags }));
    }

    /// <summary>A tab of somebody who has never been here before.</summary>
    public async Task<IPage> OpenAsync(ColorScheme colours = ColorScheme.Light, int width = 1280, int height = 900)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                ColorScheme = colours,
                ViewportSize = new() { Width = width, Height = height },
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
