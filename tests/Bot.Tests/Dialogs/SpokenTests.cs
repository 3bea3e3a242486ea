using DiGiBachat.Bot.Dialogs;

namespace DiGiBachat.Bot.Tests.Dialogs;

/// <summary>Words recognised in a voice note: read back first, and never a yes to money.</summary>
public sealed class SpokenTests
{
    private readonly Talk talk = new();

    [Fact]
    public void A_spoken_command_is_read_back_and_done_only_after_a_written_yes()
    {
        Hear("loan 5000 6").Should().Be("engine.heard-words{words=loan 5000 6} [yes|no]");
        talk.Called.Should().BeEmpty();
        talk.Say("haan").Should().StartWith("loan.purpose");
    }

    [Fact]
    public void A_spoken_answer_is_read_back_too()
    {
        talk.Say("loan");
        Hear("5000").Should().StartWith("engine.heard-words");
        talk.Say("1").Should().StartWith("loan.months");
    }

    [Fact]
    public void What_was_heard_wrongly_is_asked_again()
    {
        talk.Say("loan");
        Hear("500").Should().StartWith("engine.heard-words");
        talk.Say("no").Should().Be("engine.say-it-again\nloan.amount");
    }

    [Fact]
    public void A_spoken_yes_moves_no_money()
    {
        talk.Be(Roles.Member | Roles.Treasurer);
        talk.Say("cash ravi 20").Should().StartWith("cash.confirm");
        Hear("haan").Should().StartWith("engine.spoken-answer\ncash.confirm");
        talk.Called.Should().BeEmpty();
        talk.Say("haan").Should().StartWith("cash.booked");
    }

    [Fact]
    public void A_spoken_yes_does_not_answer_whether_it_was_heard_rightly()
    {
        Hear("loan 5000 6");
        Hear("haan").Should().StartWith("engine.spoken-answer\nengine.heard-words");
    }

    [Fact]
    public void A_voice_note_that_nobody_understood_is_answered_with_what_to_write_here()
    {
        talk.Send(new Input("", HasMedia: true, IsVoice: true)).Should().Be("engine.voice-not-understood\nengine.write-menu");
        talk.Say("loan");
        talk.Say("5000");
        talk.Send(new Input("", HasMedia: true, IsVoice: true))
            .Should()
            .Be("engine.voice-not-understood\nengine.write-like-this{example=engine.examples.number}\nloan.months{amount=5000.00}");
        talk.Send(new Input("", HasMedia: true)).Should().StartWith("engine.media-not-understood\nengine.write-like-this");
    }

    private string Hear(string words) => talk.Send(new Input(words, HasMedia: true, IsVoice: true, Spoken: true));
}
