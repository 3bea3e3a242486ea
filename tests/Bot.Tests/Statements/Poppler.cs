using System.Diagnostics;
using System.Text;
using System.Xml.Linq;

namespace DiGiBachat.Bot.Tests.Statements;

/// <summary>Reads PDFs as other people's programs do: poppler's pdftotext, pdfinfo and pdffonts.</summary>
internal static class Poppler
{
    /// <summary>The text, a page each.</summary>
    public static IReadOnlyList<string> Pages(byte[] pdf) =>
        Run("pdftotext", pdf, "-enc", "UTF-8", "{file}", "-").TrimEnd('\f').Split('\f');

    public static string Text(byte[] pdf) => string.Join('\n', Pages(pdf));

    public static string Info(byte[] pdf) => Run("pdfinfo", pdf, "-enc", "UTF-8", "{file}");

    public static string Links(byte[] pdf) => Run("pdfinfo", pdf, "-url", "{file}");

    public static string Fonts(byte[] pdf) => Run("pdffonts", pdf, "{file}");

    /// <summary>Each word of the first page with the box it stands in, in points.</summary>
    public static IReadOnlyList<(string Text, float Left, float Right)> Words(byte[] pdf) =>
        XDocument
            .Parse(
                Run("pdftotext", pdf, "-bbox", "-l", "1", "-enc", "UTF-8", "{file}", "-"),
                LoadOptions.None
            )
            .Descendants()
            .Where(element => element.Name.LocalName == "word")
            .Select(word =>
                (word.Value, (float)word.Attribute("xMin")!, (float)word.Attribute("xMax")!)
            )
            .ToList();

    private static string Run(string program, byte[] pdf, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            var start = new ProcessStartInfo(
                program,
                arguments.Select(a => a.Replace("{file}", file, StringComparison.Ordinal))
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            errors.Result.Should().BeEmpty($"{program} finds nothing to complain of");
            process.ExitCode.Should().Be(0);
            return output;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"{program} is missing: install poppler-utils.",
                missing
            );
        }
        finally
        {
            File.Delete(file);
        }
    }
}
