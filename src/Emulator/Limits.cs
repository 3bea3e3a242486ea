namespace DiGiBachat.Emulator;

/// <summary>How much the emulator holds and how long it waits. Everything is kept in memory, so everything is bounded.</summary>
public static class Limits
{
    public const int Phones = 24;
    public const int NameLength = 40;
    public const int BodyLength = 1600;
    public const int MessagesPerPhone = 2_000;
    public const int MessagesToStrangers = 20_000;
    public const int WaitingPerPhone = 100;
    public const int WaitingCallbacks = 20_000;
    public const int CallbackSenders = 4;
    public const int Listeners = 32;
    public const int WaitingEvents = 5_000;
    public const int TwimlBytes = 64 * 1024;
    public const int MediaBytes = 16 * 1024 * 1024;
    public const int UploadBytes = 5 * 1024 * 1024;
    public const int Uploads = 100;
    public const int Contents = 200;
    public const int PageSize = 1_000;
    public const int PageSizeByDefault = 50;
    public const int Faults = 100;

    public const int LoadSenders = 10_000;
    public const int LoadRate = 5_000;
    public const int LoadSeconds = 3_600;
    public const int LoadMessages = 2_000_000;

    /// <summary>Messages of a load run that are due and not yet acknowledged; what comes on top is counted and not sent.</summary>
    public const int LoadBacklog = 20_000;

    /// <summary>Twilio gives a webhook 15 seconds in all.</summary>
    public static readonly TimeSpan WebhookTime = TimeSpan.FromSeconds(15);

    /// <summary>Moving the development clock runs every job that falls due, which takes its time.</summary>
    public static readonly TimeSpan ClockTime = TimeSpan.FromMinutes(5);

    /// <summary>A load run tries one message again for so long, across restarts of the bot.</summary>
    public static readonly TimeSpan LoadRetryTime = TimeSpan.FromSeconds(90);

    /// <summary>How long a played script waits for a message that comes by itself.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(20);

    public static readonly TimeSpan ClockLook = TimeSpan.FromSeconds(5);

    /// <summary>WhatsApp takes free text for a day after the person's last message.</summary>
    public static readonly TimeSpan WhatsAppWindow = TimeSpan.FromHours(24);
}
