using DiGiBachat.Bot.Statements;
using DiGiBachat.Core;

namespace DiGiBachat.Bot.Pages;

/// <summary>A statement or report by link: whose, which days (both included), in which language. A report is its reader's.</summary>
internal sealed record StatementLink(GroupId Group, MemberNumber Member, DateOnly From, DateOnly To, string Language);

/// <summary>The links that the bot gives out. Each is signed and expires; whoever has it sees what it opens and nothing else.</summary>
internal sealed class Links(SignedLinks signed, Uri publicUrl, string? whatsAppNumber)
{
    public static readonly TimeSpan StatementLives = TimeSpan.FromDays(7);

    /// <summary>A printed statement is checked long after it was made.</summary>
    public static readonly TimeSpan CheckLives = TimeSpan.FromDays(3 * 366);
    public static readonly TimeSpan DashboardLives = TimeSpan.FromDays(7);
    public static readonly TimeSpan PictureLives = TimeSpan.FromDays(30);

    /// <summary>In place of a first day: the whole book.</summary>
    public static readonly DateOnly FromTheBeginning = new(2000, 1, 1);

    /// <summary>What the second number of a picture's link says the picture is.</summary>
    public const int PayPicture = 1;
    public const int JoinPicture = 2;

    private readonly string site = publicUrl.OriginalString.TrimEnd('/');

    /// <summary>Opens WhatsApp with the message that asks to join; on SMS the code alone is sent.</summary>
    public string Join(string code) => $"https://wa.me/{whatsAppNumber?.TrimStart('+')}?text=join%20{code}";

    public string JoinQr(GroupId group, DateTimeOffset now) =>
        Picture(group, 0, (JoinPicture, "en"), now);

    public string Pay(GroupId group, PaymentNumber payment, string language, DateTimeOffset now) =>
        $"{site}/p/{Sign(new(LinkKind.Pay, group.Value, payment.Value, 0, language, null, null, now + PictureLives))}";

    public string PayQr(GroupId group, PaymentNumber payment, string language, DateTimeOffset now) =>
        Picture(group, payment.Value, (PayPicture, language), now);

    /// <summary>The statement's page; with ".pdf" behind it, the statement.</summary>
    public string Statement(StatementLink link, DateTimeOffset now) => Statement(link, now + StatementLives, site);

    /// <summary>Stands in the QR of the printed statement and opens what the book says of the same days.</summary>
    public string Check(StatementLink link, DateTimeOffset now) => Statement(link, now + CheckLives, site);

    /// <summary>A report's address; ".pdf", ".xlsx" and ".journal" behind it say in which form.</summary>
    public string Report(StatementLink link, DateTimeOffset now) =>
        $"{site}/r/{Sign(new(LinkKind.Report, link.Group.Value, link.Member.Value, 0, link.Language, link.From, link.To, now + StatementLives))}";
    /// <summary>The group's health as a page. It names no member.</summary>
    public string Dashboard(GroupId group, string language, DateTimeOffset now) =>
        $"{site}/d/{Sign(new(LinkKind.Dashboard, group.Value, 0, 0, language, null, null, now + DashboardLives))}";

    public LinkReading Read(string token, DateTimeOffset now) => signed.Read(token, now);

    private string Statement(StatementLink link, DateTimeOffset until, string under) =>
        $"{under}/s/{Sign(new(LinkKind.Statement, link.Group.Value, link.Member.Value, 0, link.Language, link.From, link.To, until))}";

    private string Picture(GroupId group, int number, (int What, string Language) picture, DateTimeOffset now) =>
        $"{site}/m/{Sign(new(LinkKind.Media, group.Value, number, picture.What, picture.Language, null, null, now + PictureLives))}.png";

    private string Sign(LinkPayload payload) => signed.Sign(payload);
}
