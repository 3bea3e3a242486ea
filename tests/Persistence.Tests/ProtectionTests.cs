using CsCheck;
using DiGiBachat.Persistence.Protection;

namespace DiGiBachat.Persistence.Tests;

public sealed class ProtectionTests : IDisposable
{
    private const string Phone = "people.phone";
    private static readonly DataKeys Keys = DataKeys.Create();

    private readonly FieldProtection protection = new(Keys);

    public void Dispose() => protection.Dispose();

    [Fact]
    public void Any_text_comes_back_as_it_was() =>
        Gen.String.Where(IsWholeUnicode).Sample(text => RoundTrip(text) == text);

    [Theory]
    [InlineData("")]
    [InlineData("सुनीता देवी")]
    [InlineData("+919812345678")]
    public void Names_and_numbers_come_back_as_they_were(string text) =>
        protection.Reveal(protection.Protect(text, Phone), Phone).Should().Be(text);

    [Fact]
    public void The_same_text_is_never_stored_the_same_way_twice()
    {
        var stored = Enumerable
            .Range(0, 1000)
            .Select(_ => Convert.ToHexString(protection.Protect("Sunita", Phone)))
            .ToHashSet();

        stored.Should().HaveCount(1000);
        var plain = Convert.ToHexString("Sunita"u8);
        stored.Any(hex => hex.Contains(plain, StringComparison.Ordinal)).Should().BeFalse();
    }

    [Fact]
    public void The_version_and_the_number_of_the_key_stand_in_front() =>
        protection
            .Protect("Sunita", Phone)
            .Should()
            .HaveCount(FieldProtection.OverheadBytes + 6)
            .And.StartWith(new byte[] { 1, 1 });

    [Fact]
    public void One_changed_bit_anywhere_is_noticed()
    {
        var stored = protection.Protect("Sunita", Phone);
        for (var bit = 0; bit < stored.Length * 8; bit++)
        {
            var changed = stored.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            var reveal = () => protection.Reveal(changed, Phone);
            reveal
                .Should()
                .Throw<UnreadableField>($"bit {bit} was changed")
                .Which.Message.Should()
                .Contain(Phone)
                .And.NotContain("Sunita");
        }
    }

    [Fact]
    public void A_shortened_value_is_noticed()
    {
        var stored = protection.Protect("Sunita", Phone);
        for (var length = 0; length < stored.Length; length++)
        {
            var reveal = () => protection.Reveal(stored.AsSpan(0, length).ToArray(), Phone);
            reveal.Should().Throw<UnreadableField>($"{length} bytes are left");
        }
    }

    [Fact]
    public void A_value_moved_to_another_column_does_not_open()
    {
        var stored = protection.Protect("Sunita", "people.name");

        var reveal = () => protection.Reveal(stored, Phone);

        reveal.Should().Throw<UnreadableField>();
    }

    [Fact]
    public void Another_installations_key_of_the_same_number_does_not_open_it()
    {
        using var other = new FieldProtection(DataKeys.Create());

        var reveal = () => other.Reveal(protection.Protect("Sunita", Phone), Phone);

        reveal.Should().Throw<UnreadableField>();
    }

    [Fact]
    public void After_a_rotation_the_new_key_writes_and_the_old_one_still_reads()
    {
        var old = protection.Protect("Sunita", Phone);
        using var rotated = new FieldProtection(DataKeys.Parse(Keys.WithNewKey().ToSetting()));

        rotated.Reveal(old, Phone).Should().Be("Sunita");
        rotated.IsWrittenWithAnOlderKey(old).Should().BeTrue();
        var again = rotated.Protect("Sunita", Phone);
        rotated.IsWrittenWithAnOlderKey(again).Should().BeFalse();
        again[1].Should().Be(2);
        rotated
            .BlindIndex("Sunita")
            .Should()
            .Equal(protection.BlindIndex("Sunita"), "look-ups outlive the rotation");
    }

    [Fact]
    public void A_value_whose_key_was_dropped_says_which_key()
    {
        using var rotated = new FieldProtection(Keys.WithNewKey());
        var stored = rotated.Protect("Sunita", Phone);

        var reveal = () => protection.Reveal(stored, Phone);

        reveal.Should().Throw<UnreadableField>().WithMessage("*written with key 2*");
    }

    [Fact]
    public void A_blind_index_is_the_same_for_the_same_text_and_key_only()
    {
        using var same = new FieldProtection(DataKeys.Parse(Keys.ToSetting()));
        using var other = new FieldProtection(DataKeys.Create());

        protection
            .BlindIndex("+919812345678")
            .Should()
            .Equal(same.BlindIndex("+919812345678"))
            .And.HaveCount(32);
        protection
            .BlindIndex("+919812345678")
            .Should()
            .NotEqual(protection.BlindIndex("+919812345679"));
        protection.BlindIndex("+919812345678").Should().NotEqual(other.BlindIndex("+919812345678"));
    }

    [Fact]
    public void A_blind_index_is_HMAC_SHA256_as_published()
    {
        // RFC 4231, test case 2 has a short key; padded with zeros to 32 bytes HMAC is the same.
        var key = new byte[DataKeys.KeyBytes];
        "Jefe"u8.CopyTo(key);
        var setting =
            $"1:{Convert.ToBase64String(new byte[DataKeys.KeyBytes])},index:{Convert.ToBase64String(key)}";
        using var known = new FieldProtection(DataKeys.Parse(setting));

        Convert
            .ToHexStringLower(known.BlindIndex("what do ya want for nothing?"))
            .Should()
            .Be("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_text_longer_than_the_limit_is_refused(int over, bool refused)
    {
        var text = new string('a', FieldProtection.LongestTextBytes + over);

        var protect = () => protection.Reveal(protection.Protect(text, Phone), Phone).Length;

        if (refused)
            protect.Should().Throw<ArgumentOutOfRangeException>();
        else
            protect().Should().Be(text.Length);
    }

    [Fact]
    public void Many_threads_use_one_protection()
    {
        var wrong = 0;
        Parallel.For(
            0,
            20_000,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            i =>
            {
                var text = $"member {i}";
                if (protection.Reveal(protection.Protect(text, Phone), Phone) != text)
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        );

        wrong.Should().Be(0);
    }

    private string RoundTrip(string text) =>
        protection.Reveal(protection.Protect(text, Phone), Phone);

    private static bool IsWholeUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (
                char.IsSurrogate(text[i])
                && !(
                    char.IsHighSurrogate(text[i])
                    && i + 1 < text.Length
                    && char.IsLowSurrogate(text[++i])
                )
            )
            {
                return false;
            }
        }

        return true;
    }
}
