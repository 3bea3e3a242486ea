using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace DiGiBachat.Bot.Statements.Drawing;

/// <summary>How a piece of text looks.</summary>
internal readonly record struct TextStyle(Weight Weight, float Size, SKColor Colour)
{
    /// <summary>From one baseline to the next: Devanagari carries signs above and below the letters, so it needs more air than Latin.</summary>
    public float LineHeight => Size * 1.42f;

    /// <summary>From the top of a line to its baseline.</summary>
    public float Baseline => Size * 1.05f;
}

/// <summary>Shaped glyphs of one run, in font units; clusters are byte offsets into the UTF-8 text, and make the PDF searchable.</summary>
internal sealed record ShapedRun(
    byte[] Utf8,
    ushort[] Glyphs,
    uint[] Clusters,
    SKPoint[] Positions
);

/// <summary>One line of shaped text. Advance and positions are in font units; a size turns them into points.</summary>
internal sealed record ShapedText(Weight Weight, IReadOnlyList<ShapedRun> Runs, int Advance)
{
    public float Width(float size) => Advance * size / FontFace.Of(Weight).UnitsPerEm;
}

/// <summary>
/// Turns text into glyphs for one document, in the document's language. Remembers what it has shaped, because labels, months and amounts come again and again.
/// Not shared between threads.
/// </summary>
internal sealed class Typesetter(string language)
{
    /// <summary>From a tenth of the type's size on, readers of PDFs take a gap for a space; half of that leaves room for kerning.</summary>
    private const float SeenAsSpace = 0.05f;

    private readonly Dictionary<(Weight, string), ShapedText> shaped = [];

    public ShapedText Shape(string text, Weight weight)
    {
        if (shaped.TryGetValue((weight, text), out var known))
            return known;
        var font = FontFace.Of(weight);
        var runs = new List<ShapedRun>();
        var advance = 0;
        foreach (var run in ScriptRuns.Of(text))
            runs.Add(ShapeRun(run, font, ref advance));
        return shaped[(weight, text)] = new ShapedText(weight, runs, advance);
    }

    public float Width(string text, TextStyle style) =>
        Shape(ScriptRuns.Printable(text, FontFace.Of(style.Weight)), style.Weight)
            .Width(style.Size);

    private ShapedRun ShapeRun(ScriptRun run, FontFace font, ref int advance)
    {
        var utf8 = Encoding.UTF8.GetBytes(run.Text);
        using var spoken = new Language(language);
        using var buffer = new Buffer();
        buffer.AddUtf8(utf8);
        buffer.Direction = Direction.LeftToRight;
        buffer.Script = run.Script;
        buffer.Language = spoken;
        font.Shaper.Shape(buffer);
        var infos = buffer.GetGlyphInfoSpan();
        var places = buffer.GetGlyphPositionSpan();
        var glyphs = new List<ushort>(infos.Length);
        var clusters = new List<uint>(infos.Length);
        var positions = new List<SKPoint>(infos.Length);
        for (var i = 0; i < infos.Length; i++)
        {
            // Fonts count upwards, pages downwards.
            Add(
                infos[i].Codepoint,
                infos[i].Cluster,
                new SKPoint(advance + places[i].XOffset, -places[i].YOffset)
            );
            var end =
                advance
                + places[i].XOffset
                + font.Shaper.GetHorizontalGlyphAdvance(infos[i].Codepoint);
            advance += places[i].XAdvance;
            var endsSyllable = i + 1 == infos.Length || infos[i + 1].Cluster != infos[i].Cluster;
            if (endsSyllable && advance - end > font.UnitsPerEm * SeenAsSpace)
                Add(font.EndMark, infos[i].Cluster, new SKPoint(advance, 0));
        }
        return new ShapedRun(utf8, [.. glyphs], [.. clusters], [.. positions]);

        void Add(uint glyph, uint cluster, SKPoint position)
        {
            glyphs.Add(checked((ushort)glyph));
            clusters.Add(cluster);
            positions.Add(position);
        }
    }
}
