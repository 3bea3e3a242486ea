using CsCheck;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Hosting;

namespace DiGiBachat.Bot.Tests.Slots;

/// <summary>Whatever way a number is said in, it is read as itself.</summary>
public class SpokenNumbersTests
{
    private const int Lots = 30_000;

    private static readonly decimal[] Scales = [100, 1_000, 1_00_000, 1_00_00_000];

    private static readonly Gen<long> Numbers = Gen.OneOf(
        Gen.Long[0, 99],
        Gen.Long[0, 9_999],
        Gen.Long[0, 9_99_999],
        Gen.Long[0, NumberWords.Largest],
        Gen.Long[0, 99_999].Select(thousands => thousands * 1_000)
    );

    [Fact]
    public void No_spelling_of_the_table_stands_for_two_numbers() =>
        Speaker
            .Words.SelectMany(entry => entry.Value.Select(word => (word, entry.Key.Value)))
            .GroupBy(entry => entry.word, entry => entry.Value)
            .Where(values => values.Distinct().Count() > 1)
            .Select(values => values.Key)
            .Should()
            .BeEmpty();

    [Fact]
    public void Every_word_below_a_hundred_is_read_as_itself_in_every_spelling()
    {
        var misses =
            from entry in Speaker.Words
            where entry.Key.Value is >= 0 and < 100 && entry.Key.Value == decimal.Truncate(entry.Key.Value)
            from word in entry.Value
            where NumberWords.Read(word) != entry.Key.Value
            select $"{entry.Key.Value}: {word} is {NumberWords.Read(word)}";
        string.Join('\n', misses).Should().BeEmpty();
    }

    [Theory]
    [InlineData(Voice.Hindi)]
    [InlineData(Voice.RomanHindi)]
    [InlineData(Voice.EnglishIndian)]
    [InlineData(Voice.EnglishWestern)]
    [InlineData(Voice.Mixed)]
    public void A_number_said_in_any_way_is_read_as_itself(Voice voice) =>
        Gen.Select(Numbers, Gen.Int)
            .Select((number, seed) => (number, said: Speaker.Speak(number, voice, new Random(seed))))
            .Sample(
                spoken => NumberWords.Read(spoken.said) == spoken.number,
                print: spoken => $"{spoken.number}: {spoken.said} is {NumberWords.Read(spoken.said)}",
                iter: Lots
            );

    [Fact]
    public void Halves_and_quarters_are_read_as_themselves() =>
        Gen.Select(Gen.Int[3, 396], Gen.Int[0, 3].Select(i => Scales[i]), Gen.Bool, Gen.Int)
            .Where((quarters, scale, _, _) => quarters % 4 != 0 && (scale > 100 || quarters < 40))
            .Select(
                (quarters, scale, devanagari, seed) =>
                    (value: quarters * scale / 4, said: Speaker.Fraction(quarters, scale, devanagari, new Random(seed)))
            )
            .Sample(
                spoken => NumberWords.Read(spoken.said) == spoken.value,
                print: spoken => $"{spoken.value}: {spoken.said} is {NumberWords.Read(spoken.said)}",
                iter: Lots
            );

    [Fact]
    public void Figures_of_either_grouping_and_script_are_read_as_themselves() =>
        Gen.Select(Numbers, Gen.Bool, Gen.Bool)
            .Sample(
                (number, indian, devanagari) =>
                    NumberWords.Read(Speaker.Figures(number, indian, devanagari)) == number
                    && NumberWords.Read(Speaker.Figures(number, indian, devanagari).Replace(",", "", StringComparison.Ordinal)) == number,
                iter: Lots
            );

    [Fact]
    public void An_amount_with_the_signs_and_words_of_money_is_read_as_itself() =>
        Gen.Select(Numbers, Gen.Int[0, Speaker.Moneys.Length - 1], Gen.Int)
            .Select((number, form, seed) => (number, said: Speaker.Money(number, form, new Random(seed))))
            .Sample(
                spoken => Table.Read("money", spoken.said) == $"{spoken.number * 100}",
                print: spoken => $"{spoken.number}: {spoken.said} is {Table.Read("money", spoken.said)}",
                iter: Lots
            );

    [Fact]
    public void Rupees_and_paise_are_one_amount() =>
        Gen.Select(Gen.Long[1, NumberWords.Largest - 1], Gen.Int[1, 99], Gen.Int)
            .Select((rupees, paise, seed) => (value: (rupees * 100) + paise, said: Speaker.RupeesAndPaise(rupees, paise, new Random(seed))))
            .Sample(
                spoken => Table.Read("money", spoken.said) == $"{spoken.value}",
                print: spoken => $"{spoken.value}: {spoken.said} is {Table.Read("money", spoken.said)}",
                iter: Lots
            );

