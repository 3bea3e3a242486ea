using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Tests.Payments;

public sealed class UpiLinkTests
{
    private static readonly UpiRequest Request = new(
        Address("saheli.gat@okaxis"),
        "Saheli Bachat Gat",
        new Money(500_00),
        PaymentCode.Of(33),
        "Sunita July & June",
        "DB01K2Z-45"
    );

    [Fact]
    public void The_link_is_spelt_as_UPI_apps_want_it()
    {
        UpiLink.Of(Request)
            .Should()
            .Be("upi://pay?pa=saheli.gat@okaxis&pn=Saheli%20Bachat%20Gat&am=500.00&cu=INR&tn=00116%20Sunita%20July%20%26%20June&tr=DB01K2Z-45");
    }

    [Theory]
    [InlineData(1, "0.01")]
    [InlineData(5, "0.05")]
    [InlineData(10_00_000_50, "1000000.50")]
    public void The_amount_has_two_decimals_and_no_grouping(long paise, string amount)
    {
        UpiLink.Of(Request with { Amount = new(paise) }).Should().Contain($"&am={amount}&cu=INR");
    }

    [Fact]
    public void The_note_begins_with_the_code_and_has_at_most_fifty_characters()
    {
        var exact = new string('x', 44);
        UpiLink.NoteOf(Request.Code, exact).Should().Be($"00116 {exact}").And.HaveLength(50);
        UpiLink.NoteOf(Request.Code, exact + "y").Should().Be($"00116 {exact}");
        UpiLink.NoteOf(Request.Code, "").Should().Be("00116");
    }

    [Fact]
    public void The_note_is_one_line_and_cut_between_letters()
    {
        UpiLink.NoteOf(Request.Code, " July\n\tdues ").Should().Be("00116 July dues");
        // 43 characters and a letter of two (consonant and vowel sign) would be 51.
        UpiLink.NoteOf(Request.Code, new string('x', 43) + "नी").Should().Be("00116 " + new string('x', 43));
        UpiLink.NoteOf(Request.Code, new string('x', 42) + "नी").Should().EndWith("नी").And.HaveLength(50);
    }

    [Theory]
    [InlineData("")]
    [InlineData("has space")]
    [InlineData("a&b")]
    [InlineData("123456789012345678901234567890123456")]
    public void A_reference_that_does_not_fit_makes_no_link(string reference)
    {
        var making = () => UpiLink.Of(Request with { Reference = reference });
        making.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_reference_of_thirty_five_characters_fits()
    {
        UpiLink.Of(Request with { Reference = new string('7', 35) }).Should().EndWith("&tr=" + new string('7', 35));
    }

    [Fact]
    public void Nothing_to_pay_no_name_or_no_payee_makes_no_link()
    {
        foreach (var wrong in new[] { Request with { Amount = Money.Zero }, Request with { PayeeName = " " }, Request with { Payee = default } })
        {
            var making = () => UpiLink.Of(wrong);
            making.Should().Throw<ArgumentException>();
        }
    }

    [Theory]
    [InlineData("saheli@upi", "saheli@upi")]
    [InlineData("  Meera.Devi-2_x@OkHDFCbank ", "meera.devi-2_x@okhdfcbank")]
    [InlineData("9876543210@kotak811", "9876543210@kotak811")]
    [InlineData("meera@gmail.com", null)]
    [InlineData("m@ybl", null)]
    [InlineData("meera@y", null)]
    [InlineData("meera@8ybl", null)]
    [InlineData("meera", null)]
    [InlineData("me era@ybl", null)]
    [InlineData("meera@@ybl", null)]
    [InlineData("meera@ybl&am=1", null)]
    [InlineData("meera@ybl\n", "meera@ybl")]
    [InlineData("मीरा@ybl", null)]
    [InlineData(null, null)]
    public void A_UPI_address_is_told_from_what_is_none(string? typed, string? address)
    {
        UpiAddress.TryParse(typed, out var read).Should().Be(address is not null);
        read.Text.Should().Be(address);
    }

    private static UpiAddress Address(string text) => UpiAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text);
}
