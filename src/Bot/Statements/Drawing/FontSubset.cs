using System.Runtime.InteropServices;
using SkiaSharp;

namespace DiGiBachat.Bot.Statements.Drawing;

/// <summary>
/// A font with only the glyphs a document uses, under their old numbers. Skia embeds the font it is given whole (about 200 KB for two weights), so the cut is made before.
/// hb_subset_* stands in the native HarfBuzz library but outside its managed interface: where it is missing, the whole font is embedded.
/// </summary>
internal static class FontSubset
{
    private const string Library = "libHarfBuzzSharp";
    private const uint RetainGlyphNumbers = 0x2;
    private const uint NoHinting = 0x1;
    private const uint KeepBoxOfMissing = 0x40;
    private const uint NoLayoutClosure = 0x200;
    private const int DropTables = 3;

    // Text is shaped before it is drawn; a reader of the PDF needs the outlines alone.
    private static readonly string[] TablesOfShaping = ["GSUB", "GPOS", "GDEF", "kern"];

    /// <summary>Whether this machine's HarfBuzz can cut fonts.</summary>
    public static bool IsAvailable { get; } = Probe();

    /// <summary>The subset, or null when it cannot be made (then the whole font serves).</summary>
    public static SKTypeface? Cut(FontFace font, IEnumerable<ushort> glyphs)
    {
        if (!IsAvailable)
            return null;
        var input = hb_subset_input_create_or_fail();
        if (input == IntPtr.Zero)
            return null;
        try
        {
            hb_subset_input_set_flags(
                input,
                RetainGlyphNumbers | NoHinting | KeepBoxOfMissing | NoLayoutClosure
            );
            var wanted = hb_subset_input_glyph_set(input);
            foreach (var glyph in glyphs)
                hb_set_add(wanted, glyph);
            var dropped = hb_subset_input_set(input, DropTables);
            foreach (var table in TablesOfShaping)
                hb_set_add(dropped, Tag(table));
            return Typeface(hb_subset_or_fail(font.Face.Handle, input));
        }
        finally
        {
            hb_subset_input_destroy(input);
        }
    }

    private static SKTypeface? Typeface(IntPtr face)
    {
        if (face == IntPtr.Zero)
            return null;
        var blob = hb_face_reference_blob(face);
        try
        {
            var start = hb_blob_get_data(blob, out var length);
            if (length == 0)
                return null;
            using var data = SKData.CreateCopy(start, length);
            return SKTypeface.FromData(data);
        }
        finally
        {
            hb_blob_destroy(blob);
            hb_face_destroy(face);
        }
    }

    private static uint Tag(string name) =>
        ((uint)name[0] << 24) | ((uint)name[1] << 16) | ((uint)name[2] << 8) | name[3];

    private static bool Probe() =>
        NativeLibrary.TryLoad(Library, typeof(FontSubset).Assembly, null, out var library)
        && NativeLibrary.TryGetExport(library, nameof(hb_subset_or_fail), out _)
        && NativeLibrary.TryGetExport(library, nameof(hb_subset_input_set), out _)
        && NativeLibrary.TryGetExport(library, nameof(hb_set_add), out _);

    [DllImport(Library)]
    private static extern IntPtr hb_subset_input_create_or_fail();

    [DllImport(Library)]
    private static extern void hb_subset_input_destroy(IntPtr input);

    [DllImport(Library)]
    private static extern void hb_subset_input_set_flags(IntPtr input, uint flags);

    [DllImport(Library)]
    private static extern IntPtr hb_subset_input_glyph_set(IntPtr input);

    [DllImport(Library)]
    private static extern IntPtr hb_subset_input_set(IntPtr input, int kind);

    [DllImport(Library)]
    private static extern void hb_set_add(IntPtr set, uint value);

    [DllImport(Library)]
    private static extern IntPtr hb_subset_or_fail(IntPtr face, IntPtr input);

    [DllImport(Library)]
    private static extern IntPtr hb_face_reference_blob(IntPtr face);

    [DllImport(Library)]
    private static extern void hb_face_destroy(IntPtr face);

    [DllImport(Library)]
    private static extern IntPtr hb_blob_get_data(IntPtr blob, out uint length);

    [DllImport(Library)]
    private static extern void hb_blob_destroy(IntPtr blob);
}
