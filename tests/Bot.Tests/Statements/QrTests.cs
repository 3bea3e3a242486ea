using DiGiBachat.Bot.Pages;
using DiGiBachat.Bot.Statements.Drawing;
using SkiaSharp;

namespace DiGiBachat.Bot.Tests.Statements;

public class QrTests
{
    private const string Upi =
        "upi://pay?pa=saheli@okbank&pn=Saheli%20Savings&am=500.00&cu=INR&tn=7K3FQ%20saving";

    [Fact]
    public void The_picture_shows_the_code_square_by_square_with_four_light_squares_around_it()
    {
        using var picture = SKBitmap.Decode(QrPng.Draw(Upi));
        var matrix = QrSquares.Matrix(Upi);
        var squares = matrix.Length + 8;
        (picture.Width, picture.Height).Should().Be((squares * 10, squares * 10));
        for (var y = 0; y < squares; y++)
        {
            for (var x = 0; x < squares; x++)
            {
                var inside = y >= 4 && x >= 4 && y < squares - 4 && x < squares - 4;
                var dark = inside && matrix[y - 4][x - 4];
                picture
                    .GetPixel(x * 10 + 5, y * 10 + 5)
                    .Should()
                    .Be(dark ? SKColors.Black : SKColors.White, $"square {x}, {y}");
            }
        }
    }

    [Fact]
    public void A_code_has_its_three_finders_and_no_quiet_zone_of_its_own()
    {
        var matrix = QrSquares.Matrix(Upi);
        var last = matrix.Length - 1;
        ((matrix.Length - 17) % 4).Should().Be(0, "a QR code of version v is 17 + 4v squares wide");
        foreach (var (x, y) in new[] { (0, 0), (last, 0), (0, last) })
            matrix[y][x].Should().BeTrue();
        matrix[0].Take(7).Should().OnlyContain(dark => dark);
        matrix[0][7].Should().BeFalse();
    }

    [Fact]
    public void A_caption_stands_under_the_code_and_lets_the_code_be()
    {
        using var bare = SKBitmap.Decode(QrPng.Draw(Upi));
        using var captioned = SKBitmap.Decode(
            QrPng.Draw(Upi, new QrCaption("hi", ["सहेली बचत समूह", "₹500", "7K3FQ"]))
        );
        captioned.Width.Should().Be(bare.Width);
        captioned.Height.Should().BeGreaterThan(bare.Height + 60);
        for (var y = 0; y < bare.Height; y += 5)
        {
            for (var x = 0; x < bare.Width; x += 5)
                captioned.GetPixel(x, y).Should().Be(bare.GetPixel(x, y));
        }
        Enumerable
            .Range(0, captioned.Width)
            .Should()
            .Contain(x => captioned.GetPixel(x, bare.Height + 20) != SKColors.White);
    }

    [Fact]
    public void The_same_content_gives_the_same_picture() =>
        QrPng
            .Draw(Upi, new QrCaption("hi", ["सहेली"]))
            .Should()
            .Equal(QrPng.Draw(Upi, new QrCaption("hi", ["सहेली"])));
}
