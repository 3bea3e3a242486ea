using System.Globalization;
using CsCheck;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Tests.Slots;

public class NumberWordsTests
{
    [Fact]
    public void Every_column_of_the_number_table_is_the_number_of_its_row()
    {
        var rows = Table.Rows("numbers_sample.tsv");
        rows.Should().HaveCount(250);
        var misses =
            from row in rows
            from cell in row.Skip(1)
            let expected = long.Parse(row["n"], CultureInfo.InvariantCulture) * 100
            let found = Table.Read("money", cell.Value)
            where found != expected.ToString(CultureInfo.InvariantCulture)
            select $"{cell.Key}: {cell.Value} is {found}";
        misses.Should().BeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    [InlineData("hi-Latn")]
    public void A_number_written_in_words_is_read_as_itself(string language) =>
        Gen.OneOf(Gen.Long[0, 9_999], Gen.Long[0, NumberWords.Largest])
            .Sample(number => NumberWords.Read(AmountWords.Of(number, language)) == number, iter: 20_000);

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    [InlineData("hi-Latn")]
    public void Every_number_below_two_thousand_written_in_words_is_read_as_itself(string language) =>
        Enumerable.Range(0, 2_000).Where(number => NumberWords.Read(AmountWords.Of(number, language)) != number).Should().BeEmpty();

    [Fact]
    public void No_spelling_of_a_hindi_number_stands_for_two_numbers() =>
        HindiNumbers.Spellings.GroupBy(entry => Normaliser.Lowered(entry.Word)).Where(group => group.Select(entry => entry.Value).Distinct().Count() > 1)
            .Select(group => group.Key).Should().BeEmpty();

    [Fact]
    public void Every_spelling_of_a_hindi_number_is_read_as_it() =>
        HindiNumbers.Spellings.Where(entry => NumberWords.Read(entry.Word) != entry.Value).Should().BeEmpty();

    [Theory]
    [InlineData("डेढ़ सौ", 150)]
    [InlineData("ढाई हज़ार", 2_500)]
    [InlineData("साढ़े तीन हज़ार", 3_500)]
    [InlineData("सवा लाख", 1_25_000)]
    [InlineData("पौने दो लाख", 1_75_000)]
    [InlineData("पौने हजार", 750)]
    [InlineData("सवा दो करोड़", 2_25_00_000)]
    [InlineData("dedh lakh", 1_50_000)]
    [InlineData("dhaai hazaar", 2_500)]
    [InlineData("saadhe saat sau", 750)]
    [InlineData("sade 3 hazar", 3_500)]
    [InlineData("sawa sau", 125)]
    [InlineData("paune char lakh", 3_75_000)]
    [InlineData("aadha lakh", 50_000)]
    [InlineData("half a lakh", 50_000)]
    [InlineData("two and a half thousand", 2_500)]
    [InlineData("ek hazaar paanch sau", 1_500)]
    [InlineData("pandrah sau", 1_500)]
    [InlineData("ikkis sau ikkis", 2_121)]
    [InlineData("bees sau", 2_000)]
    [InlineData("ek lakh pachaas", 1_00_050)]
    [InlineData("2k", 2_000)]
    [InlineData("2 K", 2_000)]
    [InlineData("1.5 lakh", 1_50_000)]
    [InlineData("2 lakh 50 hazaar", 2_50_000)]
    [InlineData("2lakh 50hazar", 2_50_000)]
    [InlineData("1.2 cr", 1_20_00_000)]
    [InlineData("5 sau", 500)]
    [InlineData("5 sau 50", 550)]
    [InlineData("1 hazaar 500", 1_500)]
    [InlineData("paanch panch sau", null)]
    [InlineData("nau sau ninyanve", 999)]
    [InlineData("twenty one", 21)]
    [InlineData("twenty-one hundred", 2_100)]
    [InlineData("a hundred", 100)]
    [InlineData("one million two hundred thousand", 12_00_000)]
    [InlineData("hazaar", 1_000)]
    [InlineData("Paaaanch Hazaaaar", 5_000)]
    [InlineData("निन्यानवे करोड़ निन्यानवे लाख निन्यानवे हज़ार नौ सौ निन्यानवे", 99_99_99_999)]
    [InlineData("sau karod", null)]
    [InlineData("five hundred six hundred", null)]
    [InlineData("tees bees", null)]
    [InlineData("k", null)]
    [InlineData("sava", null)]
    [InlineData("kar do", null)]
    [InlineData("", null)]
    public void Words_are_numbers(string text, int? expected)
    {
        var found = NumberWords.Read(text);
        found.Should().Be(expected);
    }

    [Theory]
    [InlineData("paanch", 5), InlineData("panch", 5), InlineData("paach", 5), InlineData("पांच", 5), InlineData("chhe", 6), InlineData("che", 6), InlineData("छः", 6)]
    [InlineData("gyara", 11), InlineData("unnees", 19), InlineData("pachis", 25), InlineData("pachchees", 25), InlineData("athais", 28), InlineData("untees", 29)]
    [InlineData("chalees", 40), InlineData("byalis", 42), InlineData("chawalis", 44), InlineData("chiyalis", 46), InlineData("unchas", 49), InlineData("ikyawan", 51)]
    [InlineData("tirpan", 53), InlineData("unsath", 59), InlineData("saath", 60), InlineData("saat", 7), InlineData("painsath", 65), InlineData("sattar", 70), InlineData("satrah", 17)]
    [InlineData("unasi", 79), InlineData("navasi", 89), InlineData("nabbe", 90), InlineData("बानवे", 92), InlineData("छियानवे", 96), InlineData("उन्यासी", 79), InlineData("पंद्रह", 15)]
    [InlineData("ninyanbe", 99), InlineData("chhihattar", 76), InlineData("pichattar", 75), InlineData("athhattar", 78), InlineData("sathattar", 77)]
    public void Spellings_differ_and_mean_the_same(string text, long expected) => NumberWords.Read(text).Should().Be(expected);
}
