using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Understanding;
using DiGiBachat.Bot.Tests.Dialogs;

namespace DiGiBachat.Bot.Tests.Understanding;

/// <summary>Sentences in a conversation: started, asked about, or left alone while a question is open.</summary>
public class ConversationTests
{
    private const string Words = """
        small: { en: "the", hi-Latn: "hai, mujhe" }
        self: { hi-Latn: "mera" }
        postposition: { hi-Latn: "ka" }
        greeting: { en: "namaste" }
        thanks: { en: "thanks" }
        yes-word: { en: "ok" }
        not: { en: "not", hi-Latn: "nahi" }
        purpose-after: { hi-Latn: "ke liye" }
        loan: { en: "loan", hi-Latn: "karz" }
        want: { hi-Latn: "chahiye" }
        figures: { en: "figures" }
        vague-wait: { hi-Latn: "ruko" }
        """;

    private const string Sentences = """
        loan:
          - "loan want [{amount}]"
          - "figures"
        balance:
          - "figures"
          - "loan {whose} [want]"
        engine.commands.greeting:
          - "greeting"
        engine.commands.thanks:
          - "thanks"
        engine.commands.cancel:
          - "vague-wait"
        """;

    private readonly Talk talk = new(
        DialogCatalog.Compile(
            SampleDialogs.Read(),
            SampleDialogs.Kinds,
            SampleDialogs.Texts,
            SentenceBookReader.Read(Words, Sentences)
        )
    );

    [Fact]
    public void A_sentence_starts_its_dialog_with_what_it_said() =>
        talk.Say("mujhe 5000 ka karz chahiye").Should().Be("loan.months{amount=5000.00}");

    [Fact]
    public void Two_dialogs_that_fit_equally_well_are_both_offered_and_none_is_started()
    {
        talk.Say("the figures").Should().Be("engine.which-meant [loan|balance]");
        talk.Called.Should().BeEmpty();
        talk.Say("7").Should().StartWith("engine.not-understood\nengine.which-meant");
        talk.Say("2").Should().StartWith("balance.figures");
    }

    [Fact]
    public void The_offer_is_answered_by_its_button_too_and_by_no_other()
    {
        talk.Say("figures");
        var question = talk.Question;
        talk.Tap($"{question}:approve").Should().StartWith("engine.question-gone");
        talk.Tap($"{talk.Question}:loan").Should().Be("loan.amount");
    }

    [Fact]
    public void Other_words_leave_the_offer()
    {
        talk.Say("figures");
        talk.Say("settings").Should().StartWith("settings.which");
    }

    [Fact]
    public void Somebody_elses_name_is_asked_about_where_the_dialog_has_no_place_for_it() =>
        talk.Say("Zuhair ka karz").Should().Be("engine.did-you-mean{command=balance} [yes|no]");

    [Fact]
    public void A_greeting_is_returned_with_the_menu_and_in_a_dialog_with_its_question()
    {
        talk.Say("namaste").Should().Be("engine.greeting\nmenu.top [balance|loan|settings]");
        talk.Say("loan");
        talk.Say("namaste").Should().Be("engine.greeting\nloan.amount");
    }

    [Fact]
    public void Thanks_are_answered_and_open_nothing() =>
        talk.Say("thanks").Should().Be("engine.thanks");

    [Fact]
    public void A_stranger_who_greets_is_welcomed()
    {
        talk.Be(Roles.Stranger);
        talk.Say("namaste").Should().Be("welcome.name");
    }

    [Fact]
    public void Words_on_which_speakers_differ_leave_an_open_question_alone()
    {
        talk.Say("ruko").Should().Be("engine.nothing-open");
        talk.Say("loan 5000");
        talk.Say("ruko").Should().Contain("loan.months");
        talk.State.Top!.Dialog.Should().Be("loan");
    }

    [Fact]
    public void A_yes_with_something_else_is_no_command_while_a_question_is_open()
    {
        talk.Say("ok 700 karz chahiye").Should().StartWith("loan.months");
        talk.Say("ok 900 karz chahiye").Should().StartWith("engine.not-understood");
    }

    [Fact]
    public void A_command_of_another_role_says_who_can_also_as_a_sentence()
    {
        talk.Be(Roles.Stranger);
        talk.Say("karz chahiye").Should().StartWith("dialogs.not-yours");
    }
}
