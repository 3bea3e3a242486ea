using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Tests.Slots;

public class OpeningTextTests
{
    private static readonly NamedMember[] Members =
    [
        new(1, "Meera Sharma", "1234"),
        new(2, "Sunita Devi", "4321"),
        new(3, "Ravi", "0007"),
        new(9, "Sunita Yadav", "7777"),
    ];

    [Theory]
    [InlineData("sunita devi savings 3400", "2 s3400")]
    [InlineData("2 savings 3,400 loan 2000 at 2% for 5 months fines 20", "2 s3400 f20 l2000 200 5")]
    [InlineData("2 karz 2000 1.5% 5 mahine flat", "2 l2000 150 5 flat")]
    [InlineData("सुनीता देवी बचत ३४०० कर्ज़ 2000 2% 5 महीने दंड 20", "2 s3400 f20 l2000 200 5")]
    [InlineData("cash 1,200, bank 5000", "Cash 1200; Bank 5000")]
    [InlineData("नकद 1200", "Cash 1200")]
    [InlineData("sunita savings 3400", "which-member")]
    [InlineData("kavita savings 3400", "no-such-member")]
    [InlineData("what is this", "not-understood")]
    [InlineData("2 savings lots", "not-understood")]
    public void A_line_in_words_says_whose_and_what(string text, string expected) => Shown(text).Should().Be(expected);

    [Theory]
    [InlineData(
        "Name,Savings,Loan,Rate,Months,Fines\nMeera,3400,,,,\n\"Sunita Devi\",\"1,000\",2000,1.5%,5,20\nTotal,4400,,,,",
        "1 s3400; 2 s1000 f20 l2000 150 5"
    )]
    [InlineData("नाम;कर्ज़;बचत\nमीरा;;3400\nRavi;500;२००", "1 s3400; 3 s200 l500")]
    [InlineData("No\tName\tSavings\n9\tSunita\t700\n3\tRavi\t0", "9 s700; 3 s0")]
    [InlineData("Meera Sharma 3400 2000 2 5\nSunita Devi 500", "1 s3400 l2000 200 5; 2 s500")]
    [InlineData("1,Meera,3400\n2,Kavita,100\nCash,50\nbank,60", "1 s3400; no-such-member; Cash 50; Bank 60")]
    [InlineData("Name,Savings\nMeera,lots\nRavi,-5", "not-understood; not-understood")]
    [InlineData("Name,Savings\nSunita,5", "which-member")]
    [InlineData("Ravi,500,200", "3 s500 l200")]
    public void A_table_is_read_with_and_without_a_header(string text, string expected) => Shown(text).Should().Be(expected);

    [Theory]
    [InlineData("Name,Savings\nMeera,5", true)]
    [InlineData("Meera,5\nRavi,6", false)]
    [InlineData("savings", false)]
    public void Only_a_table_with_a_header_starts_it_by_itself(string text, bool starts) =>
        (Table.Read("opening-table", text, null, Members) != "?").Should().Be(starts);

    private static string Shown(string text) => string.Join("; ", OpeningText.Read(text, new(Table.Today, "en", Members)).Select(Shown));

    private static string Shown(OpeningItem item) =>
        item switch
        {
            OpeningItem.Purse purse => $"{purse.Of} {purse.Paise / 100}",
            OpeningItem.Member m =>
                $"{m.Number}{Figure(" s", m.Savings)}{Figure(" f", m.Fines)}{Figure(" l", m.Loan?.Paise)}{Word(m.Loan?.BasisPoints)}{Word(m.Loan?.Months)}{Word(m.Loan?.Method)}",
            OpeningItem.Doubtful doubtful => doubtful.Reason.Split('.')[1],
            _ => "?",
        };

    private static string Figure(string sign, long? paise) => paise is { } p ? $"{sign}{p / 100}" : "";

    private static string Word(object? said) => said is null ? "" : $" {said}";
}
