namespace DiGiBachat.Emulator.Twilio;

public enum CarrierWord
{
    None,
    Stop,
    Start,
    Help,
}

/// <summary>The single words that Twilio answers on SMS by itself, whatever the bot says.</summary>
public static class Carrier
{
    public const string StopAnswer = "You will get no more messages from this number. Reply START to get them again.";
    public const string StartAnswer = "You will get messages from this number again. Reply HELP for help, STOP to stop.";
    public const string HelpAnswer = "Reply STOP to get no more messages. Message rates may apply.";

    private static readonly string[] StopWords = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];
    private static readonly string[] StartWords = ["START", "YES", "UNSTOP"];
    private static readonly string[] HelpWords = ["HELP", "INFO"];

    public static CarrierWord Of(string text)
    {
        var word = text.Trim().ToUpperInvariant();
        return StopWords.Contains(word) ? CarrierWord.Stop
            : StartWords.Contains(word) ? CarrierWord.Start
            : HelpWords.Contains(word) ? CarrierWord.Help
            : CarrierWord.None;
    }
}
