using DiGiBachat.Bot.Dialogs.Understanding;

namespace DiGiBachat.Bot.Tests.Understanding;

public class SentenceTests
{
    [Theory]
    [InlineData("5 hazaar ka karj chahiye ji", "loan amount=5000")]
    [InlineData(
        "mujhe das hazaar ka loan chahiye 12 mahine ke liye",
        "loan amount=10000 months=12"
    )]
    [InlineData(
        "loan chaiye 10 mahine k liye bees hajar ka beej kharidne ke liye",
        "loan amount=20000 months=10 purpose=beej kharidne"
    )]
    [InlineData("sunita ne 500 diye cash", "cash amount=500 member=sunita")]
    [InlineData("loan 12 manjoor hai", "approve-loan id=12")]
    [InlineData("12 number ka karj pass karo", "approve-loan id=12")]
    [InlineData("लोन 7 स्वीकार करें", "approve-loan id=7")]
    [InlineData("kitna bacha hai", "balance")]
    [InlineData("mera EMI kab hai", "schedule")]
    [InlineData("₹1500 jama karo", "pay amount=1500")]
    [InlineData("deposit dhai sau", "pay amount=250")]
    [InlineData("मुझे पैसे जमा करने हैं।", "pay")]
    [InlineData("loan close karna h full payment krke", "payoff amount=full")]
    [InlineData("account ki mini statement dikhao", "statement")]
    [InlineData("Zuhair ka statement print karo", "statement member=Zuhair")]
    [InlineData("mera blnce btao na plz", "balance")]
    [InlineData("krz chahiye mjhe", "loan")]
    [InlineData("emi 1200 jama karna hai", "repay amount=1200")]
    [InlineData("switch to english", "language-en")]
    [InlineData("Namaste didi, mera hisaab bhej do", "statement")]
    public void People_say_it_in_their_own_words(string text, string meant) =>
        Hearing.Said(text).Should().Be(meant);

    [Theory]
    [InlineData("balance check karo aur card block karo")]
    [InlineData("gold loan chahiye")]
    [InlineData("500 ka recharge karo")]
    [InlineData("bijli bill 450 jama karo")]
    [InlineData("payment nahi ho rahi")]
    [InlineData("ye transaction maine nahi ki")]
    [InlineData("kitna byaaj lagega")]
    [InlineData("kya loan 9 approve hua")]
    [InlineData("can i use direct deposit for my tax refund")]
    [InlineData("movie ka ticket chahiye")]
    public void What_is_about_something_else_starts_nothing(string text) =>
        Hearing.Of(text).Intent.Should().Be("other");

    [Fact]
    public void Two_amounts_in_one_sentence_are_both_heard_and_asked_about() =>
        Hearing
            .Of("500 ya 600 jama karna hai mujhe")
            .Understood.Heard["amount"]
            .Should()
            .Contain("500")
            .And.Contain("600");

    [Fact]
    public void Five_hundred_and_give_is_not_taken_for_502() =>
        Hearing.Said("mujhe loan chahiye paanch sau do").Should().Be("loan");

    [Fact]
    public void Somebody_elses_figures_are_asked_about_where_the_dialog_knows_only_her_own()
    {
        var understood = Hearing.Of("Zuhair ka balance kitna hai").Understood;
        understood.Proposal.Should().NotBeNull();
        Hearing.Of("mera balance kitna hai").Understood.Proposal.Should().BeNull();
    }

    [Theory]
    [InlineData("rs500 500 500 500 500")]
    [InlineData("loan loan loan ((( 5e3 )))")]
    [InlineData("\ud83d loan chahiye")]
    [InlineData("''s ka")]
    [InlineData("'s")]
    [InlineData("   ")]
    public void Nothing_that_is_typed_breaks_it(string text) =>
        Hearing.Of(text).Should().NotBeNull();

    [Fact]
    public void A_letter_is_not_a_command() =>
        Hearing
            .Of(string.Concat(Enumerable.Repeat("mujhe loan chahiye ", 20)))
            .Understood.Layer.Should()
            .Be(Layer.None);
}
