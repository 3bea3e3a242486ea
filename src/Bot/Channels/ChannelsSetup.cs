using System.Net.Http.Headers;
using System.Text;
using DiGiBachat.Bot.Channels.HttpSms;
using DiGiBachat.Bot.Channels.Twilio;
using DiGiBachat.Bot.Operations;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Refit;

namespace DiGiBachat.Bot.Channels;

/// <summary>
/// Puts the channels together. The host registers what they meet: <see cref="IMessageReceiver"/>, <see cref="IDeliveryReports"/> and
/// <see cref="ChannelTexts"/>.
/// </summary>
public static class ChannelsSetup
{
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);
    public const int ConnectAttempts = 2;

    public static IServiceCollection AddChannels(this IServiceCollection services, BotOptions options)
    {
        services.AddMetrics();
        services.AddSingleton<BachatMetrics>();
        services.AddSingleton(new RateLimit(options.MessagesAMinute));
        services.AddSingleton<OneAtATime>();
        services.AddSingleton<Reception>();
        if (options.Twilio is { } twilio)
            AddTwilio(services, twilio, options.PublicUrl);
        if (options.Sms is { } sms)
            AddSms(services, sms);
        services.AddSingleton<IMessageSender>(provider => new SenderByChannel(Senders(provider, options)));
        return services;
    }

    public static void MapChannels(this IEndpointRouteBuilder routes, BotOptions options)
    {
        if (options.Twilio is not null)
            TwilioWebhook.Map(routes);
        if (options.Sms is not null)
            SmsWebhook.Map(routes);
    }

    private static Dictionary<ChannelKind, IMessageSender> Senders(IServiceProvider provider, BotOptions options)
    {
        var senders = new Dictionary<ChannelKind, IMessageSender>();
        if (options.Twilio?.WhatsAppFrom is not null)
            senders[ChannelKind.WhatsApp] = provider.GetRequiredService<TwilioSender>();
        if (options.Sms is not null)
            senders[ChannelKind.Sms] = provider.GetRequiredService<SmsSender>();
        else if (options.Twilio?.SmsFrom is not null)
            senders[ChannelKind.Sms] = provider.GetRequiredService<TwilioSender>();
        return senders;
    }

    private static void AddTwilio(IServiceCollection services, TwilioOptions twilio, Uri publicUrl)
    {
        services.AddSingleton(twilio);
        services.AddSingleton<TwilioSender>();
        services.AddSingleton<TwilioSweep>();
        ReachOut(services.AddHttpClient(nameof(TwilioMedia), http => http.Timeout = RequestTimeout));
        services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<TwilioMedia>(provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(TwilioMedia)))
        );
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TwilioWebhook>(provider, publicUrl));
        var client = services
            .AddRefitGeneratedClient<ITwilioMessages>()
            .ConfigureHttpClient(http =>
            {
                http.BaseAddress = new Uri(twilio.ApiUrl.AbsoluteUri.TrimEnd('/'));
                http.Timeout = RequestTimeout;
                var credentials = Encoding.UTF8.GetBytes($"{twilio.AccountSid}:{twilio.AuthToken}");
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
            });
        ReachOut(client);
    }

    private static void AddSms(IServiceCollection services, SmsOptions sms)
    {
        services.AddSingleton(sms);
        services.AddSingleton<SmsWebhook>();
        ReachOut(services.AddHttpClient(nameof(SmsSender), http => http.Timeout = RequestTimeout));
        services.AddSingleton(provider => new SmsSender(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(SmsSender)),
            sms,
            provider.GetRequiredService<BachatMetrics>()
        ));
    }

    /// <summary>Only a connection that was never made is tried again: then nothing was sent, and nothing can be doubled.</summary>
    private static void ReachOut(IHttpClientBuilder client)
    {
        client
            .RemoveAllLoggers()
            .UseSocketsHttpHandler(
                (handler, _) =>
                {
                    handler.ConnectTimeout = ConnectTimeout;
                    handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
                    handler.AllowAutoRedirect = false;
                }
            )
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.AddResilienceHandler(
            "connect",
            pipeline =>
                pipeline.AddRetry(
                    new HttpRetryStrategyOptions
                    {
                        MaxRetryAttempts = ConnectAttempts,
                        Delay = TimeSpan.FromMilliseconds(200),
                        BackoffType = DelayBackoffType.Exponential,
                        UseJitter = true,
                        ShouldHandle = attempt => ValueTask.FromResult(TwilioSender.NothingWasSent(attempt.Outcome.Exception)),
                    }
                )
        );
    }
}
