using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace DiGiBachat.Bot.Tests.Operations;

public class BotOptionsTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[DiGiBachat.Persistence.Protection.DataKeys.KeyBytes]);

    private static readonly Dictionary<string, string?> Right = new()
    {
        ["Bot:PublicUrl"] = "https://bachat.test",
        ["Bot:DataKeys"] = $"1:{Key},2:{Key},index:{Key}",
        ["Twilio:AccountSid"] = "AC0123456789abcdef0123456789abcdef",
        ["Twilio:AuthToken"] = "0123456789abcdef0123456789abcdef",
        ["Twilio:WhatsAppFrom"] = "+14155238886",
        ["Twilio:SmsFrom"] = "+15005550006",
        ["ConnectionStrings:Bachat"] = "Host=db",
    };

    [Fact]
    public void Right_settings_are_read()
    {
        var options = Read(Right, out var complaints);
        complaints.Should().BeEmpty();
        options!.PublicUrl.Should().Be(new Uri("https://bachat.test"));
        options.DataKeys.Ids.Should().Equal(1, 2);
        options.Twilio!.ApiUrl.Should().Be(TwilioOptions.PublicApi);
        options.Twilio.WhatsAppFrom.Should().Be("whatsapp:+14155238886");
        options.Sms.Should().BeNull();
        options.MessagesAMinute.Should().Be(30);
    }

    [Theory]
    [InlineData("Bot:PublicUrl", null)]
    [InlineData("Bot:PublicUrl", "bachat.test")]
    [InlineData("Bot:PublicUrl", "http://bachat.test")]
    [InlineData("Bot:PublicUrl", "https://bachat.test/?a=1")]
    [InlineData("Bot:DataKeys", null)]
    [InlineData("Bot:DataKeys", ",")]
    [InlineData("Bot:DataKeys", "1:c2hvcnQ=")]
    [InlineData("Bot:DataKeys", "secret-without-number")]
    [InlineData("Twilio:AccountSid", null)]
    [InlineData("Twilio:AccountSid", "AC123")]
    [InlineData("Twilio:AuthToken", " ")]
    [InlineData("Twilio:AuthToken", "short")]
    [InlineData("Twilio:SecondaryAuthToken", "short")]
    [InlineData("Twilio:ApiUrl", "nowhere")]
    [InlineData("Twilio:SmsFrom", "5005550006")]
    [InlineData("Twilio:WhatsAppFrom", "whatsapp:me")]
    [InlineData("Sms:Url", "https://gateway.test")]
    [InlineData("Sms:AnswersInResponse", "perhaps")]
    [InlineData("Bot:MessagesAMinute", "0")]
    [InlineData("ConnectionStrings:Bachat", null)]
    public void A_setting_that_is_missing_or_wrong_is_named_and_its_value_is_not(string name, string? value)
    {
        var settings = new Dictionary<string, string?>(Right) { [name] = value };
        if (name == "Sms:AnswersInResponse")
            (settings["Sms:Url"], settings["Sms:Secret"]) = ("https://gateway.test", "a secret of the gateway");
        Read(settings, out var complaints).Should().BeNull();
        var complaint = complaints.Should().ContainSingle().Subject;
        complaint.Should().Contain(name == "Sms:Url" ? "Sms:Secret" : name).And.EndWith(".");
        if (!string.IsNullOrWhiteSpace(value) && value.Length > 8)
            complaint.Should().NotContain(value);
    }

    [Fact]
    public void Everything_that_is_missing_is_told_at_once()
    {
        Read([], out var complaints).Should().BeNull();
        string.Join('\n', complaints).Should().ContainAll("Bot:PublicUrl", "Bot:DataKeys", "Twilio:AccountSid", "Twilio:SmsFrom", "ConnectionStrings:Bachat");
    }

    [Fact]
    public void A_gateway_alone_is_enough()
    {
        var settings = Right.Where(s => !s.Key.StartsWith("Twilio", StringComparison.Ordinal)).ToDictionary();
        settings["Sms:Url"] = "http://192.0.2.7:8080/send";
        settings["Sms:Secret"] = "a secret of the gateway";
        var options = Read(settings, out var complaints);
        complaints.Should().BeEmpty();
        options!.Twilio.Should().BeNull();
        options.Sms!.AnswersInResponse.Should().BeFalse();
    }

    [Fact]
    public void In_Development_what_is_missing_is_made_once_kept_for_the_owner_only_and_beaten_by_what_is_set()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var first = Develop(folder);
            var second = Develop(folder, ("Bot:PublicUrl", "http://127.0.0.1:6000"));
            first.PublicUrl.Should().Be(new Uri("http://127.0.0.1:5180"));
            first.Twilio!.ApiUrl.Should().Be(new Uri("http://127.0.0.1:5280"));
            second.PublicUrl.Should().Be(new Uri("http://127.0.0.1:6000"));
            second.Twilio.Should().Be(first.Twilio);
            second.DataKeys.ToSetting().Should().Be(first.DataKeys.ToSetting());
            using var kept = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "twilio.json")));
            kept.RootElement.EnumerateObject().Select(p => p.Name).Should().Equal("accountSid", "authToken", "whatsAppFrom", "smsFrom");
            kept.RootElement.GetProperty("accountSid").GetString().Should().Be(first.Twilio.AccountSid);
            if (!OperatingSystem.IsWindows())
            {
                foreach (var file in Directory.GetFiles(folder))
                    File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    public void A_kept_file_that_is_broken_is_named(string text)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "twilio.json"), text);
            var develop = () => Develop(folder);
            develop.Should().Throw<InvalidOperationException>().WithMessage("*twilio.json*");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static BotOptions Develop(string folder, params (string Name, string Value)[] set)
    {
        var builder = new ConfigurationBuilder().AddInMemoryCollection(set.ToDictionary(s => s.Name, s => (string?)s.Value));
        DevelopmentSettings.Add(builder, folder);
        var options = BotOptionsReader.Read(builder.Build(), isProduction: false, out var complaints);
        complaints.Should().BeEmpty();
        return options!;
    }

    private static BotOptions? Read(Dictionary<string, string?> settings, out IReadOnlyList<string> complaints) =>
        BotOptionsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), isProduction: true, out complaints);
}
