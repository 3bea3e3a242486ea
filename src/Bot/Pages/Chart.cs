using System.Globalization;
using System.Text;

namespace DiGiBachat.Bot.Pages;

/// <summary>One bar: what it is of, how long, and its figure in words.</summary>
internal sealed record Bar(string Name, long Length, string Figure);

/// <summary>
/// A small chart of bars lying on their side, drawn by the server as SVG: it needs no script, prints, and takes its colours from the page's style.
/// Names stand over the bars, so that nothing is cut on a narrow phone.
/// </summary>
internal static class Chart
{
    public const int MostBars = 12;
    private const int Width = 320;
    private const int RowHeight = 36;
    private const int BarTop = 18;
    private const int BarHeight = 10;

    /// <summary><paramref name="title"/> is encoded already; the longest bar is as wide as the chart.</summary>
    public static string Draw(string title, IReadOnlyList<Bar> bars)
    {
        var longest = Math.Max(1, bars.Max(b => b.Length));
        var height = bars.Count * RowHeight;
        var svg = new StringBuilder();
        Add(
            $"<svg class=\"chart\" role=\"img\" aria-label=\"{title}\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\">"
        );
        for (var row = 0; row < bars.Count; row++)
        {
            var (bar, top) = (bars[row], row * RowHeight);
            var width = Math.Max(0, bar.Length) * Width / longest;
            Add($"<text class=\"name\" x=\"0\" y=\"{top + BarTop - 5}\">{PageFrame.Encode(bar.Name)}</text>");
            Add($"<text class=\"figure\" x=\"{Width}\" y=\"{top + BarTop - 5}\" text-anchor=\"end\">{PageFrame.Encode(bar.Figure)}</text>");
            Add($"<rect class=\"track\" x=\"0\" y=\"{top + BarTop}\" width=\"{Width}\" height=\"{BarHeight}\" rx=\"4\"/>");
            if (width > 0)
                Add($"<rect class=\"bar\" x=\"0\" y=\"{top + BarTop}\" width=\"{width}\" height=\"{BarHeight}\" rx=\"4\"/>");
        }
        return svg.Append("</svg>").ToString();

        void Add(FormattableString piece) => svg.Append(piece.ToString(CultureInfo.InvariantCulture));
    }
}
