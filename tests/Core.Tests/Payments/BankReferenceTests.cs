using CsCheck;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Tests.Payments;

public sealed class BankReferenceTests
{
    [Theory]
    [InlineData("412345678901", "412345678901", BankReferenceKind.Upi)]
    [InlineData(" 4123 4567-8901.", "412345678901", BankReferenceKind.Upi)]
    [InlineData("४१२३४५६७८९०१", "412345678901", BankReferenceKind.Upi)]
    [InlineData("0000412345678901", "412345678901", BankReferenceKind.Upi)]
    [InlineData("sbin 5261 2345 6789", "SBIN526123456789", BankReferenceKind.Neft)]
    [InlineData("HDFCR52026073112345678", "HDFCR52026073112345678", BankReferenceKind.Rtgs)]
    public void A_reference_is_read_and_its_way_known_by_its_length(string typed, string text, BankReferenceKind kind)
    {
        BankReference.TryParse(typed, out var reference).Should().BeTrue();
        reference.Text.Should().Be(text);
        reference.Kind.Should().Be(kind);
    }

    [Theory]
    [InlineData("41234567890")]
    [InlineData("4123456789012")]
    [InlineData("41234567890A")]
    [InlineData("000000000000")]
    [InlineData("111111111111")]
    [InlineData("1234526123456789")]
    [InlineData("SBIN52612345678")]
    [InlineData("SBIN5261234567ñ9")]
    [InlineData("HDFCR5202607311234567")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_reference_is_not_read(string? typed)
    {
        BankReference.TryParse(typed, out _).Should().BeFalse();
    }

    [Fact]
    public void The_same_reference_written_differently_is_the_same()
    {
        BankReference.TryParse("4123 4567 8901", out var spaced).Should().BeTrue();
        BankReference.TryParse("412345678901", out var plain).Should().BeTrue();
        spaced.Should().Be(plain);
    }

    [Theory]
    [InlineData("621212345678", "2026-07-31", false)]
    [InlineData("621212345678", "2026-08-30", false)]
    [InlineData("621212345678", "2026-08-31", true)]
    [InlineData("621212345678", "2026-07-30", false)]
    [InlineData("621212345678", "2026-07-29", true)]
    [InlineData("512112345678", "2026-07-31", true)]
    [InlineData("636512345678", "2027-01-05", false)]
    [InlineData("699912345678", "2026-07-31", true)]
    [InlineData("SBIN526123456789", "2026-07-31", false)]
    public void A_UPI_reference_of_another_day_looks_mistyped(string typed, string reportedOn, bool mistyped)
    {
        BankReference.TryParse(typed, out var reference).Should().BeTrue();
        reference.LooksMistyped(DateOnly.Parse(reportedOn, null)).Should().Be(mistyped);
    }

    [Fact]
    public void For_all_days_a_reference_of_that_day_does_not_look_mistyped()
    {
        Gen.Select(Gen.Int[0, 5000], Gen.Int[1, 99_999_999])
            .Sample(
                (days, rest) =>
                {
                    var day = new DateOnly(2025, 1, 1).AddDays(days);
                    BankReference.TryParse($"{day.Year % 10}{day.DayOfYear:000}{rest:00000000}", out var reference).Should().BeTrue();
                    reference.LooksMistyped(day).Should().BeFalse();
                }
            );
    }
}
