using System.Globalization;
using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Tests.Slots;

public class MeetingTextTests
{
    private static readonly NamedMember[] Members =
    [
        new(1, "Meera Sharma", "1234"),
        new(2, "Sunita Devi", "4321"),
        new(4, "Ravi Kumar", "0007"),
        new(5, "Rekha Devi", ""),
        new(7, "सरला बाई", "4322"),
        new(9, "Sunita Yadav", "7777"),
        new(12, "Shabnam", "9999"),
    ];

    [Theory]
    [InlineData("all 100, 7 no, 12 500 repay", "all 100; none 7; 12 repays 500")]
    [InlineData("sab 100, 7 nahi, 12 500 karz", "all 100; none 7; 12 repays 500")]
    [InlineData("सब 100, सरला नहीं, 12 ने 500 लौटाए", "all 100; none 7; 12 repays 500")]
    [InlineData("सब १००, ७ नहीं, शबनम ने ५०० कर्ज़", "all 100; none 7; 12 repays 500")]
    [InlineData("all 100 except 7 9, 4 200, 12 500 repay, 12 50 fine", "all 100 but 7 9; 4 saves 200; 12 repays 500; 12 fined 50")]
    [InlineData("all 100 except 7, 9, 4 200", "all 100 but 7 9; 4 saves 200")]
    [InlineData("sab 100, 7 9 ko chhodkar", "all 100; ? 7 9 ko chhodkar")]
    [InlineData("7 aur 9 ko chhodkar sab 100", "all 100 but 7 9")]
    [InlineData("sabne 100 diye, meera 200", "all 100; 1 saves 200")]
    [InlineData("everyone, 7 none", "all; none 7")]
    [InlineData("4 200\n12 500 repay\n7 no", "4 saves 200; 12 repays 500; none 7")]
    [InlineData("4 200; 12 500 repay loan 3", "4 saves 200; 12 repays 500 of 3")]
    [InlineData("12 500 karz lautaye, meera 100 jama", "12 repays 500; 1 saves 100")]
    [InlineData("7, 9 no, 4 200", "none 7 9; 4 saves 200")]
    [InlineData("all 1OO, 4 5oo", "all 100; 4 saves 500")]
    [InlineData("all 1,000, 4 1,00,000", "all 1000; 4 saves 100000")]
    [InlineData("4:200, 12-500 repay, 7=no", "4 saves 200; 12 repays 500; none 7")]
    [InlineData("12,500 repay, 4 200", "12 repays 500; 4 saves 200")]
    [InlineData("rekha paanch sau, ravi dhai sau", "5 saves 500; 4 saves 250")]
    [InlineData("7 and 9 200, 4 0", "7 9 saves 200; none 4")]
    [InlineData("500 meera, 4 200", "1 saves 500; 4 saves 200")]
    [InlineData("sunita 200, 4 100", "which of 2 200 | 9 200; 4 saves 100")]
    [InlineData("4 20 50, 12 100", "? 4 20 50; 12 saves 100")]
    [InlineData("kavita 200, 99 100, 4 100", "? kavita 200; ? 99 100; 4 saves 100")]
    [InlineData("all 100 repay", "? all 100 repay")]
    [InlineData("12 500 repay fine", "? 12 500 repay fine")]
    public void Each_item_is_read_by_itself(string text, string expected) => Shown(text).Should().Be(expected);

    [Theory]
    [InlineData("all 100", true)]
    [InlineData("sab 100", true)]
    [InlineData("4 200, 12 500 repay", true)]
    [InlineData("12 500 repay", false)]
    [InlineData("all", false)]
    [InlineData("balance", false)]
    [InlineData("cash 4 200", false)]
    [InlineData("meera sharma, ravi", false)]
    [InlineData("hello, how are you", false)]
    public void Only_what_can_be_nothing_else_starts_a_meeting_by_itself(string text, bool starts) =>
        (Table.Read("meeting", text, null, Members) != "?").Should().Be(starts);

    [Fact]
    public void A_message_of_fifty_members_is_read_to_the_last()
    {
        NamedMember[] fifty =
        [
            .. Enumerable.Range(1, 50).Select(n => new NamedMember(n, $"Sunita Devi {(char)('A' + (n / 26))}{(char)('A' + (n % 26))}", "")),
        ];
        var text = string.Join(", ", fifty.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Number} {m.Number * 10} repay")));
        MeetingText.Read(text, new(Table.Today, "en", fifty)).Should().HaveCount(50).And.AllBeOfType<MeetingItem.Brought>();
        Table.Read("meeting", text + new string(' ', 1_601), null, fifty).Should().Be("?");
    }

    [Theory]
    [InlineData("7 9", "7 9")]
    [InlineData("rekha, ravi", "4 5")]
    [InlineData("nobody", "none")]
    [InlineData("koi nahi", "none")]
    [InlineData("कोई नहीं", "none")]
    [InlineData("sunita", "?")]
    [InlineData("xyz", "?")]
    public void Members_in_a_row_are_read_by_number_and_name(string text, string expected) =>
        Table.Read("member-list", text, null, Members).Should().Be(expected);

    [Theory]
    [InlineData("khali", "0")]
    [InlineData("खाली है", "0")]
    [InlineData("1200", "120000")]
    [InlineData("full", "?")]
    public void An_empty_box_is_counted_in_words(string text, string paise) => Table.Read("counted-cash", text).Should().Be(paise);

    private static string Shown(string text) => string.Join("; ", MeetingText.Read(text, new(Table.Today, "en", Members)).Select(Shown));

    private static string Shown(MeetingItem item) =>
        item switch
        {
            MeetingItem.Everybody all => "all"
                + (all.Paise is { } p ? $" {p / 100}" : "")
                + (all.Except.Count > 0 ? " but " + string.Join(' ', all.Except) : ""),
            MeetingItem.Nothing none => "none " + string.Join(' ', none.Members),
            MeetingItem.Brought { For: BroughtFor.Saving } b => $"{string.Join(' ', b.Members)} saves {b.Paise / 100}",
            MeetingItem.Brought { For: BroughtFor.Repayment } b => $"{string.Join(' ', b.Members)} repays {b.Paise / 100}"
                + (b.Loan is { } l ? $" of {l}" : ""),
            MeetingItem.Brought b => $"{string.Join(' ', b.Members)} fined {b.Paise / 100}",
            MeetingItem.Doubtful { Candidates.Count: > 0 } d => "which of " + string.Join(" | ", d.Candidates),
            _ => "? " + item.Said,
        };
}
