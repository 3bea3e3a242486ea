using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Tests.Dialogs;

public sealed class ConversationTests
{
    private readonly Talk talk = new();

    [Fact]
    public void Questions_are_asked_one_by_one_and_the_money_moves_after_a_yes()
    {
        talk.Say("loan").Should().Be("loan.amount");
        talk.Say("5000").Should().Be("loan.months{amount=5000.00}");
        talk.Say("6").Should().Be("loan.purpose{amount=5000.00, months=6}");
        talk.Say("seeds").Should().Be("loan.confirm{amount=5000.00, emi=6, months=6, purpose=seeds} [yes|no]");
        talk.Say("1").Should().Be("loan.submitted{amount=5000.00, loan=12, months=6, purpose=seeds}");
        talk.Called.Should().Equal("loans.apply");
        talk.State.Frames.Should().BeEmpty();
    }

    [Fact]
    public void No_does_nothing()
    {
        talk.Say("loan 5000 6");
        talk.Say("seeds");
        talk.Say("nahi").Should().StartWith("loan.dropped");
        talk.Called.Should().BeEmpty();
    }

    [Theory]
    [InlineData("loan 5000 6", "loan.purpose{amount=5000.00, months=6}")]
    [InlineData("Loan, 5000 for 6 months please", "loan.purpose{amount=5000.00, months=6}")]
    [InlineData("loan 5000", "loan.months{amount=5000.00}")]
    [InlineData("KARZ 5000 6", "loan.purpose{amount=5000.00, months=6}")]
    [InlineData("कर्ज 5000", "loan.months{amount=5000.00}")]
    [InlineData("kaarz", "loan.amount")]
    public void What_the_command_says_is_not_asked_again(string command, string question) => talk.Say(command).Should().Be(question);

    [Fact]
    public void What_the_command_says_is_checked_where_it_would_be_asked()
    {
        talk.Say("loan 50000 6").Should().Be("refusals.too-much\nloan.amount");
        talk.Say("500").Should().Be("loan.purpose{amount=500.00, months=6}");
    }

    [Fact]
    public void A_refused_answer_is_said_and_asked_again()
    {
        talk.Say("loan");
        talk.Say("50000").Should().Be("refusals.too-much\nloan.amount");
    }

    [Fact]
    public void A_refused_deed_goes_back_to_its_state_and_asks_there()
    {
        talk.Actions["loans.apply"] = _ => new ActionResult.Refused(new Text("refusals.fund"));
        talk.Say("loan 5000 6");
        talk.Say("seeds");
        talk.Say("yes").Should().Be("refusals.fund\nloan.amount{amount=5000.00, months=6, purpose=seeds}");
    }

    [Fact]
    public void An_outcome_leads_to_its_own_state()
    {
        talk.Actions["loans.apply"] = _ => new ActionResult.Outcome("waits");
        talk.Say("loan 5000 6");
        talk.Say("seeds");
        talk.Say("yes").Should().StartWith("loan.waiting");
    }

    [Fact]
    public void An_impossible_value_is_explained()
    {
        talk.Say("loan");
        talk.Send(new Input("00")).Should().Be("slots.no-money\nloan.amount");
    }

    [Fact]
    public void A_number_means_what_was_shown()
    {
        talk.Be(Roles.Treasurer);
        talk.Say("approve loan").Should().Be("approve.which [31|45]");
        talk.Say("2").Should().Be("approve.confirm{loan=45, terms=45} [yes|no]");
        talk.Say("haan").Should().Be("approve.approved{approved=45, loan=45}");
    }

    [Fact]
    public void A_list_takes_a_typed_value_too()
    {
        talk.Be(Roles.Treasurer);
        talk.Say("approve loan 99").Should().Be("refusals.no-loan\napprove.which [31|45]");
        talk.Say("77").Should().Be("approve.confirm{loan=77, terms=77} [yes|no]");
    }

    [Fact]
    public void Two_members_of_one_name_are_asked_about()
    {
        talk.Be(Roles.Treasurer);
        talk.Say("cash sunita 500").Should().Be("engine.which [7|12]");
        talk.Last.Says[0].Choices[1].Label.Arguments.Should().Equal(new Dictionary<string, object?> { ["name"] = "Sunita Bai", ["number"] = 12, ["digits"] = "5678" });
        talk.Say("2").Should().Be("cash.confirm{amount=500.00, member=Sunita Bai} [yes|no]");
    }

    [Fact]
    public void A_slot_of_several_words_is_taken_whole()
    {
        talk.Be(Roles.Treasurer);
        talk.Say("cash sunita devi 500").Should().Be("cash.confirm{amount=500.00, member=Sunita Devi} [yes|no]");
    }

    [Fact]
    public void Labels_answer_a_choice_in_any_language()
    {
        talk.Say("settings").Should().Be("settings.which [weekly|monthly]");
        talk.Say("हर हफ्ते").Should().Be("settings.day{often=settings.choices.weekly}");
    }

    [Fact]
    public void A_dialog_can_hand_over_to_another()
    {
        talk.Say("settings");
        talk.Say("2");
        talk.Say("5").Should().Be("settings.saved{day=5, often=settings.choices.monthly}\nbalance.figures{picture=https://x/qr, savings=100} <https://x/qr>");
        talk.State.Frames.Should().BeEmpty();
    }

    [Fact]
    public void Slots_known_from_outside_are_checked_and_not_asked()
    {
        talk.Start("loan", ("amount", "500000"), ("months", "6")).Should().Be("loan.purpose{amount=5000.00, months=6}");
        talk.Called.Should().Equal("loans.amount-allowed");
    }

    [Fact]
    public void Resuming_the_same_step_twice_gives_the_same_twice()
    {
        var engine = new DialogEngine(SampleDialogs.Compile());
        var pending = (Step.CallAction)engine.Begin(null, new Input("balance"), talk.Surroundings);
        var first = (Step.Finished)engine.Resume(pending, Talk.Ok(("savings", 1)));
        var second = (Step.Finished)engine.Resume(pending, Talk.Ok(("savings", 2)));
        first.Says.Should().ContainSingle().Which.Text.Arguments["savings"].Should().Be(1);
        second.Says.Should().ContainSingle().Which.Text.Arguments["savings"].Should().Be(2);
    }

    [Fact]
    public void Ten_actions_a_turn_and_not_one_more()
    {
        talk.Say("circle").Should().Be("engine.too-many-steps");
        talk.Called.Should().HaveCount(DialogEngine.MaxActions);
        talk.State.Frames.Should().BeEmpty();
    }

    [Fact]
    public void A_money_deed_that_no_confirmation_leads_to_is_never_called()
    {
        var file = DialogReader.Read("rash.yaml", "{ dialog: rash, for: anybody, start: go, states: { go: { do: cash.book, money: true, done: end } } }");
        var rash = DialogCatalog.Compile(file.Dialogs, SampleDialogs.Kinds, SampleDialogs.Texts);
        var start = () => new Talk(rash).Start("rash");
        start.Should().Throw<InvalidOperationException>().WithMessage("*without a confirmation*");
    }
}
