using DiGiBachat.Bot.Hosting;

namespace DiGiBachat.Bot.Tests.Hosting;

public sealed class UnderstandNumbersTests
{
    [Fact]
    public void A_table_of_any_columns_is_scored_and_every_miss_is_told()
    {
        var (code, said) = Score(
            "n\twords\tfigures\n1500\tdedh hazaar\t1,500\n\n500\tpaanch sau\t1,5\n7\t\tsaat\n1.5\tdedh\n200\tdo sau teen sau\t1000 crore\n"
        );
        code.Should().Be(0);
        said.Should()
            .Equal(
                "line 4, figures: '1,5' is read as nothing, not 500",
                "line 7, words: 'do sau teen sau' is read as 200 or 300, not 200",
                "line 7, figures: '1000 crore' is read as too large, not 200",
                "words    3 of 4  75.00 %",
                "figures  2 of 4  50.00 %",
                "all      5 of 8  62.50 %"
            );
    }

    [Fact]
    public void A_bad_row_is_told_with_its_line_and_skipped()
    {
        var (code, said) = Score("n\twords\nfive\tpaanch\n5\tpaanch\n6\tchhe\tchhah\n");
        code.Should().Be(0);
        said.Should()
            .Equal(
                "line 2 is skipped: 'five' is no number",
                "line 4 is skipped: 3 cells under 2 names",
                "words  1 of 1  100.00 %",
                "all    1 of 1  100.00 %"
            );
    }

    [Fact]
    public void What_is_no_table_cannot_be_read()
    {
        Score("").Code.Should().Be(1);
        Score("numbers\n1\n").Code.Should().Be(1);
        using var said = new StringWriter();
        UnderstandNumbers.Score(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "none.tsv"), said).Should().Be(1);
        said.ToString().Should().Contain("none.tsv cannot be read: ");
        UnderstandNumbers.Score(Path.GetTempPath(), said).Should().Be(1);
    }

    private static (int Code, string[] Said) Score(string table)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, table);
            using var said = new StringWriter();
            return (UnderstandNumbers.Score(path, said), said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
