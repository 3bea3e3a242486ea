using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Tests.Slots;

public class MemberSlotTests
{
    private static readonly NamedMember[] Members =
    [
        new(1, "Meera Sharma", "1234"),
        new(2, "Sunita Devi", "4321"),
        new(3, "सुनीता यादव", "7777"),
        new(4, "Ravi Kumar", "0007"),
        new(5, "Rekha Devi", ""),
        new(7, "सरला बाई", "4321"),
        new(12, "Shabnam", "9999"),
        new(13, "Lakshmi Patil", "1111"),
    ];

    [Theory]
    [InlineData("7", "7")]
    [InlineData("member 7", "7")]
    [InlineData("#7", "7")]
    [InlineData("सदस्य ७", "7")]
    [InlineData("meera", "1")]
    [InlineData("Meera ji", "1")]
    [InlineData("मीरा", "1")]
    [InlineData("mira sharma", "1")]
    [InlineData("sunita", "2 | 3")]
    [InlineData("सुनीता", "2 | 3")]
    [InlineData("suneeta didi", "2 | 3")]
    [InlineData("sunita devi", "2")]
    [InlineData("sunita yadav", "3")]
    [InlineData("devi", "2 | 5")]
    [InlineData("sarla", "7")]
    [InlineData("saral", "7")]
    [InlineData("sunita de", "?")]
    [InlineData("sha", "1 | 12")]
    [InlineData("laxmi", "13")]
    [InlineData("लक्ष्मी", "13")]
    [InlineData("1111", "13")]
    [InlineData("4321", "2 | 7")]
    [InlineData("0007", "7 | 4")]
    [InlineData("99", "!slots.no-such-member")]
    [InlineData("5555", "!slots.no-such-member")]
    [InlineData("suneeta devi", "2")]
    [InlineData("sunitha devi ji", "2")]
    [InlineData("सुनिता देवी", "2")]
    [InlineData("sunita didi", "2 | 3")]
    [InlineData("sharma", "1")]
    [InlineData("शर्मा", "1")]
    [InlineData("yadav", "3")]
    [InlineData("kumar ravi", "4")]
    [InlineData("lakshmi ben", "?")]
    [InlineData("lakhsmi", "13")]
    [InlineData("laksmi", "13")]
    [InlineData("shabnma", "12")]
    [InlineData("sumita", "2 | 3")]
    [InlineData("savita", "?")]
    [InlineData("mina", "?")]
    [InlineData("number 7", "7")]
    [InlineData("7 number", "7")]
    [InlineData("7 नंबर", "7")]
    [InlineData("सदस्य सात", "7")]
    [InlineData("सात", "?")]
    [InlineData("do", "?")]
    [InlineData("member saat", "7")]
    [InlineData("kavita", "?")]
    [InlineData("me", "?")]
    [InlineData("sunita 500", "?")]
    [InlineData("", "?")]
    public void A_member_is_found_and_never_one_of_two(string text, string expected) =>
        Table.Read("member", text, null, Members).Should().Be(expected);
}
