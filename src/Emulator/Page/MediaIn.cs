using DiGiBachat.Emulator.Phones;
using DiGiBachat.Emulator.Twilio;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DiGiBachat.Emulator.Page;

/// <summary>Takes in what a person attaches and gives it the address under which the bot can fetch it, as Twilio does.</summary>
public sealed class MediaIn(Uploads uploads, EmulatorOptions options, IServer server, IWebHostEnvironment environment)
{
    private static readonly Dictionary<string, (string File, string ContentType)> Samples = new()
    {
        ["photo"] = ("samples/receipt.png", "image/png"),
        ["voice"] = ("samples/voice.ogg", "audio/ogg"),
    };

    private static readonly string[] Types = ["image/png", "image/jpeg", "image/webp", "audio/ogg", "audio/mpeg", "video/mp4", "application/pdf"];

    public (IReadOnlyList<MessageMedia> Media, string? Problem) Read(NewMedia? asked)
    {
        if (asked is null)
            return ([], null);
        if (asked.Sample is { } name)
            return Samples.TryGetValue(name, out var sample)
                ? (Keep(File.ReadAllBytes(Path.Combine(environment.WebRootPath, sample.File)), sample.ContentType), null)
                : ([], $"There is no sample \"{name}\".");
        if (!Types.Contains(asked.ContentType))
            return ([], $"A phone sends pictures, voice notes, videos and PDFs; \"{asked.ContentType}\" is none of these.");
        try
        {
            var content = Convert.FromBase64String(asked.Base64 ?? "");
            return content.Length is 0 or > Limits.UploadBytes
                ? ([], $"An attachment has 1 byte to {Limits.UploadBytes / 1024 / 1024} MB.")
                : (Keep(content, asked.ContentType!), null);
        }
        catch (FormatException)
        {
            return ([], "The attachment is not base64.");
        }
    }

    private MessageMedia[] Keep(byte[] content, string contentType)
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? options.Url;
        var url = $"{listening.TrimEnd('/')}/2010-04-01/Accounts/{options.AccountSid}/Messages/{Sids.New("MM")}/Media/{uploads.Add(content, contentType)}";
        return [new MessageMedia(url, contentType)];
    }
}
