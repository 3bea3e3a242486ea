using DiGiBachat.Bot.Dialogs.Checks;
using DiGiBachat.Bot.Dialogs.Understanding;
using DiGiBachat.Bot.Tests.Dialogs;

namespace DiGiBachat.Bot.Tests.Understanding;

/// <summary>Good words and sentences, spoilt in one place at a time; each fault is found at its line.</summary>
public class SentenceChecksTests
{
    private const string Words = """
        small: { en: "the", hi: "है", hi-Latn: "hai" }
        self: { en: "my" }
        postposition: { hi-Latn: "ka" }
        greeting: { en: "hello" }
        yes-word: { en: "yes" }
        not: { en: "not" }
        forbidding: { hi-Latn: "mat" }
        doing: { hi-Latn: "karo" }
        foreign: { en: "card" }
        purpose-after: { hi-Latn: "ke liye" }
        purpose-before: { en: "for" }
        income: { en: "salary" }
        period: { en: "july" }
        loan: { en: "loan" }
        payment: { en: "payment" }
        member: { en: "member" }
        want: { en: "want, need", hi-Latn: "chahiye" }
        show: { en: "show" }
        """;

    private const string Sentences = """
        loan:
          - "loan want [{amount}]"
        balance:
          - "show [member]"
        """;

    [Fact]
    public void The_good_ones_are_without_fault() => Faults(Words, Sentences).Should().BeEmpty();

    [Theory]
    [InlineData(
        "show [member]",
        "show [bogus]",
        "sentences.yaml:4: sentence-shape: 'show [bogus]': there is no family 'bogus'"
    )]
    [InlineData(
        "[{amount}]",
        "[{weight}]",
        "sentences.yaml:2: sentence-shape: 'loan want [{weight}]': loan cannot read a slot 'weight'"
    )]
    [InlineData(
        "loan want [{amount}]",
        "loan want [{amount}",
        "sentences.yaml:2: sentence-shape: 'loan want [{amount}': brackets do not match, an alternative is empty, or nothing in it must be said"
    )]
    [InlineData(
        "show [member]",
        "show/ [member]",
        "sentences.yaml:4: sentence-shape: 'show/ [member]': brackets do not match, an alternative is empty, or nothing in it must be said"
    )]
    [InlineData(
        "show [member]",
        "[show]",
        "sentences.yaml:4: sentence-shape: '[show]': brackets do not match, an alternative is empty, or nothing in it must be said"
    )]
    [InlineData(
        "show [member]",
        "want loan [show]",
        "sentences.yaml:4: sentence-twice: 'want loan [show]' needs the same words for balance as for loan"
    )]
    [InlineData(
        "balance:",
        "bogus:",
        "sentences.yaml:4: sentence-shape: 'bogus' is neither a dialog nor a command of the engine"
    )]
    public void A_spoilt_sentence_is_found_at_its_line(string good, string spoilt, string fault) =>
        Faults(Words, Sentences.Replace(good, spoilt, StringComparison.Ordinal))
            .Should()
            .Contain(fault);

    [Theory]
    [InlineData(
        "not: { en: \"not\" }\n",
        "",
        "words.yaml:1: word-shape: the family 'not' is missing; the reading of sentences needs it"
    )]
    [InlineData(
        "\"want, need\"",
        "\"want, , need\"",
        "words.yaml:17: word-shape: family 'want': '' is no word"
    )]
    [InlineData(
        "show: { en: \"show\" }",
        "show: [\"show\"]",
        "words.yaml:18: shape: family 'show' is a mapping of languages"
    )]
    [InlineData(
        "show: { en: \"show\" }",
        "show: { fr: \"montre\" }",
        "words.yaml:18: shape: family 'show' has en, hi and hi-Latn, each with words between commas"
    )]
    [InlineData(
        "show: { en: \"show\" }",
        "show: { en: \"show\" }\nweight: { en: \"weight\" }",
        "words.yaml:19: word-shape: no sentence names the family 'weight'; name it about-… if it is only there to forbid"
    )]
    public void A_spoilt_family_is_found_at_its_line(string good, string spoilt, string fault) =>
        Faults(Words.Replace(good, spoilt, StringComparison.Ordinal), Sentences)
            .Should()
            .Contain(fault);

    private static List<string> Faults(string words, string sentences) =>
        [
            .. DialogChecks
                .Check(
                    SampleDialogs.Read(),
                    SampleDialogs.Kinds,
                    [],
                    SampleDialogs.Texts,
                    SentenceBookReader.Read(words, sentences)
                )
                .Select(f => f.ToString())
                .Where(f =>
                    f.StartsWith("words.yaml", StringComparison.Ordinal)
                    || f.StartsWith("sentences.yaml", StringComparison.Ordinal)
                ),
        ];
}
