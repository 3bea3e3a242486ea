using DiGiBachat.Bot.Tests.Transcripts;
using Microsoft.Extensions.Time.Testing;

namespace DiGiBachat.Bot.Tests.Conversations;

/// <summary>Whatever comes in gets an answer in words, and nothing is booked by it.</summary>
public sealed class BadMessageTests : IAsyncLifetime
{
    private const string Phone = "+919800000009";
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 4, 1, 4, 30, 0, TimeSpan.Zero));
    private TwoBots bots = null!;

    public async Task InitializeAsync() => bots = await TwoBots.StartAsync(clock);

    public async Task DisposeAsync() => await bots.DisposeAsync();

    public static TheoryData<string> Messages =>
        [
            "",
            " ",
            "\n\n",
            new string('a', 1600),
            new string('ऊ', 1600),
            "👍🏽🎉",
            "a\0b",
            "'; drop table members; --",
            "{amount}{0}",
            "<script>alert(1)</script>",
            "\u202Eevil",
            "1",
            "haan",
            "99999999999999999999",
            "-500",
            "join",
            "loan 999999999999 99999",
        ];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_stranger_gets_an_answer_whatever_she_writes(string words)
    {
        foreach (var sms in new[] { true, false })
        {
            var answer = await bots.SayAsync(Phone, sms, words);
            answer.Should().NotBeEmpty().And.OnlyContain(a => a.Body.Length > 0 && a.Body.Length <= 1600);
        }
        var (problems, balances) = await bots.LedgerAsync();
        problems.Should().BeEmpty();
        balances.Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_message_twice_gets_the_same_answer_and_counts_once()
    {
        var first = await bots.SayAsync(Phone, true, "hi", id: 7);
        var again = await bots.SayAsync(Phone, true, "hi", id: 7);
        again.Should().BeEquivalentTo(first);
        var next = await bots.SayAsync(Phone, true, "3", id: 8);
        next.Should().NotBeEquivalentTo(first);
        (await bots.SayAsync(Phone, true, "3", id: 8)).Should().BeEquivalentTo(next);
    }

    [Fact]
    public async Task The_same_id_with_another_body_gets_nothing()
    {
        await bots.SayAsync(Phone, true, "hi", id: 7);
        (await bots.SayAsync(Phone, true, "join", id: 7)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("audio/ogg")]
    [InlineData("application/pdf")]
    public async Task A_picture_or_a_voice_note_is_answered_with_what_to_do_instead(string type)
    {
        var fields = new Dictionary<string, string>
        {
            ["NumMedia"] = "1",
            ["MediaUrl0"] = "https://api.twilio.com/media/1",
            ["MediaContentType0"] = type,
        };
        (await bots.SayAsync(Phone, false, "", fields: fields)).Should().ContainSingle().Which.Body.Should().NotBeEmpty();
    }
}
