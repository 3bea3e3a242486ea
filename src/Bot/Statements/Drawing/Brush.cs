using SkiaSharp;

namespace DiGiBachat.Bot.Statements.Drawing;

/// <summary>Puts marks on a Skia canvas: a page of a PDF, or a picture.</summary>
internal sealed class Brush(IReadOnlyDictionary<Weight, SKTypeface> typefaces) : IDisposable
{
    private readonly SKPaint paint = new() { IsAntialias = true };

    public void Draw(SKCanvas canvas, IEnumerable<Mark> marks)
    {
        foreach (var mark in marks)
            Draw(canvas, mark);
    }

    public void Dispose() => paint.Dispose();

    private void Draw(SKCanvas canvas, Mark mark)
    {
        switch (mark)
        {
            case Mark.Words words:
                Words(canvas, words);
                break;
            case Mark.Box box:
                paint.Color = box.Colour;
                if (box.Radius > 0)
                    canvas.DrawRoundRect(box.Area, box.Radius, box.Radius, paint);
                else
                    canvas.DrawRect(box.Area, paint);
                break;
            case Mark.Squares squares:
                Squares(canvas, squares);
                break;
            case Mark.Link link:
                canvas.DrawUrlAnnotation(link.Area, link.Target.AbsoluteUri);
                break;
            default:
                throw new InvalidOperationException($"Nothing draws a {mark.GetType().Name}.");
        }
    }

    private void Words(SKCanvas canvas, Mark.Words words)
    {
        using var font = new SKFont(typefaces[words.Text.Weight], words.Style.Size)
        {
            Hinting = SKFontHinting.None,
            Subpixel = true,
            LinearMetrics = true,
        };
        var scale = words.Style.Size / FontFace.Of(words.Text.Weight).UnitsPerEm;
        using var builder = new SKTextBlobBuilder();
        foreach (var run in words.Text.Runs)
        {
            var buffer = builder.AllocatePositionedTextRun(
                font,
                run.Glyphs.Length,
                run.Utf8.Length
            );
            buffer.SetGlyphs(run.Glyphs);
            buffer.SetPositions(
                Array.ConvertAll(run.Positions, p => new SKPoint(p.X * scale, p.Y * scale))
            );
            buffer.SetText(run.Utf8);
            buffer.SetClusters(run.Clusters);
        }
        using var blob = builder.Build();
        if (blob is null)
            return;
        paint.Color = words.Style.Colour;
        canvas.DrawText(blob, words.At.X, words.At.Y, paint);
    }

    // One path, without smoothing, so that no hair lines show between neighbouring squares.
    private void Squares(SKCanvas canvas, Mark.Squares squares)
    {
        using var path = new SKPath();
        foreach (var area in squares.Areas)
            path.AddRect(area);
        paint.Color = squares.Colour;
        paint.IsAntialias = false;
        canvas.DrawPath(path, paint);
        paint.IsAntialias = true;
    }
}
