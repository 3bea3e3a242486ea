using System.Text.RegularExpressions;
using DiGiBachat.Bot.Hosting;
using DiGiBachat.Bot.Tests.Tidy;
using DiGiBachat.Persistence;
using DiGiBachat.Persistence.Protection;
using DiGiBachat.Tests.Shared;

namespace DiGiBachat.Bot.Tests.Hosting;

public sealed partial class CommandsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(null, "--urls=http://127.0.0.1:5180")]
    [InlineData(null, "--urls", "http://127.0.0.1:5180")]
    [InlineData(null, "-e", "migrate")]
    [InlineData("migrate", "migrate")]
    [InlineData("audit", "audit", "018f4b6e-1111-7222-8333-944455556666")]
    [InlineData("nonsense", "nonsense", "--urls", "http://127.0.0.1:5180")]
    public void Only_the_first_word_can_be_a_command(string? command, params string[] args) =>
        BotProgram.CommandOf(args).Should().Be(command);

    [Fact]
    public void Every_command_that_the_script_passes_on_to_the_bot_is_one_of_it()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, "dev"));
        var passed = PassedOn().Match(script).Groups[1].Value.Split('|', StringSplitOptions.TrimEntries);
        passed.Should().NotBeEmpty().And.BeSubsetOf(BotProgram.CommandNames);
    }

    [Fact]
    public async Task The_check_asks_the_database()
    {
        await using var database = await TestDatabase.Create(c => PersistenceSetup.MigrateAsync(c, CancellationToken.None), "bot");
        (await ComplaintAsync(database.ConnectionString)).Should().BeNull();
    }

    [Fact]
    public async Task A_database_without_tables_is_told_from_none_at_all()
    {
        await using var empty = await TestDatabase.Create(_ => Task.CompletedTask, "empty");
        (await ComplaintAsync(empty.ConnectionString)).Should().StartWith("The database answers and has no tables").And.Contain("migrate");
        var none = await ComplaintAsync("Host=127.0.0.1;Port=1;Username=bot;Password=hunter2;Database=bachat");
        none.Should().StartWith("The database does not answer: ").And.Contain("127.0.0.1:1").And.Contain("ConnectionStrings:Bachat");
        none.Should().NotContain("hunter2").And.NotContain("\n");
    }

    private static async Task<string?> ComplaintAsync(string connection)
    {
        string[] settings =
        [
            "--environment=Production",
            "--Bot:PublicUrl=https://bachat.example",
            $"--Bot:DataKeys={DataKeys.Create().ToSetting()}",
            "--Bot:Jobs=false",
            $"--ConnectionStrings:Bachat={connection}",
            "--Twilio:AccountSid=AC00000000000000000000000000000000",
            "--Twilio:AuthToken=0123456789abcdef0123456789abcdef",
            "--Twilio:SmsFrom=+15005550006",
        ];
        await using var host = await BotHost.BuildAsync(settings);
        return await Commands.DatabaseComplaintAsync(host);
    }

    [GeneratedRegex(@"^ +([a-z |]+)\) bot ""\$@""", RegexOptions.Multiline)]
    private static partial Regex PassedOn();
}
