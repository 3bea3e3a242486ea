using CsCheck;
using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Tests.Slots;

public class NormaliserTests
{
    [Theory]
    [InlineData("  Approve   LOAN 12!! ", "approve loan 12")]
    [InlineData("haaaan", "haan")]
    [InlineData("५ हज़ार", "5 हजार")]
    [InlineData("ज़\u200Dरूर", "जरूर")]
    [InlineData("１２", "12")]
    [InlineData("১২", "12")]
    [InlineData("it's ok 👌🏻", "its ok")]
    [InlineData("R-3F7K2", "r 3f7k2")]
    [InlineData("1111", "1111")]
    [InlineData("हाँँँ", "हाँ")]
    [InlineData("!!", "")]
    public void One_form_of_what_was_typed(string text, string expected) => Normaliser.Normalise(text).Should().Be(expected);

    [Theory]
    [InlineData("haan ji", "haan")]
    [InlineData("kripya loan please", "loan")]
    [InlineData("ji", "ji")]
    public void Polite_words_can_be_left_out(string text, string expected) => Normaliser.WithoutPoliteWords(text).Should().Be(expected);

    [Fact]
    public void The_original_keeps_case_signs_and_joiners() =>
        Normaliser.Original("  Sunita\t D'Souza\u0000 \u202Eक्‍ष\u200B ").Should().Be("Sunita D'Souza क्‍ष");

    [Fact]
    public void Normalising_again_changes_nothing() => Gen.String.Sample(text => Normaliser.Normalise(Normaliser.Normalise(text)) == Normaliser.Normalise(text), iter: 5_000);
}
