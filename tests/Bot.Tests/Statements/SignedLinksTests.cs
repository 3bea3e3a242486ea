using System.Buffers.Text;
using DiGiBachat.Bot.Statements;

namespace DiGiBachat.Bot.Tests.Statements;

public class SignedLinksTests
{
    private static readonly DateTimeOffset Expiry = new(2026, 4, 5, 10, 0, 0, TimeSpan.Zero);
    private static readonly byte[] OldKey = Key(1);
    private static readonly byte[] NewKey = Key(2);
    private static readonly SignedLinks Links = new(
        new LinkKeys(1, new Dictionary<byte, byte[]> { [1] = OldKey })
    );

    private static readonly LinkPayload Statement = new(
        LinkKind.Statement,
        Guid.Parse("0197f3a2-1c55-7b1e-9a4d-3f2e1d0c9b8a"),
        7,
        12,
        "hi-Latn",
        new DateOnly(2025, 4, 1),
        new DateOnly(2026, 3, 31),
        Expiry
    );

    public static TheoryData<LinkPayload> Payloads =>
        new()
        {
            Statement,
            Statement with
            {
                Kind = LinkKind.Pay,
                First = int.MaxValue,
                Second = int.MinValue,
                FromOn = null,
                ToOn = null,
                Language = "en",
            },
            Statement with
            {
                Kind = LinkKind.Dashboard,
                Language = "hi",
                FromOn = new DateOnly(2000, 1, 1),
                ToOn = new DateOnly(2179, 6, 5),
            },
            Statement with
            {
                Kind = LinkKind.Media,
                Group = Guid.Empty,
                ExpiresAt = Expiry.AddYears(70),
            },
        };

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_link_carries_everything_it_was_given(LinkPayload payload)
    {
        var token = Links.Sign(payload);
        token.Should().HaveLength(SignedLinks.TokenLength).And.MatchRegex("^[A-Za-z0-9_-]+$");
        Links.Read(token, Expiry.AddDays(-1)).Should().Be(new LinkReading.Valid(payload));
    }

    [Fact]
    public void A_link_is_good_until_the_moment_before_its_expiry()
    {
        var token = Links.Sign(Statement);
        Links.Read(token, Expiry.AddTicks(-1)).Should().Be(new LinkReading.Valid(Statement));
        Links.Read(token, Expiry).Should().Be(new LinkReading.Expired(Statement));
        Links.Read(token, Expiry.AddYears(1)).Should().Be(new LinkReading.Expired(Statement));
    }

    [Fact]
    public void Each_altered_bit_makes_a_link_wrong()
    {
        var token = Base64Url.DecodeFromChars(Links.Sign(Statement));
        for (var bit = 0; bit < token.Length * 8; bit++)
        {
            var altered = (byte[])token.Clone();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            Links
                .Read(Base64Url.EncodeToString(altered), Expiry.AddDays(-1))
                .Should()
                .Be(new LinkReading.Wrong(), $"bit {bit} is altered");
        }
    }

    [Fact]
    public void Each_altered_character_makes_a_link_wrong()
    {
        var token = Links.Sign(Statement);
        for (var i = 0; i < token.Length; i++)
        {
            foreach (var other in "Aa0_-=+/ é\0")
            {
                if (token[i] != other)
                    Links
                        .Read($"{token[..i]}{other}{token[(i + 1)..]}", Expiry.AddDays(-1))
                        .Should()
                        .Be(new LinkReading.Wrong(), $"character {i} is '{other}'");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../../../../../../../../../../../../../../../../../../../../../etc/p")]
    public void What_was_never_signed_is_wrong(string token) =>
        Links.Read(token, Expiry).Should().Be(new LinkReading.Wrong());

    [Fact]
    public void A_shortened_or_lengthened_link_is_wrong()
    {
        var token = Links.Sign(Statement);
        foreach (
            var other in new[]
            {
                token[..^1],
                token[1..],
                token + "A",
                token + "=",
                " " + token,
                token + "\n",
            }
        )
            Links.Read(other, Expiry.AddDays(-1)).Should().Be(new LinkReading.Wrong());
    }

    [Fact]
    public void A_new_key_signs_and_the_old_key_is_still_read_until_it_is_taken_away()
    {
        var old = Links.Sign(Statement);
        var rotated = new SignedLinks(
            new LinkKeys(2, new Dictionary<byte, byte[]> { [1] = OldKey, [2] = NewKey })
        );
        var after = new SignedLinks(new LinkKeys(2, new Dictionary<byte, byte[]> { [2] = NewKey }));
        rotated.Read(old, Expiry.AddDays(-1)).Should().Be(new LinkReading.Valid(Statement));
        after.Read(old, Expiry.AddDays(-1)).Should().Be(new LinkReading.Wrong());
        Links
            .Read(rotated.Sign(Statement), Expiry.AddDays(-1))
            .Should()
            .Be(new LinkReading.Wrong());
        after
            .Read(rotated.Sign(Statement), Expiry.AddDays(-1))
            .Should()
            .Be(new LinkReading.Valid(Statement));
    }

    [Fact]
    public void Another_key_under_the_same_version_opens_nothing()
    {
        var other = new SignedLinks(new LinkKeys(1, new Dictionary<byte, byte[]> { [1] = NewKey }));
        other.Read(Links.Sign(Statement), Expiry.AddDays(-1)).Should().Be(new LinkReading.Wrong());
    }

    [Fact]
    public void Keys_are_long_enough_and_the_current_one_is_there()
    {
        FluentActions
            .Invoking(() => new LinkKeys(1, new Dictionary<byte, byte[]> { [1] = new byte[31] }))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("*32*");
        FluentActions
            .Invoking(() => new LinkKeys(2, new Dictionary<byte, byte[]> { [1] = OldKey }))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("*version 2*");
        new LinkKeys(1, new Dictionary<byte, byte[]> { [1] = new byte[32] }).Current.Should().Be(1);
    }

    [Fact]
    public void What_a_link_cannot_carry_is_not_signed()
    {
        LinkPayload[] impossible =
        [
            Statement with
            {
                Language = "fr",
            },
            Statement with
            {
                FromOn = new DateOnly(1999, 12, 31),
            },
            Statement with
            {
                ToOn = new DateOnly(2179, 6, 6),
            },
            Statement with
            {
                ExpiresAt = new DateTimeOffset(2106, 2, 7, 6, 28, 16, TimeSpan.Zero),
            },
        ];
        foreach (var payload in impossible)
            FluentActions
                .Invoking(() => Links.Sign(payload))
                .Should()
                .Throw<ArgumentException>(payload.ToString());
    }

    private static byte[] Key(byte seed) =>
        Enumerable.Range(0, 32).Select(i => (byte)(i * 7 + seed)).ToArray();
}
