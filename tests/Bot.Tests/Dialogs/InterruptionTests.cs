using DiGiBachat.Bot.Dialogs;

namespace DiGiBachat.Bot.Tests.Dialogs;

public sealed class InterruptionTests
{
    private readonly Talk talk = new();

    [Fact]
    public void A_command_in_the_middle_is_answered_and_the_question_asked_again()
    {
        talk.Say("loan 5000");
        talk.Say("balance")
            .Should()
            .Be("balance.figures{picture=https://x/qr, savings=100} <https://x/qr>\nengine.back-to{dialog=loan.title}\nloan.months{amount=5000.00}");
        talk.Say("6").Should().StartWith("loan.purpose");
    }

    [Fact]
    public void A_confirmation_that_was_set_aside_is_shown_again_and_takes_only_a_new_answer()
    {
        talk.Say("loan 5000 6");
        talk.Say("seeds");
        var old = talk.Question;
        talk.Say("balance").Should().EndWith("[yes|no]");
        talk.Tap($"{old}:yes").Should().StartWith("engine.question-gone\nloan.confirm");
        talk.Called.Should().Equal("loans.quote");
        talk.Tap($"{talk.Question}:yes").Should().StartWith("loan.submitted");
    }

    [Fact]
    public void At_most_three_dialogs_are_open_and_closing_the_oldest_is_said()
    {
        talk.Be(Roles.Member | Roles.Treasurer);
        talk.Say("loan");
        talk.Say("settings");
        talk.Say("cash sunita 500");
        talk.State.Frames.Should().HaveCount(3);
        talk.Say("approve loan").Should().Be("engine.set-aside-closed{dialog=loan.title}\napprove.which [31|45]");
        talk.State.Frames.Select(f => f.Dialog).Should().Equal("settings", "cash", "approve");
    }

    [Fact]
    public void The_same_command_again_starts_afresh()
    {
        talk.Say("loan 5000 6");
        talk.Say("seeds");
        talk.Say("loan").Should().Be("loan.amount");
        talk.State.Frames.Should().HaveCount(1);
    }

    [Fact]
    public void A_menu_lists_only_what_she_may_start_with_numbers_in_a_row()
    {
        talk.Say("menu").Should().Be("menu.top [balance|loan|settings]");
        talk.Say("2").Should().Be("loan.amount");
        talk.Be(Roles.Treasurer);
        talk.Say("menu").Should().Be("menu.top [balance|approve|loan|settings]");
    }

    [Fact]
    public void A_menu_that_a_command_interrupts_is_not_offered_again()
    {
        talk.Say("menu");
        talk.Say("balance").Should().Be("balance.figures{picture=https://x/qr, savings=100} <https://x/qr>");
        talk.State.Frames.Should().BeEmpty();
    }

    [Fact]
    public void Back_from_a_menu_returns_to_the_question_below()
    {
        talk.Say("loan");
        talk.Say("menu");
        talk.Say("0").Should().Be("engine.back-to{dialog=loan.title}\nloan.amount");
    }

    [Fact]
    public void Back_goes_one_question_back_and_forgets_its_answer()
    {
        talk.Say("loan");
        talk.Say("5000");
        talk.Say("back").Should().Be("loan.amount");
        talk.Say("600").Should().Be("loan.months{amount=600.00}");
        talk.Say("back");
        talk.Say("back").Should().Be("engine.back-at-start\nloan.amount");
    }

    [Fact]
    public void Zero_goes_back_wherever_one_is()
    {
        talk.Say("loan");
        talk.Say("5000");
        talk.Say("6").Should().StartWith("loan.purpose");
        talk.Say("0").Should().Be("loan.months{amount=5000.00}");
        talk.Say("0").Should().Be("loan.amount", "no question takes nought for an answer");
    }

    [Fact]
    public void Commands_of_the_engine_work_inside_a_free_question()
    {
        talk.Say("loan 5000 6");
        talk.Say("help").Should().Be("engine.help-at.words\nloan.purpose{amount=5000.00, months=6}");
        talk.Say("chhodo").Should().Be("engine.cancelled");
    }

    [Fact]
    public void Help_fits_the_place()
    {
        talk.Say("loan");
        talk.Say("madad").Should().Be("loan.amount-help\nloan.amount");
    }

    [Fact]
    public void Help_without_a_question_brings_the_menu() => talk.Say("help").Should().Be("engine.help-member\nmenu.top [balance|loan|settings]");

    [Fact]
    public void Help_at_a_confirmation_of_money_says_what_a_yes_does()
    {
        talk.Be(Roles.Member | Roles.Treasurer);
        talk.Say("help").Should().StartWith("engine.help-officer");
        talk.Say("help").Should().StartWith("engine.help-at.menu");
        talk.Say("cash ravi 20").Should().StartWith("cash.confirm");
        talk.Say("help").Should().StartWith("engine.help-at.money-confirmation\ncash.confirm");
        talk.Called.Should().BeEmpty();
    }

    [Fact]
    public void Cancel_leaves_the_inner_dialog_and_returns_to_the_outer()
    {
        talk.Say("loan");
        talk.Say("settings");
        talk.Say("cancel").Should().Be("engine.cancelled\nengine.back-to{dialog=loan.title}\nloan.amount");
        talk.Say("cancel").Should().Be("engine.cancelled");
        talk.Say("cancel").Should().Be("engine.nothing-open");
    }

    [Fact]
    public void Another_language_repeats_the_question()
    {
        talk.Say("loan 5000 6");
        talk.Say("हिन्दी").Should().NotStartWith("engine.language-changed", "only the words in the locales are taken");
        var fresh = new Talk();
        fresh.Say("loan");
        fresh.Say("हिंदी").Should().Be("engine.language-changed\nloan.amount");
        fresh.Last.Language.Should().Be("hi");
    }
}
