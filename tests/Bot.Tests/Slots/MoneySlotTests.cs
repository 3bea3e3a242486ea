using System.Globalization;
using CsCheck;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;

namespace DiGiBachat.Bot.Tests.Slots;

public class MoneySlotTests
{
    private static readonly Gen<Money> Amounts = Gen.Long[0, NumberWords.Largest * 100].Select(paise => new Money(paise));

    [Theory]
    [InlineData("500", "50000")]
    [InlineData(" 500 ", "50000")]
    [InlineData("₹1,00,000", "10000000")]
    [InlineData("100,000", "10000000")]
    [InlineData("1,00,000.50", "10000050")]
    [InlineData("500.5", "50050")]
    [InlineData("Rs.500/-", "50000")]
    [InlineData("Rs 500/=", "50000")]
    [InlineData("rs500", "50000")]
    [InlineData("500rs", "50000")]
    [InlineData("INR 500", "50000")]
    [InlineData("रु 500", "50000")]
    [InlineData("५००", "50000")]
    [InlineData("５００", "50000")]
    [InlineData("*500*", "50000")]
    [InlineData("500.", "50000")]
    [InlineData("paanch sau", "50000")]
    [InlineData("पाँच सौ रुपये", "50000")]
    [InlineData("5 hazaar ka karj chahiye ji", "500000")]
    [InlineData("Mujhe das hazaar ka loan chahiye 12 mahine ke", "1000000")]
    [InlineData("500 rupaye 50 paise", "50050")]
    [InlineData("50 paise", "50")]
    [InlineData("dhai rupaye", "250")]
    [InlineData("500 kar do", "50000")]
    [InlineData("saat so pachas", "75000")]
    [InlineData("Rs 500 (five hundred) only", "50000")]
    [InlineData("0", "0")]
    [InlineData("do", "200")]
    [InlineData("ek", "100")]
    [InlineData("2.33k", "233000")]
    [InlineData("1.005 lakh", "10050000")]
    [InlineData("99,99,99,999", "99999999900")]
    public void One_amount_is_understood_in_paise(string text, string paise) => Table.Read("money", text).Should().Be(paise);

    [Theory]
    [InlineData("1,5"), InlineData("500-"), InlineData("-500"), InlineData("- 500"), InlineData("500 -"), InlineData("(500)"), InlineData("5e3"), InlineData("−500"), InlineData("Rs -500")]
    [InlineData("1,0000"), InlineData("10,00"), InlineData("0,500"), InlineData("1,00,00"), InlineData("1.00.000"), InlineData("500.505"), InlineData("500.500"), InlineData("1.505 rupaye")]
    [InlineData(".50"), InlineData("5x"), InlineData("12abc"), InlineData("R-3F7K2"), InlineData("$500"), InlineData("500€"), InlineData("5/4"), InlineData("10:30"), InlineData("500+20")]
    [InlineData("minus 500"), InlineData("500 nahi"), InlineData("500 mat do"), InlineData("not 500"), InlineData("पाँच सौ नहीं"), InlineData("12 mahine"), InlineData("5 tarikh"), InlineData("2%")]
    [InlineData("dhai"), InlineData("sava"), InlineData("kuch bhi"), InlineData(""), InlineData("₹"), InlineData("#12"), InlineData("approve loan 12"), InlineData("play 500 songs"), InlineData("500 paise")]
    [InlineData("500@ybl"), InlineData("=500"), InlineData("<500"), InlineData("1 00 000 -"), InlineData("0.001"), InlineData("1.000005 k")]
    public void What_is_not_plainly_an_amount_is_not_understood(string text) => Table.Read("money", text).Should().Be("?");

    [Theory]
    [InlineData("500 ya 600", "50000 | 60000")]
    [InlineData("500 aur 20 rupaye", "50000 | 2000")]
    [InlineData("paanch sau ya chhe sau", "50000 | 60000")]
    [InlineData("10000 12", "1000000 | 1200")]
    [InlineData("500, 20", "50000 | 2000")]
    [InlineData("mujhe paanch sau do", "50200 | 50000")]
    public void Two_amounts_are_asked_about(string text, string expected) => Table.Read("money", text).Should().Be(expected);

    [Theory]
    [InlineData("1000000000")]
    [InlineData("100 crore")]
    [InlineData("99,99,99,999.01")]
    [InlineData("9876543210")]
    public void Above_the_limit_is_impossible(string text) => Table.Read("money", text).Should().Be("!slots.amount-limit");

    [Theory]
    [InlineData(ChannelKind.WhatsApp)]
    [InlineData(ChannelKind.Sms)]
    public void What_is_shown_in_figures_is_read_as_the_same_amount(ChannelKind channel) =>
        Amounts.Sample(amount => Table.Read("money", Formats.Money(amount, channel)) == amount.Paise.ToString(CultureInfo.InvariantCulture), iter: 10_000);

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    [InlineData("hi-Latn")]
    public void What_is_shown_in_words_is_read_as_the_same_amount(string language) =>
        Amounts.Sample(amount => Table.Read("money", AmountWords.Of(amount, language)) == amount.Paise.ToString(CultureInfo.InvariantCulture), iter: 10_000);

    [Fact]
    public void Any_text_gets_an_answer_from_every_slot() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789.,-+/()₹kहाँदो eE\u200D\uD83D@#%"], 0, 24])
            .Sample(text => SlotCatalog.Kinds.Values.All(kind => kind.Read(text, new SlotSurroundings(Table.Today, "hi", [new(1, "Meera", "1234")])) is not null), iter: 5_000);

    [Fact]
    public void A_message_longer_than_an_answer_is_no_answer()
    {
        Table.Read("money", "500" + new string(' ', SlotCatalog.LongestAnswer - 3)).Should().Be("50000");
        Table.Read("money", "500" + new string(' ', SlotCatalog.LongestAnswer - 2)).Should().Be("?");
    }
}
