using System.Security.Cryptography;
using System.Text.Json;

namespace DiGiBachat.Bot;

/// <summary>
/// In Development what is not set is made once and kept under <c>.data/</c>, so that a fresh clone starts by itself: an account that
/// the emulator knows, keys for personal data, local addresses. Whatever is set wins.
/// </summary>
public static class DevelopmentSettings
{
    public const string PublicUrl = "http://127.0.0.1:5180";
    public const string EmulatorUrl = "http://127.0.0.1:5280";
    public const string TwilioFile = "twilio.json";
    public const string KeysFile = "keys.json";
    private const string WhatsAppNumber = "whatsapp:+14155238886";
    private const string SmsNumber = "+15005550006";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Puts the kept values beneath everything that is set. Throws with a sentence when the folder cannot be used.</summary>
    public static void Add(IConfigurationBuilder configuration, string dataFolder)
    {
        var twilio = Kept(dataFolder, TwilioFile, () => new TwilioAccount("AC" + Hex(16), Hex(16), WhatsAppNumber, SmsNumber));
        var keys = Kept(dataFolder, KeysFile, () => new Keys(Persistence.Protection.DataKeys.Create().ToSetting()));
        var values = new Dictionary<string, string?>
        {
            ["Bot:PublicUrl"] = PublicUrl,
            ["Bot:DataKeys"] = keys.DataKeys,
            ["Bot:QuietHours"] = "off",
            ["Twilio:ApiUrl"] = EmulatorUrl,
            ["Twilio:AccountSid"] = twilio.AccountSid,
            ["Twilio:AuthToken"] = twilio.AuthToken,
            ["Twilio:WhatsAppFrom"] = twilio.WhatsAppFrom,
            ["Twilio:SmsFrom"] = twilio.SmsFrom,
        };
        configuration.Sources.Insert(
            0,
            new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = values }
        );
    }

    private static T Kept<T>(string folder, string name, Func<T> make)
        where T : class
    {
        var path = Path.Combine(folder, name);
        try
        {
            MakeFolder(folder);
            if (File.Exists(path))
                return Whole(JsonSerializer.Deserialize<T>(File.ReadAllText(path), Json), path);
            var made = make();
            WriteForOwnerOnly(path, JsonSerializer.Serialize(made, Json));
            return made;
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException($"{path} is not readable as settings: mend it, or delete it to have it made again.", broken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"{path} cannot be read or written: {failure.Message}", failure);
        }
    }

    private static T Whole<T>(T? read, string path)
        where T : class
    {
        if (read is null || typeof(T).GetProperties().Any(p => p.GetValue(read) is null or ""))
            throw new JsonException($"{path} lacks a value.");
        return read;
    }

    private static void MakeFolder(string folder)
    {
        if (!Directory.Exists(folder))
            Directory.CreateDirectory(folder);
    }

    /// <summary>Made beside and moved, so that the emulator never reads half a file and two starts at once end with one account.</summary>
    private static void WriteForOwnerOnly(string path, string text)
    {
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(path: draft, options))
            writer.Write(text);
        File.Move(draft, path, overwrite: true);
    }

    private static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    private sealed record TwilioAccount(string AccountSid, string AuthToken, string WhatsAppFrom, string SmsFrom);

    private sealed record Keys(string DataKeys);
}
