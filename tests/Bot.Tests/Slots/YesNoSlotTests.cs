namespace DiGiBachat.Bot.Tests.Slots;

public class YesNoSlotTests
{
    [Theory]
    [InlineData("yes"), InlineData("Yes!"), InlineData("YES."), InlineData("yess"), InlineData("y"), InlineData("haan"), InlineData("haaaan"), InlineData("han"), InlineData("ha"), InlineData("haan ji")]
    [InlineData("ji haan"), InlineData("hanji"), InlineData("ji"), InlineData("हाँ"), InlineData("हां"), InlineData("हा"), InlineData("जी हाँ"), InlineData("जी"), InlineData("ठीक है"), InlineData("theek hai")]
    [InlineData("thik h"), InlineData("sahi hai"), InlineData("ok"), InlineData("okay ji"), InlineData("ओके"), InlineData("kar do"), InlineData("kar dijiye"), InlineData("कर दो"), InlineData("bilkul")]
    [InlineData("haan, kar do"), InlineData("manzoor hai"), InlineData("मंज़ूर"), InlineData("zaroor"), InlineData("go ahead"), InlineData("sure"), InlineData("of course"), InlineData("yes please")]
    public void Clear_words_are_yes(string text) => Table.Read("yes-no", text).Should().Be("yes");

    [Theory]
    [InlineData("no"), InlineData("No."), InlineData("n"), InlineData("nope"), InlineData("nahi"), InlineData("nahin"), InlineData("nahiii"), InlineData("nhi"), InlineData("nai"), InlineData("नहीं"), InlineData("नही")]
    [InlineData("जी नहीं"), InlineData("ji nahi"), InlineData("na"), InlineData("ना"), InlineData("mat karo"), InlineData("मत करो"), InlineData("nahi chahiye"), InlineData("नहीं चाहिए"), InlineData("galat hai")]
    [InlineData("theek nahi hai"), InlineData("sahi nahi"), InlineData("not ok"), InlineData("manzoor nahi"), InlineData("namanzoor"), InlineData("नामंज़ूर"), InlineData("kabhi nahi"), InlineData("bilkul nahi")]
    [InlineData("no thanks"), InlineData("i dont agree"), InlineData("nahi, nahi")]
    public void Clear_words_are_no(string text) => Table.Read("yes-no", text).Should().Be("no");

    [Theory]
    [InlineData("accha"), InlineData("acha"), InlineData("achha ji"), InlineData("अच्छा"), InlineData("ruko"), InlineData("रुको"), InlineData("ruk jao"), InlineData("rehne do"), InlineData("रहने दो")]
    [InlineData("band karo"), InlineData("बंद करो"), InlineData("mat bhejo"), InlineData("मत भेजो"), InlineData("hmm"), InlineData("haan nahi"), InlineData("yes no"), InlineData("haan ya nahi"), InlineData("theek hai?")]
    [InlineData("ok?"), InlineData("is it ok"), InlineData("galat nahi hai"), InlineData("not wrong"), InlineData("nahi theek hai"), InlineData("karo na"), InlineData("not sure"), InlineData("pata nahi")]
    [InlineData("koi baat nahi"), InlineData("no problem"), InlineData("why not"), InlineData("kyun nahi"), InlineData("haan lekin abhi nahi"), InlineData("haha"), InlineData("👍"), InlineData("👎"), InlineData("ok 👎")]
    [InlineData(""), InlineData("..."), InlineData("do"), InlineData("1"), InlineData("2"), InlineData("500"), InlineData("absolutely not"), InlineData("yes but 500"), InlineData("stop"), InlineData("cancel")]
    [InlineData("haan paise mil gaye"), InlineData("loan mat do"), InlineData("hai"), InlineData("it is"), InlineData("nahi. haan."), InlineData("bilkul mat ruko")]
    public void Words_on_which_speakers_differ_are_neither(string text) => Table.Read("yes-no", text).Should().Be("?");

    [Fact]
    public void The_sample_has_no_swap_and_nothing_else_becomes_a_yes()
    {
        var answers = Table.Rows("utterances_sample.tsv").Select(row => (Intent: row["intent"], Text: row["utterance"], Said: Table.Read("yes-no", row["utterance"]))).ToList();
        answers.Where(answer => answer.Said == "yes" && answer.Intent != "yes").Should().BeEmpty();
        answers.Where(answer => answer.Said == "no" && answer.Intent != "no").Should().BeEmpty();
    }

    [Fact]
    public void The_sample_is_understood_but_for_two_sayings_that_are_not_clear() =>
        Table.Rows("utterances_sample.tsv").Where(row => row["intent"] is "yes" or "no" && Table.Read("yes-no", row["utterance"]) != row["intent"])
            .Select(row => row["utterance"]).Should().BeEquivalentTo("sweet", "I dunno");

    /// <summary>Whatever is said beside it, a denial never becomes a yes.</summary>
    [Fact]
    public void A_negation_never_becomes_yes()
    {
        var clear = new[] { "haan", "yes", "ok", "theek hai", "kar do", "manzoor hai", "sahi", "हाँ", "ठीक है", "कर दो", "right", "sure" };
        var denials = new[] { "nahi", "no", "mat", "not", "नहीं", "मत", "na", "ना", "galat", "dont", "never", "nhi" };
        var swapped = from yes in clear from denial in denials from text in new[] { $"{denial} {yes}", $"{yes} {denial}", $"{denial}, {yes}", $"{yes}. {denial}", $"ji {yes} {denial} ji" }
                      where Table.Read("yes-no", text) == "yes" select text;
        swapped.Should().BeEmpty();
    }
}
