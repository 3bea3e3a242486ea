using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Jobs;
using DiGiBachat.Bot.Operations;
using DiGiBachat.Bot.Pages;
using DiGiBachat.Bot.Statements;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Persistence;
using DiGiBachat.Persistence.Protection;
using Hangfire;
using Hangfire.PostgreSql;

namespace DiGiBachat.Bot.Hosting;

/// <summary>The bot put together: settings, database, channels, conversations, pages, jobs. In Development what is missing is made.</summary>
internal sealed class BotHost(WebApplication app, LocalPostgres? postgres, string connection) : IAsyncDisposable
{
    public WebApplication App => app;
    public string ConnectionString => connection;

    /// <summary>Where Development keeps its database, keys, account and clock.</summary>
    private const string DataFolderSetting = "Bot:DataFolder";

    /// <summary>False keeps jobs from running by themselves, for commands and for tests that say when.</summary>
    private const string JobsSetting = "Bot:Jobs";

    public static async Task<BotHost> BuildAsync(string[] args, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        var development = builder.Environment.IsDevelopment();
        var folder = builder.Configuration[DataFolderSetting] ?? DataFolder();
        if (development)
            DevelopmentSettings.Add(builder.Configuration, folder);
        var options =
            BotOptionsReader.Read(builder.Configuration, !development, out var complaints)
            ?? throw new SettingsProblem(complaints);
        var postgres = options.ConnectionString is null
            ? await LocalPostgres.StartAsync(new LocalPostgresOptions(Path.Combine(folder, "postgres")))
            : null;
        var connection = options.ConnectionString ?? postgres!.ConnectionString;
        var clock = development ? BotClock.Movable(Path.Combine(folder, "clock")) : BotClock.Real();
        builder.AddOperations();
        AddServices(builder, options, (connection, clock, time ?? clock));
        var jobs = builder.Configuration.GetValue(JobsSetting, true);
        if (jobs)
            AddJobs(builder.Services, connection);
        var app = builder.Build();
        if (development)
            await PersistenceSetup.MigrateAsync(connection, CancellationToken.None);
        Map(app, options, development);
        if (jobs)
            Schedule.Register(app.Services.GetRequiredService<IRecurringJobManager>());
        return new(app, postgres, connection);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (postgres is not null)
            await postgres.DisposeAsync();
    }

    private static void AddServices(WebApplicationBuilder builder, BotOptions options, (string Connection, BotClock Clock, TimeProvider Time) own)
    {
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(own.Clock);
        services.AddSingleton(own.Time);
        services.AddPersistence(own.Connection, new FieldProtection(options.DataKeys));
        services.AddSingleton(_ => Catalog.LoadTexts());
        services.AddSingleton(provider => Catalog.Engine(provider.GetRequiredService<Texts.Texts>()));
        services.AddSingleton(
            new Links(
                new SignedLinks(LinkKeysOf(options.DataKeys)),
                options.PublicUrl,
                options.Twilio?.WhatsAppFrom?.Replace("whatsapp:", "", StringComparison.Ordinal)
            )
        );
        services.AddSingleton<TurnTools>();
        services.AddSingleton<Replies>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<ISpeech, NoSpeech>();
        services.AddSingleton<TurnHandler>();
        services.AddSingleton<IMessageReceiver>(p => p.GetRequiredService<TurnHandler>());
        services.AddSingleton<IDeliveryReports, DeliveryReports>();
        services.AddSingleton(p => ApologyTexts.Of(p.GetRequiredService<Replies>(), own.Time));
        services.AddSingleton<StatementSource>();
        services.AddSingleton<Reports.ReportSource>();
        services.AddHttpContextAccessor();
        services.AddSingleton<ReportPages.Reading>();
        services.AddSingleton<IPayPageData, PayPageData>();
        services.AddSingleton<PayPageLabel>(p => Labels(p.GetRequiredService<Texts.Texts>()));
        services.AddSingleton<QrPicture>(text => QrPng.Draw(text));
        services.AddSingleton<PayPage>();
        services.AddSingleton<DashboardPage.DashboardSource>();
        services.AddSingleton<IReadinessCheck, Readiness>();
        services.AddSingleton<OutboxRoutes>();
        services.AddSingleton<Unreachable>();
        services.AddSingleton<SendOutbox>();
        services.AddSingleton<DailyRound>();
        services.AddSingleton<SweepInbound>();
        services.AddChannels(options);
    }

    private static PayPageLabel Labels(Texts.Texts texts) =>
        (language, key) => texts.Say(new Text(key), new(language, ChannelKind.WhatsApp));

    private static string FontFile => Path.Combine(AppContext.BaseDirectory, "assets", "fonts", "NotoSansDevanagari_400Regular.ttf");

    private static LinkKeys LinkKeysOf(DataKeys keys)
    {
        var derived = keys.Derive("links");
        return new(derived.Keys.Max(), derived);
    }

    private static void AddJobs(IServiceCollection services, string connection)
    {
        services.AddHostedService(p => p.GetRequiredService<SendOutbox>());
        services.AddHostedService<SweepAtStart>();
        services.AddHangfire(hangfire =>
            hangfire
                .UseRecommendedSerializerSettings()
                .UsePostgreSqlStorage(
                    storage => storage.UseNpgsqlConnection(connection),
                    new PostgreSqlStorageOptions
                    {
                        QueuePollInterval = TimeSpan.FromSeconds(2),
                        UseSlidingInvisibilityTimeout = true,
                        InvisibilityTimeout = TimeSpan.FromMinutes(2),
                        DistributedLockTimeout = TimeSpan.FromMinutes(1),
                    }
                )
        );
        services.AddHangfireServer(server => server.WorkerCount = 1);
    }

    private static void Map(WebApplication app, BotOptions options, bool development)
    {
        app.MapChannels(options);
        StatementPages.Map(app);
        ReportPages.Map(app);
        Pictures.Map(app);
        DashboardPage.Map(app);
        PayPage.Map(app, FontFile);
        Health.Map(app);
        if (development)
            DevelopmentClock.Map(app);
    }

    private static string DataFolder()
    {
        var folder = Path.GetDirectoryName(LocalPostgresOptions.Default().Folder);
        return folder!;
    }
}
