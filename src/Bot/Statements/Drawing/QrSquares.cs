using QRCoder;
using SkiaSharp;

namespace DiGiBachat.Bot.Statements.Drawing;

/// <summary>A QR code as rectangles, one for each horizontal stretch of dark squares.</summary>
internal static class QrSquares
{
    /// <summary>Light squares that a reader needs on every side (ISO/IEC 18004).</summary>
    public const int QuietZone = 4;

    /// <summary>The dark squares, true is dark, without the quiet zone.</summary>
    public static bool[][] Matrix(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        // QRCoder puts its own quiet zone of four around the code.
        return data
            .ModuleMatrix.Skip(QuietZone)
            .SkipLast(QuietZone)
            .Select(row => row.Cast<bool>().Skip(QuietZone).SkipLast(QuietZone).ToArray())
            .ToArray();
    }

    /// <summary>The dark stretches, with one square <paramref name="size"/> wide and the code's corner at <paramref name="at"/>.</summary>
    public static IReadOnlyList<SKRect> Rectangles(bool[][] matrix, SKPoint at, float size)
    {
        var areas = new List<SKRect>();
        for (var y = 0; y < matrix.Length; y++)
        {
            var row = matrix[y];
            for (var x = 0; x < row.Length; x++)
            {
                if (!row[x])
                    continue;
                var start = x;
                while (x < row.Length && row[x])
                    x++;
                areas.Add(
                    new SKRect(
                        at.X + start * size,
                        at.Y + y * size,
                        at.X + x * size,
                        at.Y + (y + 1) * size
                    )
                );
            }
        }
        return areas;
    }
}
