using SkiaSharp;

namespace DiGiBachat.Bot.Statements.Drawing;

/// <summary>What a PDF says about itself.</summary>
internal sealed record PdfTitle(string Title, string Language, DateTimeOffset ProducedAt);

/// <summary>Writes laid-out pages as a PDF. The same pages and title give the same bytes.</summary>
internal static class PdfFile
{
    /// <summary>A4 in points.</summary>
    public const float Width = 595.28f;
    public const float Height = 841.89f;

    public static byte[] Write(IReadOnlyList<Sheet> pages, PdfTitle title) =>
        Write(pages, title, FontSubset.Cut);

    /// <summary>Where <paramref name="cut"/> gives nothing, the whole font is embedded.</summary>
    internal static byte[] Write(
        IReadOnlyList<Sheet> pages,
        PdfTitle title,
        Func<FontFace, IEnumerable<ushort>, SKTypeface?> cut
    )
    {
        var typefaces = Typefaces(pages, cut);
        try
        {
            using var stream = new MemoryStream();
            using (var document = SKDocument.CreatePdf(stream, Metadata(title)))
            using (var brush = new Brush(typefaces))
            {
                foreach (var page in pages)
                {
                    brush.Draw(document.BeginPage(Width, Height), page.Marks);
                    document.EndPage();
                }
                document.Close();
            }
            return PdfLanguage.Name(stream.ToArray(), title.Language);
        }
        finally
        {
            foreach (var (weight, typeface) in typefaces)
            {
                if (!ReferenceEquals(typeface, FontFace.Of(weight).Whole))
                    typeface.Dispose();
            }
        }
    }

    private static Dictionary<Weight, SKTypeface> Typefaces(
        IReadOnlyList<Sheet> pages,
        Func<FontFace, IEnumerable<ushort>, SKTypeface?> cut
    ) =>
        pages
            .SelectMany(page => page.Marks)
            .OfType<Mark.Words>()
            .Select(words => words.Text)
            .Distinct()
            .GroupBy(text => text.Weight)
            .ToDictionary(
                group => group.Key,
                group =>
                {
                    var font = FontFace.Of(group.Key);
                    var glyphs = group.SelectMany(text => text.Runs).SelectMany(run => run.Glyphs);
                    return cut(font, glyphs) ?? font.Whole;
                }
            );

    private static SKDocumentPdfMetadata Metadata(PdfTitle title) =>
        new(SKDocumentPdfMetadata.DefaultRasterDpi)
        {
            Title = title.Title,
            Creator = "DiGiBachat",
            Creation = title.ProducedAt.UtcDateTime,
            Modified = title.ProducedAt.UtcDateTime,
        };
}
