using DiGiBachat.Bot.Dialogs;

namespace DiGiBachat.Bot.Tests.Dialogs;

public sealed class MisunderstandingTests
{
    private readonly Talk talk = new();

    [Fact]
    public void Three_misses_example_then_help_then_somebody_to_ask()
    {
        talk.Say("loan 5000");
        talk.Say("some").Should().Be("engine.not-understood-example{example=engine.examples.number}\nloan.months{amount=5000.00}");
        talk.Say("some").Should().StartWith("engine.not-understood-again\nloan.months");
        talk.Say("some").Should().StartWith("engine.ask-treasurer{name=Meera}\nloan.months");
        talk.Say("6").Should().StartWith("loan.purpose");
        talk.State.Misses.Should().Be(0);
    }

    [Fact]
    public void Without_a_question_the_second_miss_brings_the_menu_and_the_third_a_name()
    {
        talk.Say("blah").Should().Be("engine.not-understood");
        talk.Say("blah").Should().Be("menu.top [balance|loan|settings]");
        talk.Say("blah").Should().Be("engine.ask-treasurer{name=Meera}\nmenu.top [balance|loan|settings]");
        talk.Surroundings = talk.Surroundings with { Treasurer = null };
        talk.Say("blah").Should().StartWith("engine.ask-somebody");
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("1")]
    [InlineData("2")]
    public void A_short_answer_without_a_question_does_nothing_and_says_so(string answer)
    {
        talk.Say("settings");
        talk.Say("cancel");
        talk.Say(answer).Should().Be("engine.question-gone");
        talk.Last.Facts.Heard.Should().Be(Heard.QuestionGone);
    }

    [Fact]
    public void A_button_of_an_older_conversation_does_nothing()
    {
        talk.Say("loan 5000 6");
        talk.Say("seeds");
        var old = talk.Question;
        talk.Say("no");
        talk.Tap($"{old}:yes").Should().Be("engine.question-gone");
        talk.Say("loan 5000 6");
        talk.Say("seeds");
        talk.Tap($"{old}:yes").Should().StartWith("engine.question-gone\nloan.confirm");
        talk.Called.Should().Equal("loans.quote");
    }

    [Fact]
    public void A_button_can_carry_a_command()
    {
        talk.Be(Roles.Treasurer);
        talk.Tap("say:approve loan 45").Should().StartWith("approve.confirm");
    }

    [Fact]
    public void A_button_cannot_carry_an_answer()
    {
        talk.Be(Roles.Treasurer);
        talk.Say("approve loan 45");
        talk.Tap("say:yes").Should().NotContain("approve.approved");
        talk.Called.Should().NotContain("loans.approve");
    }

    [Fact]
    public void A_mistyped_command_is_proposed_and_runs_after_a_yes()
    {
        talk.Be(Roles.Treasurer);
        talk.Say("aprov laon 45").Should().Be("engine.did-you-mean{command=approve loan 45} [yes|no]");
        talk.Called.Should().BeEmpty();
        talk.Say("1").Should().StartWith("approve.confirm{loan=45");
        talk.Say("1").Should().StartWith("approve.approved");
    }

    [Fact]
    public void A_refused_proposal_returns_to_the_question()
    {
        talk.Say("loan");
        talk.Say("balanse").Should().Be("engine.did-you-mean{command=balance} [yes|no]");
        talk.Say("no").Should().Be("engine.say-it-again\nloan.amount");
    }

    [Fact]
    public void A_number_that_fits_no_proposal_answers_no_older_question()
    {
        talk.Say("settings");
        talk.Say("balanse");
        talk.Say("5").Should().StartWith("engine.not-understood\nengine.did-you-mean");
        talk.State.Top!.State.Should().Be("which");
    }

    [Theory]
    [InlineData("laon", "loan")]
    [InlineData("balnce", "balance")]
    [InlineData("blanaec", "balance")]
    [InlineData("bxnqcz", null)]
    [InlineData("settngs", "settings")]
    [InlineData("cirle", "circle")]
    public void Few_slips_are_seen_through(string typed, string? meant) =>
        talk.Say(typed).Should().Be(meant is null ? "engine.not-understood" : $"engine.did-you-mean{{command={meant}}} [yes|no]");

    [Fact]
    public void A_command_of_another_role_says_who_can()
    {
        talk.Say("approve loan 45").Should().Be("dialogs.not-yours{who=engine.roles.treasurer}");
        talk.Say("aprve loan 45").Should().Be("engine.not-understood", "a mistyped one is not proposed to those who may not");
    }

    [Fact]
    public void A_dialog_that_needs_a_group_says_so()
    {
        talk.Surroundings = talk.Surroundings with { HasGroup = false };
        talk.Say("loan").Should().Be("engine.needs-group");
    }

    [Fact]
    public void A_strangers_first_words_are_welcomed_whatever_they_are()
    {
        talk.Be(Roles.Stranger);
        talk.Say("kya hai yeh").Should().Be("welcome.name");
        new Talk { Surroundings = talk.Surroundings }.Say("1").Should().Be("welcome.name");
    }

    [Fact]
    public void Empty_pictures_and_places_have_their_own_answers()
    {
        talk.Say("loan");
        talk.Send(new Input("  ")).Should().Be("engine.empty\nloan.amount");
        talk.Send(new Input("", HasMedia: true)).Should().Be("engine.media-not-understood\nloan.amount");
        talk.Send(new Input("", IsLocation: true)).Should().Be("engine.location-not-understood\nloan.amount");
        talk.Send(new Input("500", HasMedia: true)).Should().StartWith("loan.months", "a picture's words are words");
        talk.State.Misses.Should().Be(0);
    }
}
