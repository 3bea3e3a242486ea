namespace DiGiBachat.Bot.Tests.Slots;

/// <summary>Tables of our own, written from the language by hand: what people type, and what it is.</summary>
public class OwnTablesTests
{
    [Fact]
    public void Yes_and_no_are_read_as_the_table_has_them() =>
        Misses(Table.Rows("yes_no_own.tsv").Select(row => ("yes-no", row["text"], row["answer"]))).Should().BeEmpty();

    [Fact]
    public void Amounts_are_read_as_the_table_has_them() =>
        Misses(Table.Rows("amounts_own.tsv").Select(row => ("money", row["text"], row["paise"]))).Should().BeEmpty();

    [Fact]
    public void Days_and_periods_are_read_as_the_table_has_them() =>
        Misses(Table.Rows("dates_own.tsv").Select(row => (row["kind"], row["text"], row["answer"]))).Should().BeEmpty();

    private static string Misses(IEnumerable<(string Kind, string Text, string Expected)> rows) =>
        string.Join(
            '\n',
            from row in rows
            let found = Table.Read(row.Kind, row.Text)
            where found != row.Expected
            select $"{row.Kind}: {row.Text} is {found}, not {row.Expected}"
        );
}
