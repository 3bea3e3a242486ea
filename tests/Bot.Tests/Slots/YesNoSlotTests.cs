using CsCheck;

namespace DiGiBachat.Bot.Tests.Slots;

public class YesNoSlotTests
{
    [Theory]
    [
        InlineData("yes"),
        InlineData("Yes!"),
        InlineData("YES."),
        InlineData("yess"),
        InlineData("y"),
        InlineData("haan"),
        InlineData("haaaan"),
        InlineData("han"),
        InlineData("ha"),
        InlineData("haan ji")
    ]
    [
        InlineData("ji haan"),
        InlineData("hanji"),
        InlineData("ji"),
        InlineData("हाँ"),
        InlineData("हां"),
        InlineData("हा"),
        InlineData("जी हाँ"),
        InlineData("जी"),
        InlineData("ठीक है"),
        InlineData("theek hai")
    ]
    [
        InlineData("thik h"),
        InlineData("sahi hai"),
        InlineData("ok"),
        InlineData("okay ji"),
        InlineData("ओके"),
        InlineData("kar do"),
        InlineData("kar dijiye"),
        InlineData("कर दो"),
        InlineData("bilkul")
    ]
    [
        InlineData("haan, kar do"),
        InlineData("manzoor hai"),
        InlineData("मंज़ूर"),
        InlineData("zaroor"),
        InlineData("go ahead"),
        InlineData("sure"),
        InlineData("of course"),
        InlineData("yes please")
    ]
    public void Clear_words_are_yes(string text) => Table.Read("yes-no", text).Should().Be("yes");

    [Theory]
    [
        InlineData("no"),
        InlineData("No."),
        InlineData("n"),
        InlineData("nope"),
        InlineData("nahi"),
        InlineData("nahin"),
        InlineData("nahiii"),
        InlineData("nhi"),
        InlineData("nai"),
        InlineData("नहीं"),
        InlineData("नही")
    ]
    [
        InlineData("जी नहीं"),
        InlineData("ji nahi"),
        InlineData("na"),
        InlineData("ना"),
        InlineData("mat karo"),
        InlineData("मत करो"),
        InlineData("nahi chahiye"),
        InlineData("नहीं चाहिए"),
        InlineData("galat hai")
    ]
    [
        InlineData("theek nahi hai"),
        InlineData("sahi nahi"),
        InlineData("not ok"),
        InlineData("manzoor nahi"),
        InlineData("namanzoor"),
        InlineData("नामंज़ूर"),
        InlineData("kabhi nahi"),
        InlineData("bilkul nahi")
    ]
    [InlineData("no thanks"), InlineData("i dont agree"), InlineData("nahi, nahi")]
    public void Clear_words_are_no(string text) => Table.Read("yes-no", text).Should().Be("no");

    [Theory]
    [
        InlineData("accha"),
        InlineData("acha"),
        InlineData("achha ji"),
        InlineData("अच्छा"),
        InlineData("ruko"),
        InlineData("रुको"),
        InlineData("ruk jao"),
        InlineData("rehne do"),
        InlineData("रहने दो")
    ]
    [
        InlineData("band karo"),
        InlineData("बंद करो"),
        InlineData("mat bhejo"),
        InlineData("मत भेजो"),
        InlineData("hmm"),
        InlineData("haan nahi"),
        InlineData("yes no"),
        InlineData("haan ya nahi"),
        InlineData("theek hai?")
    ]
    [
        InlineData("ok?"),
        InlineData("is it ok"),
        InlineData("galat nahi hai"),
        InlineData("not wrong"),
        InlineData("nahi theek hai"),
        InlineData("karo na"),
        InlineData("not sure"),
        InlineData("pata nahi")
    ]
    [
        InlineData("koi baat nahi"),
        InlineData("no problem"),
        InlineData("why not"),
        InlineData("kyun nahi"),
        InlineData("haan lekin abhi nahi"),
        InlineData("haha"),
        InlineData("👍👎"),
        InlineData("nahi 👍"),
        InlineData("ok 👎")
    ]
    [
        InlineData(""),
        InlineData("..."),
        InlineData("do"),
        InlineData("1"),
        InlineData("2"),
        InlineData("500"),
        InlineData("absolutely not"),
        InlineData("yes but 500"),
        InlineData("stop"),
        InlineData("cancel")
    ]
    [
        InlineData("haan paise mil gaye"),
        InlineData("loan mat do"),
        InlineData("hai"),
        InlineData("it is"),
        InlineData("nahi. haan."),
        InlineData("bilkul mat ruko")
    ]
    public void Words_on_which_speakers_differ_are_neither(string text) => Table.Read("yes-no", text).Should().Be("?");

    [Fact]
    public void The_sample_has_no_swap_and_nothing_else_becomes_a_yes()
    {
        var answers = Table
            .Rows("utterances_sample.tsv")
            .Select(row => (Intent: row["intent"], Text: row["utterance"], Said: Table.Read("yes-no", row["utterance"])))
            .ToList();
        answers.Where(answer => answer.Said == "yes" && answer.Intent != "yes").Should().BeEmpty();
        answers.Where(answer => answer.Said == "no" && answer.Intent != "no").Should().BeEmpty();
    }

    [Fact]
    public void The_sample_is_understood_but_for_two_sayings_that_are_not_clear() =>
        Table
            .Rows("utterances_sample.tsv")
            .Where(row => row["intent"] is "yes" or "no" && Table.Read("yes-no", row["utterance"]) != row["intent"])
            .Select(row => row["utterance"])
            .Should()
            .BeEquivalentTo("sweet", "I dunno");

    private static readonly string[] Clear =
        "haan|yes|ok|theek hai|kar do|manzoor hai|sahi|हाँ|ठीक है|कर दो|right|sure|ji|bilkul|pakka|zaroor|जी|👍|haan ji|confirm".Split('|');
    private static readonly string[] Denials =
        "nahi|no|mat|not|नहीं|मत|na|ना|galat|dont|never|nhi|न|गलत|nai|nope|👎|❌|nahin|bilkul nahi|mat karo|no need".Split('|');
    private static readonly string[] Between = [" ", ", ", ". ", "! ", "  ", "; "];

    private static readonly Gen<string> Yeses = Of(Clear);

    /// <summary>Whatever is said beside it and wherever it stands, a denial never becomes a yes.</summary>
    [Fact]
    public void A_negation_anywhere_never_becomes_yes() =>
        Gen.Select(Yeses.Array[0, 4], Of(Denials).Array[1, 2], Of(Between), Gen.Int)
            .Select((yes, no, between, seed) => Shuffled([.. yes, .. no], between, seed))
            .Sample(text => Table.Read("yes-no", text) != "yes", iter: 20_000);

    /// <summary>Without one, nothing becomes a no.</summary>
    [Fact]
    public void Without_a_negation_nothing_becomes_no() =>
        Gen.Select(Yeses.Array[1, 4], Of(Between), Gen.Int)
            .Select((yes, between, seed) => Shuffled(yes, between, seed))
            .Sample(text => Table.Read("yes-no", text) == "yes", iter: 20_000);

    private static Gen<string> Of(string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static string Shuffled(string[] words, string between, int seed)
    {
        new Random(seed).Shuffle(words);
        return string.Join(between, words);
    }
}
