using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Tests.Texts;

public sealed class RomanisedTests
{
    [Theory]
    [InlineData("मीरा जोशी", "Meera Joshi")]
    [InlineData("सुनीता देवी", "Suneeta Devi")]
    [InlineData("कमला", "Kamla")]
    [InlineData("राधिका पवार", "Radhika Pavar")]
    [InlineData("सरस्वती", "Sarasvati")]
    [InlineData("प्रार्थना", "Prarthana")]
    [InlineData("श्रीमती क्षीरसागर", "Shreemti Ksheersagar")]
    [InlineData("गंगा", "Ganga")]
    [InlineData("ज़रीना", "Zareena")]
    [InlineData("Asha Pawar 12", "Asha Pawar 12")]
    public void A_name_in_Devanagari_is_spelt_in_Latin_letters(string name, string spelt) => Romanised.Of(name).Should().Be(spelt);

    [Fact]
    public void What_is_left_fits_into_the_SMS_alphabet() =>
        Gsm7.Holds(Gsm7.Written("मीरा जोशी ने ₹500 दिए। वजह: पैसे नहीं आए")).Should().BeTrue();
}
