using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Statements;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Queries;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Pages;

/// <summary>
/// <c>/d/{token}</c>: how the group does, as the chat says it, with three charts. Whoever has the link sees the group's totals and
/// nothing of any member.
/// </summary>
internal static class DashboardPage
{
    private const string Path = "/d/{token}";
    private const int ShownPeriods = 12;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(Path, ["GET", "HEAD"], ShowAsync);

    private static async Task ShowAsync(string token, DashboardSource source, HttpContext http)
    {
        if (await source.ReadAsync(token, http.RequestAborted) is { } page)
            await PageFrame.WriteAsync(http, StatusCodes.Status200OK, page.Language, page.Title, page.Content);
        else
            await UnknownAsync(source, http);
    }

    private static Task UnknownAsync(DashboardSource source, HttpContext http)
    {
        var language = http.Request.Headers.AcceptLanguage.ToString().StartsWith("hi", StringComparison.OrdinalIgnoreCase) ? "hi" : "en";
        var title = source.Label(language, "dashboard.title");
        var content =
            $"<section><h1>{PageFrame.Encode(title)}</h1><p class=\"state bad\">{PageFrame.Encode(source.Label(language, "dashboard.unknown"))}</p></section>";
        return PageFrame.WriteAsync(http, StatusCodes.Status404NotFound, language, title, content);
    }

    /// <summary>A page ready to be written.</summary>
    internal sealed record Drawn(string Language, string Title, string Content);

    /// <summary>Reads what a link names and draws it.</summary>
    internal sealed class DashboardSource(TurnStore store, HistoryQueries history, Links links, Texts.Texts texts, TimeProvider clock)
    {
        public string Label(string language, string key) => texts.Say(new Texts.Text(key), new(language, ChannelKind.WhatsApp));

        public async Task<Drawn?> ReadAsync(string token, CancellationToken cancellation)
        {
            var now = clock.GetUtcNow();
            if (links.Read(token, now) is not LinkReading.Valid { Payload: { Kind: LinkKind.Dashboard } link })
                return null;
            var read = await store.ReadGroupAsync(new(link.Group), Scope.All, cancellation);
            if (read is null)
                return null;
            var calendar = Actor.Calendar(now);
            var group = read.Apply(RollForward.To(read, calendar), calendar).Group;
            var months = await history.MonthsAsync(group.Id, calendar.Today, cancellation);
            var periods = await history.PeriodsAsync(group.Id, calendar.Today, ShownPeriods, cancellation);
            var health = GroupHealth.Of(group, calendar.Today, months);
            var view = new DashboardView(texts, link.Language);
            return new(
                link.Language,
                $"{group.Name} · {Label(link.Language, "dashboard.title")}",
                view.Draw(group.Name, health, months, periods)
            );
        }
    }
}
