using SkiaSharp;

namespace DiGiBachat.Bot.Statements.Drawing;

internal enum Align
{
    Left,
    Centre,
    Right,
}

/// <summary>One thing on a page. Pages are laid out as lists of marks first, so that page numbers and the glyphs in use are known before anything is drawn.</summary>
internal abstract record Mark
{
    public sealed record Words(ShapedText Text, TextStyle Style, SKPoint At) : Mark;

    public sealed record Box(SKRect Area, SKColor Colour, float Radius) : Mark;

    public sealed record Squares(IReadOnlyList<SKRect> Areas, SKColor Colour) : Mark;

    public sealed record Link(SKRect Area, Uri Target) : Mark;
}

/// <summary>A page being laid out, in points from the top left corner.</summary>
internal sealed class Sheet(Typesetter typesetter)
{
    private readonly List<Mark> marks = [];

    public IReadOnlyList<Mark> Marks => marks;

    public void Box(SKRect area, SKColor colour, float radius = 0) =>
        marks.Add(new Mark.Box(area, colour, radius));

    public void Squares(IReadOnlyList<SKRect> areas, SKColor colour) =>
        marks.Add(new Mark.Squares(areas, colour));

    public void Link(SKRect area, Uri target) => marks.Add(new Mark.Link(area, target));

    /// <summary>One line; <paramref name="at"/> is the top of the line at its left end, middle or right end, as <paramref name="align"/> says.</summary>
    public void Line(string text, TextStyle style, SKPoint at, Align align = Align.Left)
    {
        var words = typesetter.Shape(
            ScriptRuns.Printable(text, FontFace.Of(style.Weight)),
            style.Weight
        );
        var width = words.Width(style.Size);
        var x = align switch
        {
            Align.Left => at.X,
            Align.Centre => at.X - width / 2,
            Align.Right => at.X - width,
        };
        marks.Add(new Mark.Words(words, style, new SKPoint(x, at.Y + style.Baseline)));
    }

    /// <summary>Several lines, broken to <paramref name="width"/>; returns the height they took.</summary>
    public float Paragraph(string text, TextStyle style, SKPoint at, float width)
    {
        var y = at.Y;
        foreach (var line in typesetter.Break(text, style, width))
        {
            Line(line, style, at with { Y = y });
            y += style.LineHeight;
        }
        return y - at.Y;
    }
}
