using DiGiBachat.Bot.Statements.Drawing;
using SkiaSharp;

namespace DiGiBachat.Bot.Statements;

/// <summary>The brand's colours and the sizes of a statement, in points.</summary>
internal static class StatementLook
{
    public const float Margin = 36;
    public const float Right = PdfFile.Width - Margin;
    public const float ContentWidth = PdfFile.Width - 2 * Margin;
    public const float Bottom = PdfFile.Height - 62;

    public static readonly SKColor Primary = SKColor.Parse("#14b8a6");
    public static readonly SKColor PrimaryDark = SKColor.Parse("#0f766e");
    public static readonly SKColor PrimaryTint = SKColor.Parse("#f0fdfa");
    public static readonly SKColor Success = SKColor.Parse("#10b981");
    public static readonly SKColor Danger = SKColor.Parse("#ef4444");
    public static readonly SKColor Warning = SKColor.Parse("#f59e0b");
    public static readonly SKColor Shade = SKColor.Parse("#f3f4f6");
    public static readonly SKColor Faint = SKColor.Parse("#6b7280");
    public static readonly SKColor Ink = SKColor.Parse("#111827");

    public static readonly TextStyle Wordmark = new(Weight.Bold, 20, SKColors.White);
    public static readonly TextStyle Title = new(Weight.Bold, 15, SKColors.White);
    public static readonly TextStyle GroupName = new(Weight.Bold, 17, Ink);
    public static readonly TextStyle MemberName = new(Weight.Bold, 12, Ink);
    public static readonly TextStyle Section = new(Weight.Bold, 13, PrimaryDark);
    public static readonly TextStyle Body = new(Weight.Regular, 10.5f, Ink);
    public static readonly TextStyle Label = new(Weight.Regular, 9.5f, Faint);
    public static readonly TextStyle Amount = new(Weight.Bold, 13, Ink);
    public static readonly TextStyle Small = new(Weight.Regular, 8.5f, Faint);
    public static readonly TextStyle SmallStrong = new(Weight.Bold, 8.5f, Ink);

    public static readonly TableLook DocumentTable = new(Body with { Size = 10 }, PrimaryDark, SKColors.White, PrimaryTint, Shade);

    public static SKColor Dot(StatusTone tone) =>
        tone switch
        {
            StatusTone.Coming => Faint,
            StatusTone.Paid => Success,
            StatusTone.Due => Warning,
            StatusTone.Overdue => Danger,
        };
}
