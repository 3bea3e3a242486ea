using DiGiBachat.Bot.Hosting;

namespace DiGiBachat.Bot.Tests.Understanding;

/// <summary>How much is understood of two tables: the specification's sample, and our own, which is kept apart from the sentences.</summary>
public class ScoreTests
{
    [Theory]
    [InlineData("utterances_sample.tsv")]
    [InlineData("utterances_own.tsv")]
    public void Ninety_seven_of_a_hundred_are_understood_with_no_swap_and_no_money_for_other_things(
        string file
    )
    {
        var score = Hearing.Scored(file);
        score.WrongLines.Should().BeEmpty();
        score.Rows.Where(r => r.IsSwap).Select(r => r.Row.Text).Should().BeEmpty();
        score.Rows.Where(r => r.IsMoneyAction).Select(r => r.Row.Text).Should().BeEmpty();
        var missed = score
            .Rows.Where(r => !r.IsRight)
            .Select(r => $"{r.Row.Text} is {r.Row.Intent}, not {r.Meaning.Intent}")
            .ToList();
        missed
            .Count.Should()
            .BeLessThanOrEqualTo(score.Rows.Count * 3 / 100, string.Join("; ", missed));
    }

    [Fact]
    public void What_is_heard_beside_the_intent_is_right_in_the_sample() =>
        Hearing
            .Scored("utterances_sample.tsv")
            .Rows.Where(r => r.IsRight && !Score.SlotsAreRight(r))
            .Select(r => r.Row.Text)
            .Should()
            .BeEmpty();

    [Fact]
    public void The_own_table_is_large_and_not_the_sample()
    {
        var own = Hearing.Rows("utterances_own.tsv").Select(r => r[0]).ToList();
        own.Count.Should().BeGreaterThanOrEqualTo(600);
        own.Intersect(Hearing.Rows("utterances_sample.tsv").Select(r => r[0]))
            .Count()
            .Should()
            .BeLessThan(own.Count / 50);
    }

    [Fact]
    public void Bad_rows_are_told_with_their_line_and_the_others_counted()
    {
        var score = new Score(Hearing.Catalog, new DateOnly(2026, 4, 5));
        score.Take([
            "utterance\tlang\tscript\tintent\tslots\tcontext\taccept_also",
            "balance\ten\tLatn\tbalance\t{}\t\t",
            "balance\ten",
            "loan\ten\tLatn\tapply_loan\t{\"a\t\t",
            "",
            "menu\ten\tLatn\tmenu",
        ]);
        score.WrongLines.Should().HaveCount(2);
        score.WrongLines[0].Should().StartWith("line 3:");
        score.WrongLines[1].Should().StartWith("line 4:").And.Contain("no JSON");
        score.Rows.Select(r => r.IsRight).Should().Equal(true, true);
        score
            .Report()
            .Should()
            .Contain("understood: 2 of 2 (100.0 %)")
            .And.Contain("not counted, line 3");
    }

    [Fact]
    public void A_table_without_its_columns_is_told_and_one_that_is_not_there_ends_with_1()
    {
        var score = new Score(Hearing.Catalog, new DateOnly(2026, 4, 5));
        score.Take(["a\tb", "c\td"]);
        score.Report().Should().Contain("the columns utterance and intent are missing");
        UnderstandCommand.Run(["--score", "no-such-file.tsv"]).Should().Be(1);
    }
}
