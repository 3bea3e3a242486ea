using HarfBuzzSharp;
using SkiaSharp;

namespace DiGiBachat.Bot.Statements.Drawing;

/// <summary>The two weights that statements are set in.</summary>
internal enum Weight
{
    Regular,
    Bold,
}

/// <summary>
/// One weight of Noto Sans Devanagari (it has Latin, ₹ and the danda too), opened once for the life of the program.
/// HarfBuzz shapes with it, Skia draws with it, and a subset of it is embedded. Safe to share between threads: nothing changes it after it is opened.
/// </summary>
internal sealed class FontFace
{
    private const int ZeroWidthSpace = 0x200B;

    private static readonly Lazy<FontFace> RegularFace = new(() =>
        Open("NotoSansDevanagari_400Regular.ttf")
    );
    private static readonly Lazy<FontFace> BoldFace = new(() =>
        Open("NotoSansDevanagari_700Bold.ttf")
    );

    private FontFace(Blob blob, SKTypeface whole)
    {
        Face = new Face(blob, 0);
        Face.MakeImmutable();
        UnitsPerEm = Face.UnitsPerEm;
        Shaper = new Font(Face);
        Shaper.SetScale(UnitsPerEm, UnitsPerEm);
        Shaper.SetFunctionsOpenType();
        Whole = whole;
        EndMark = Shaper.TryGetNominalGlyph(ZeroWidthSpace, out var glyph)
            ? glyph
            : throw new InvalidOperationException("The font has no zero width space.");
    }

    public Face Face { get; }
    public Font Shaper { get; }
    public SKTypeface Whole { get; }
    public int UnitsPerEm { get; }

    /// <summary>
    /// A glyph without ink or width (in this font the joiners have ink), set where a syllable ends when its last glyph does not end there (क with ु below it): programs that read the text
    /// out of a PDF measure from the last glyph, and would find a space in the middle of कुल.
    /// </summary>
    public uint EndMark { get; }

    public static FontFace Of(Weight weight) =>
        weight switch
        {
            Weight.Regular => RegularFace.Value,
            Weight.Bold => BoldFace.Value,
        };

    /// <summary>Whether the font can show this code point at all.</summary>
    public bool Has(int codePoint) => Shaper.TryGetNominalGlyph(codePoint, out _);

    private static FontFace Open(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "assets", "fonts", name);
        if (!File.Exists(path))
            throw new FileNotFoundException(
                $"The font {name} belongs beside the program, in assets/fonts.",
                path
            );
        return new FontFace(Blob.FromFile(path), SKTypeface.FromFile(path));
    }
}
