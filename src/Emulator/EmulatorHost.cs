using System.Net;
using DiGiBachat.Emulator.Page;
using DiGiBachat.Emulator.Phones;
using DiGiBachat.Emulator.Twilio;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.StaticFiles;

namespace DiGiBachat.Emulator;

/// <summary>Puts the emulator together. Tests start it in their own process: Build, StartAsync, and app.Urls says where.</summary>
public static class EmulatorHost
{
    public static WebApplication Build(EmulatorOptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(EmulatorHost).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                WebRootPath = "wwwroot",
            }
        );
        builder.WebHost.UseUrls(options.Url);
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        builder.Services.AddSingleton(options).AddSingleton(time).AddSingleton(Http());
        builder.Services.AddSingleton<DevClock>().AddSingleton<PhoneBook>().AddSingleton<MessageLog>().AddSingleton<LiveEvents>();
        builder.Services.AddSingleton<WebhookClient>().AddSingleton<MediaFetch>().AddSingleton<MediaIn>().AddSingleton<Uploads>();
        builder.Services.AddSingleton<Contents>().AddSingleton<Faults>().AddSingleton<MessageRequest>();
        builder.Services.AddSingleton<OutboundDelivery>().AddSingleton<InboundDelivery>().AddSingleton<BotClock>();
        builder.Services.AddSingleton<DeliveryProgress>().AddHostedService(services => services.GetRequiredService<DeliveryProgress>());

        var app = builder.Build();
        var events = app.Services.GetRequiredService<LiveEvents>();
        app.Services.GetRequiredService<MessageLog>().Changed += message => events.Publish("message", MessageView.Of(message));
        app.Services.GetRequiredService<PhoneBook>().Changed += phone => events.Publish("phone", phone);
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Guard });
        app.MapTwilio();
        app.MapPhones();
        return app;
    }

    private static void Guard(StaticFileResponseContext file)
    {
        file.Context.Response.Headers.CacheControl = "no-cache";
        file.Context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";
        file.Context.Response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>Serves until stopped. A port in use, or an address that is not this machine's, is a sentence and exit code 1.</summary>
    public static async Task<int> ServeAsync(EmulatorOptions options)
    {
        await using var app = Build(options, TimeProvider.System);
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{options.Url} is in use by another program. Stop it, or set Emulator:Url to another port.");
            return 1;
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"The emulator cannot listen on {options.Url}: {e.Message}");
            return 1;
        }
        Console.WriteLine($"Phones: {string.Join(' ', app.Urls)}   (bot: {options.BotUrl}; Ctrl-C stops)");
        await app.WaitForShutdownAsync();
        return 0;
    }

    public static HttpClient Http() =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = Limits.ClockLook,
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
                UseCookies = false,
                UseProxy = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
}
