using DiGiBachat.Bot.Statements.Drawing;
using SkiaSharp;

namespace DiGiBachat.Bot.Pages;

/// <summary>Lines under a QR code, most important first: payee, amount, note. In the reader's words already.</summary>
public sealed record QrCaption(string Language, IReadOnlyList<string> Lines);

/// <summary>A QR code as a picture, for the pay page and for WhatsApp: black on white with the quiet zone readers need.</summary>
public static class QrPng
{
    private const int SquareSide = 10;
    private const int MaximumCaptionLines = 6;
    private static readonly SKColor Ink = SKColor.Parse("#111827");
    private static readonly TextStyle First = new(Weight.Bold, 26, Ink);
    private static readonly TextStyle Further = new(Weight.Regular, 22, Ink);

    /// <summary>The PNG of <paramref name="content"/> (a link, a <c>upi://pay</c> address); the same content and caption give the same bytes.</summary>
    public static byte[] Draw(string content, QrCaption? caption = null)
    {
        var matrix = QrSquares.Matrix(content);
        var side = (matrix.Length + 2 * QrSquares.QuietZone) * SquareSide;
        var border = QrSquares.QuietZone * SquareSide;
        var sheet = new Sheet(new Typesetter(caption?.Language ?? "en"));
        sheet.Squares(
            QrSquares.Rectangles(matrix, new SKPoint(border, border), SquareSide),
            SKColors.Black
        );
        var height = side + (int)MathF.Ceiling(Caption(sheet, caption, side));
        using var surface = SKSurface.Create(
            new SKImageInfo(side, height, SKColorType.Rgba8888, SKAlphaType.Opaque)
        );
        surface.Canvas.Clear(SKColors.White);
        using var brush = new Brush(
            Enum.GetValues<Weight>()
                .ToDictionary(weight => weight, weight => FontFace.Of(weight).Whole)
        );
        brush.Draw(surface.Canvas, sheet.Marks);
        using var picture = surface.Snapshot();
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static float Caption(Sheet sheet, QrCaption? caption, int side)
    {
        if (caption is null || caption.Lines.Count == 0)
            return 0;
        var y = (float)side;
        var typesetter = new Typesetter(caption.Language);
        var set = caption.Lines.SelectMany(
            (text, i) =>
            {
                var style = i == 0 ? First : Further;
                return typesetter
                    .Break(text, style, side - 2 * SquareSide)
                    .Select(line => (line, style));
            }
        );
        foreach (var (line, style) in set.Take(MaximumCaptionLines))
        {
            sheet.Line(line, style, new SKPoint(side / 2f, y), Align.Centre);
            y += style.LineHeight;
        }
        return y - side + SquareSide;
    }
}
