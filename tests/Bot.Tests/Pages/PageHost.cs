using System.Collections.Concurrent;
using DiGiBachat.Bot.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DiGiBachat.Bot.Tests.Pages;

/// <summary>The pay page in a real web server on a free port, with payments that the test puts in. A label is its own key.</summary>
internal sealed class PageHost : IAsyncDisposable, IPayPageData
{
    public const string Token = "tok_EN-1234";
    private readonly WebApplication app;

    private PageHost(PayPageLabel label, string fontFile)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IPayPageData>(this).AddSingleton(label).AddSingleton<PayPage>();
        builder.Services.AddSingleton<QrPicture>(text => Qr(text));
        app = builder.Build();
        PayPage.Map(app, fontFile);
    }

    public ConcurrentDictionary<string, PayPageModel> Payments { get; } = new();
    public ConcurrentQueue<(string Token, string Reference)> Claims { get; } = new();
    public ReferenceClaim Answer { get; set; } = ReferenceClaim.Taken;
    public HttpClient Http { get; private set; } = null!;

    public static PayPageModel Payment(PayPageState state) =>
        new(
            state,
            "en",
            "Ekta Self-Help Group",
            "Meera <Devi>",
            "meera@okaxis",
            "₹500",
            "500.00",
            "five hundred rupees",
            "K7Q2M April dues",
            "upi://pay?pa=meera@okaxis&pn=Meera%20Devi&am=500.00&cu=INR&tn=K7Q2M%20April%20dues&tr=K7Q2M1",
            state is PayPageState.Requested ? null : "412345678901",
            state is PayPageState.Posted ? "K7Q2M" : null,
            "https://wa.me/14155238886"
        );

    public static async Task<PageHost> StartAsync(PayPageState state, PayPageLabel? label = null, string fontFile = "/nowhere.ttf")
    {
        var host = new PageHost(label ?? ((language, key) => $"{language}:{key}"), fontFile);
        await host.app.StartAsync();
        host.Payments[Token] = Payment(state);
        host.Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(host.app.Urls.Single()) };
        return host;
    }

    public Task<PayPageModel?> FindAsync(string token, CancellationToken cancellation) => Task.FromResult(Payments.GetValueOrDefault(token));

    public Task<ReferenceClaim> ClaimAsync(string token, string reference, CancellationToken cancellation)
    {
        Claims.Enqueue((token, reference));
        return Task.FromResult(Payments.ContainsKey(token) ? Answer : ReferenceClaim.NotFound);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>A real QR code, so that the size of the page is the real one.</summary>
    private static byte[] Qr(string text)
    {
        using var generator = new QRCoder.QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCoder.QRCodeGenerator.ECCLevel.M);
        using var picture = new QRCoder.PngByteQRCode(data);
        return picture.GetGraphic(4);
    }
}
