using DiGiBachat.Bot.Dialogs;

namespace DiGiBachat.Bot.Tests.Dialogs;

public sealed class ExpiryTests
{
    private readonly Talk talk = new();

    [Fact]
    public void A_question_waits_a_day()
    {
        talk.Say("loan");
        talk.Later(TimeSpan.FromHours(24));
        talk.Say("5000").Should().StartWith("loan.months");
    }

    [Fact]
    public void After_that_it_is_asked_whether_to_go_on()
    {
        talk.Say("loan");
        talk.Later(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        talk.Say("5000").Should().Be("engine.continue{dialog=loan.title} [yes|no]");
        talk.Say("1").Should().Be("loan.amount");
        talk.Say("5000").Should().StartWith("loan.months");
    }

    [Fact]
    public void Not_going_on_ends_it()
    {
        talk.Say("loan");
        talk.Later(TimeSpan.FromDays(2));
        talk.Say("5000");
        talk.Say("2").Should().Be("engine.cancelled");
        talk.State.Frames.Should().BeEmpty();
    }

    [Fact]
    public void A_confirmation_waits_a_quarter_of_an_hour_and_is_then_shown_again()
    {
        talk.Say("loan 5000 6");
        talk.Say("seeds");
        talk.Later(TimeSpan.FromMinutes(15));
        talk.Later(TimeSpan.FromSeconds(1));
        talk.Say("yes").Should().StartWith("engine.late-confirmation\nloan.confirm");
        talk.Called.Should().Equal("loans.quote");
        talk.Later(TimeSpan.FromMinutes(15));
        talk.Say("yes").Should().StartWith("loan.submitted");
    }

    [Fact]
    public void A_late_button_of_a_confirmation_is_late_too()
    {
        talk.Say("loan 5000 6");
        talk.Say("seeds");
        talk.Later(TimeSpan.FromMinutes(16));
        talk.Tap($"{talk.Question}:yes").Should().StartWith("engine.late-confirmation");
        talk.Called.Should().Equal("loans.quote");
    }

    [Fact]
    public void A_command_after_a_late_confirmation_does_not_lose_the_dialog()
    {
        talk.Say("loan 5000 6");
        talk.Say("seeds");
        talk.Later(TimeSpan.FromMinutes(16));
        talk.Say("balance").Should().Contain("engine.back-to{dialog=loan.title}\nloan.confirm");
    }

    [Fact]
    public void A_command_after_a_late_question_runs_and_the_old_question_is_over()
    {
        talk.Say("loan");
        talk.Later(TimeSpan.FromDays(2));
        talk.Say("balance").Should().Be("balance.figures{picture=https://x/qr, savings=100} <https://x/qr>");
        talk.State.Frames.Should().BeEmpty();
    }

    [Fact]
    public void A_yes_to_an_old_proposal_answers_nothing()
    {
        talk.Say("loan");
        talk.Say("balanse");
        talk.Later(TimeSpan.FromMinutes(16));
        talk.Say("yes").Should().Be("engine.question-gone\nloan.amount");
    }

    [Fact]
    public void After_a_deployment_the_same_state_goes_on()
    {
        talk.Say("loan 5000");
        talk.Deploy(Changed(SampleDialogs.Loan + "\n# changed"));
        talk.Say("6").Should().Be("loan.purpose{amount=5000.00, months=6}");
    }

    [Fact]
    public void After_a_deployment_a_confirmation_is_shown_again()
    {
        talk.Say("loan 5000 6");
        talk.Say("seeds");
        talk.Deploy(Changed(SampleDialogs.Loan + "\n# changed"));
        talk.Say("yes").Should().StartWith("engine.late-confirmation\nloan.confirm");
        talk.Called.Should().Equal("loans.quote");
    }

    [Fact]
    public void A_state_that_is_no_more_is_closed_politely_and_a_command_still_runs()
    {
        talk.Say("loan 5000");
        var changed = Changed(SampleDialogs.Loan.Replace("months:", "tenure:", StringComparison.Ordinal).Replace("next: months", "next: tenure", StringComparison.Ordinal));
        talk.Deploy(changed);
        talk.Say("6").Should().Be("engine.closed-by-update");
        talk.Say("loan 5000").Should().StartWith("loan.months");
        talk.Deploy(SampleDialogs.Compile());
        talk.Say("balance").Should().StartWith("engine.closed-by-update\nbalance.figures");
    }

    [Fact]
    public void A_stored_state_reads_back_as_it_was()
    {
        talk.Be(Roles.Treasurer | Roles.Member);
        talk.Say("loan 5000");
        talk.Say("cash sunita 500");
        talk.Say("setngs");
        var state = talk.Last.State;
        DialogState.FromJson(state.ToJson()).Should().BeEquivalentTo(state);
        state.Aside!.Command.Should().Be("settings");
        state.ToJson().Length.Should().BeLessThan(1500);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{\"version\":0,\"questions\":5,\"misses\":0,\"frames\":[]}")]
    public void Nothing_stored_or_an_unknown_version_is_an_empty_state(string? json) => DialogState.FromJson(json).Should().Be(DialogState.Empty);

    private static DialogCatalog Changed(string loan) =>
        DialogCatalog.Compile(
            [.. SampleDialogs.Read("loan.yaml"), .. DialogReader.Read("loan.yaml", loan).Dialogs],
            SampleDialogs.Kinds,
            SampleDialogs.Texts
        );
}
