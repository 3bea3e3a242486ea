using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DiGiBachat.Bot.Statements.Drawing;

/// <summary>
/// Says in a finished PDF which language it is in, so that a screen reader picks the right voice. Skia cannot: an incremental update, as the PDF format
/// foresees it (ISO 32000-1, 7.5.6), replaces the catalogue by one with /Lang.
/// </summary>
internal static partial class PdfLanguage
{
    public static byte[] Name(byte[] pdf, string language)
    {
        // Latin-1 keeps one character for one byte, so that places in the text are places in the file.
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = Trailer().Match(text, text.LastIndexOf("trailer", StringComparison.Ordinal));
        if (!trailer.Success)
            throw new InvalidOperationException("The PDF ends in no trailer that can be read.");
        var root = trailer.Groups["root"].Value;
        var opening = $"\n{root} 0 obj\n";
        var start = text.LastIndexOf(opening, StringComparison.Ordinal) + opening.Length;
        var end = text.IndexOf("\nendobj", start, StringComparison.Ordinal);
        var catalogue = text[start..end].TrimEnd();
        if (
            !catalogue.StartsWith("<<", StringComparison.Ordinal)
            || !catalogue.EndsWith(">>", StringComparison.Ordinal)
        )
            throw new InvalidOperationException("The PDF's catalogue is not where it should be.");

        var update = new StringBuilder();
        update.Append(
            CultureInfo.InvariantCulture,
            $"{root} 0 obj\n{catalogue[..^2]}\n/Lang ({language})\n/ViewerPreferences <</DisplayDocTitle true>>>>\nendobj\n"
        );
        var table = pdf.Length + update.Length;
        update.Append(
            CultureInfo.InvariantCulture,
            $"xref\n{root} 1\n{pdf.Length:0000000000} 00000 n \n"
        );
        update.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<<{trailer.Groups["entries"].Value.Trim()}\n/Prev {trailer.Groups["table"].Value}>>\nstartxref\n{table}\n%%EOF\n"
        );
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    [GeneratedRegex(
        @"trailer\s*<<(?<entries>.*?/Root (?<root>\d+) 0 R.*?)>>\s*startxref\s+(?<table>\d+)\s+%%EOF\s*",
        RegexOptions.Singleline
    )]
    private static partial Regex Trailer();
}