    [Fact]
    public void Two_numbers_are_never_one() =>
        Gen.Select(Gen.Long[100, 999], Gen.Long[100, 999], Gen.Enum<Voice>(), Gen.Int)
            .Select(
                (first, second, voice, seed) =>
                    (
                        first,
                        second,
                        said: Speaker.Speak(first, voice, new Random(seed)) + " " + Speaker.Speak(second, voice, new Random(seed ^ 1))
                    )
            )
            .Where(spoken => spoken.first != spoken.second)
            .Sample(
                spoken =>
                    NumberWords.Read(spoken.said) is null
                    && (
                        Table.Read("money", spoken.said) is "?" or ['!', ..]
                        || Table.Read("money", spoken.said).Contains('|', StringComparison.Ordinal)
                    ),
                print: spoken => $"{spoken.first} {spoken.second}: {spoken.said} is {Table.Read("money", spoken.said)}",
                iter: Lots
            );

    [Theory]
    [InlineData("do sau teen sau", "20000 | 30000")]
    [InlineData("paanch hazaar do sau teen sau", "520000 | 30000")]
    [InlineData("ek lakh do lakh", "10000000 | 20000000")]
    [InlineData("dedh lakh saath hazaar", "15000000 | 6000000")]
    [InlineData("dedh lakh paanch hazaar", "15500000")]
    [InlineData("ढाई सौ", "25000")]
    [InlineData("पांच hundred", "50000")]
    [InlineData("छ: सौ", "60000")]
    [InlineData("hazaar karod", "!slots.amount-limit")]
    [InlineData("1 lakh 20 hazaar 5 sau", "12050000")]
    [InlineData("1.5L", "15000000")]
    [InlineData("2cr", "2000000000")]
    [InlineData("12,34,5", "?")]
    [InlineData("5 000", "?")]
    [InlineData("1 00 000", "?")]
    [InlineData("0500", "?")]
    public void Numbers_are_neither_guessed_nor_joined(string text, string expected) => Table.Read("money", text).Should().Be(expected);

    /// <summary>The table for the command `understand --numbers`. BACHAT_REWRITE_TABLES=1 writes it anew.</summary>
    [Fact]
    public void Our_own_table_is_what_the_speaker_says_and_all_of_it_is_understood()
    {
        var spoken = Spoken();
        if (Environment.GetEnvironmentVariable("BACHAT_REWRITE_TABLES") == "1")
        {
            File.WriteAllLines(Path.Combine(Tidy.Repository.Root, "tests", "Bot.Tests", "Data", "numbers_own.tsv"), spoken);
            return;
        }

        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "numbers_own.tsv")).Should().Equal(spoken);
        using var said = new StringWriter();
        UnderstandNumbers.Score(Path.Combine(AppContext.BaseDirectory, "Data", "numbers_own.tsv"), said).Should().Be(0);
        said.ToString().Should().NotContain("is read as").And.NotContain("skipped").And.MatchRegex(@"all +(\d+) of \1  100\.00 %");
    }

    private static List<string> Spoken()
    {
        var columns = (string[])
            [
                "n",
                "hi",
                "hi2",
                "hi-Latn",
                "hi-Latn2",
                "hi-Latn3",
                "en-IN",
                "en",
                "mixed",
                "figures-western",
                "figures-deva",
                "money",
                "money2",
            ];
        var table = new List<string> { string.Join('\t', columns) };
        var numbers = Enumerable
            .Range(0, 100)
            .Concat(Enumerable.Range(1, 99).Select(i => i * i * i * 101))
            .Concat([1_00_000, 10_00_000, 12_34_567, 1_00_00_000, 50_00_00_005, (int)NumberWords.Largest]);
        foreach (var number in numbers)
        {
            var chance = new Random(number);
            string Say(Voice voice) => Speaker.Speak(number, voice, chance);
            string Pay() => Speaker.Money(number, chance.Next(Speaker.Moneys.Length), chance);
            table.Add(
                string.Join(
                    '\t',
                    number,
                    Say(Voice.Hindi),
                    Say(Voice.Hindi),
                    Say(Voice.RomanHindi),
                    Say(Voice.RomanHindi),
                    Say(Voice.RomanHindi),
                    Say(Voice.EnglishIndian),
                    Say(Voice.EnglishWestern),
                    Say(Voice.Mixed),
                    Speaker.Figures(number, false, false),
                    Speaker.Figures(number, true, true),
                    Pay(),
                    Pay()
                )
            );
        }

        return table;
    }
}
