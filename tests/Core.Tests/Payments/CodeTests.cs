using CsCheck;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Tests.Payments;

public sealed class CodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly Gen<PaymentCode> Codes = Gen.Int[0, PaymentCode.Count - 1].Select(PaymentCode.Of);

    [Fact]
    public void A_payment_code_is_five_characters_and_says_the_same_for_the_same_number()
    {
        // 1 = 0001, check α (2); α·(1·α + 1) = α² + α, and so on: worked by hand in GF(32).
        PaymentCode.Of(0).Text.Should().Be("00000");
        PaymentCode.Of(1).Text.Should().Be("00012");
        PaymentCode.Of(33).Text.Should().Be("00116");
        PaymentCode.Of(PaymentCode.Count - 1).Text.Should().StartWith("ZZZZ").And.HaveLength(5);
    }

    [Fact]
    public void Every_payment_code_is_read_back_and_no_two_are_the_same()
    {
        var seen = new HashSet<string>();
        for (var number = 0; number < PaymentCode.Count; number += 7)
        {
            var code = PaymentCode.Of(number);
            seen.Add(code.Text);
            Assert.True(PaymentCode.TryParse(code.Text, out var read) && read == code);
        }
        seen.Should().HaveCount((PaymentCode.Count + 6) / 7);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(PaymentCode.Count)]
    public void A_number_beyond_the_codes_has_none(int number)
    {
        var making = () => PaymentCode.Of(number);
        making.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("00116", "00116")]
    [InlineData("ooii6", "00116")]
    [InlineData("OOLl6", "00116")]
    [InlineData(" 00-116 ", "00116")]
    [InlineData("zzzz", null)]
    [InlineData("00117", null)]
    [InlineData("001160", null)]
    [InlineData("0011U", null)]
    [InlineData("००११६", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_payment_code_is_read_as_people_type_it(string? typed, string? code)
    {
        PaymentCode.TryParse(typed, out var read).Should().Be(code is not null);
        read.Text.Should().Be(code);
    }

    [Fact]
    public void Every_slip_of_one_character_is_caught()
    {
        Codes.Sample(code =>
        {
            for (var place = 0; place < PaymentCode.Length; place++)
            {
                foreach (var other in Alphabet.Where(character => character != code.Text[place]))
                {
                    Caught($"{code.Text[..place]}{other}{code.Text[(place + 1)..]}");
                }
            }
        });
    }

    [Fact]
    public void Every_exchange_of_two_different_characters_is_caught()
    {
        Codes.Sample(code =>
        {
            for (var first = 0; first < PaymentCode.Length; first++)
            {
                for (var second = first + 1; second < PaymentCode.Length; second++)
                {
                    var typed = code.Text.ToCharArray();
                    (typed[first], typed[second]) = (typed[second], typed[first]);
                    if (typed[first] != typed[second])
                    {
                        Caught(new string(typed));
                    }
                }
            }
        });
    }

    [Fact]
    public void One_in_thirty_two_of_what_is_typed_at_random_passes()
    {
        var passing = Alphabet.SelectMany(a => Alphabet.SelectMany(b => Alphabet.Select(c => $"K{a}{b}{c}7")));
        passing.Count(text => PaymentCode.TryParse(text, out _)).Should().Be(32 * 32);
    }

    [Fact]
    public void An_invite_code_is_eight_characters_of_forty_bits()
    {
        InviteCode.Of(0).Text.Should().Be("00000000");
        InviteCode.Of((1UL << 40) - 1).Text.Should().Be("ZZZZZZZZ");
        InviteCode.Of(1UL << 40).Text.Should().Be("00000000");
        InviteCode.Of(32).Text.Should().Be("00000010");
    }

    [Theory]
    [InlineData("KM4TX7QP", "KM4TX7QP")]
    [InlineData("km4t x7qp", "KM4TX7QP")]
    [InlineData("km4t-x7qo", "KM4TX7Q0")]
    [InlineData("KM4TX7Q", null)]
    [InlineData("KM4TX7QPP", null)]
    [InlineData("KM4TX7Q!", null)]
    [InlineData(null, null)]
    public void An_invite_code_is_read_as_people_type_it(string? typed, string? code)
    {
        InviteCode.TryParse(typed, out var read).Should().Be(code is not null);
        read.Text.Should().Be(code);
    }

    [Fact]
    public void For_all_bits_an_invite_code_is_read_back()
    {
        Gen.ULong.Sample(bits =>
        {
            InviteCode.TryParse(InviteCode.Of(bits).Text, out var read).Should().BeTrue();
            read.Should().Be(InviteCode.Of(bits));
        });
    }

    private static void Caught(string typed) => Assert.False(PaymentCode.TryParse(typed, out _), typed);
}
