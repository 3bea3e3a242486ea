using System.Globalization;
using System.Text;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Hosting;
using DiGiBachat.Bot.Tests.Transcripts;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Tests.Features;

/// <summary>
/// Where each line of the product is: its commands, the conversation that each starts for somebody of that role, the way there by
/// menu, and the transcripts that hold it.
/// </summary>
internal sealed class FeaturesPage
{
    private static readonly SlotSurroundings Group = new(
        new(2026, 4, 5),
        Formats.English,
        [new(2, "Meera Joshi", "0002"), new(3, "Sunita Devi", "0003"), new(5, "Ravi Patil", "0005"), new(6, "Lata Bai", ""), new(7, "Radha Kale", "0007")]
    );

    private readonly DialogCatalog catalog = DialogCatalog.Compile(
        Catalog.ReadDialogs().Dialogs,
        SlotCatalog.Kinds,
        Catalog.TextsFor(Said.Texts)
    );

    /// <summary>The dialog that a command starts for somebody of that table; null when it is the engine's own (help, hindi), "" when nothing.</summary>
    public string? DialogOf(Feature feature, string command)
    {
        if (catalog.Router.Global(command) is not null)
            return null;
        return catalog.Router.Find(command, RolesOf(feature), Group).Route?.Dialog.Name ?? "";
    }

    public IReadOnlyList<string> DialogsOf(Feature feature) =>
        [.. feature.Commands.Select(c => DialogOf(feature, c)).OfType<string>().Where(d => d.Length > 0).Concat(feature.Dialogs).Distinct()];

    /// <summary>The titles of the menus on the way to a dialog; null when no menu leads there.</summary>
    public IReadOnlyList<string>? WayTo(string dialog)
    {
        var ways = new Queue<(string Menu, IReadOnlyList<string> Titles)>([(DialogCatalog.MenuDialog, ["MENU"])]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out var at))
        {
            if (!seen.Add(at.Menu))
                continue;
            foreach (var next in catalog.Find(at.Menu)!.States.OfType<MenuState>().SelectMany(m => m.Dialogs))
            {
                IReadOnlyList<string> titles = [.. at.Titles, Title(next)];
                if (next == dialog)
                    return titles;
                if (catalog.Find(next) is { } menu && menu.States.OfType<MenuState>().Any())
                    ways.Enqueue((next, titles));
            }
        }
        return null;
    }

    /// <summary>The transcripts of a language in which something of the dialog is said.</summary>
    public IReadOnlyList<string> HeldIn(string dialog, string language) =>
        [.. CoverageTests.TextsOf(catalog.Find(dialog)!).SelectMany(key => Said.In(key, language)).Distinct().Order(StringComparer.Ordinal)];

    public string Write()
    {
        var page = new StringBuilder(
            "# What it does, line by line\n\nWritten by a test (`./dev transcripts`) from `features.yaml`; the build fails when a line has no conversation, no way by menu,\nor no transcript in one of the three languages.\n"
        );
        foreach (var table in FeatureList.All.GroupBy(f => f.For))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {char.ToUpperInvariant(table.Key[0])}{table.Key[1..]}\n\n| what | words | conversation | by menu | transcripts |\n|---|---|---|---|---|\n");
            foreach (var feature in table)
                page.Append(CultureInfo.InvariantCulture, $"| {feature.What} | {string.Join("<br>", feature.Commands.Select(c => $"`{c}`"))} | {Links(feature)} | {Menus(feature)} | {Files(feature)} |\n");
        }
        return page.ToString();
    }

    private string Links(Feature feature) => string.Join("<br>", DialogsOf(feature).Select(d => $"[{d}](conversations/{d}.md)"));

    private string Menus(Feature feature) =>
        string.Join("<br>", DialogsOf(feature).Select(WayTo).OfType<IReadOnlyList<string>>().Select(w => string.Join(" › ", w.SkipLast(1))).Distinct());

    private string Files(Feature feature) =>
        string.Join(
            "<br>",
            DialogsOf(feature)
                .SelectMany(d => Formats.Languages.SelectMany(l => HeldIn(d, l)))
                .Concat(feature.Says.SelectMany(key => Formats.Languages.SelectMany(l => Said.In(key, l))))
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(file => $"[{Path.GetFileNameWithoutExtension(file)}](../tests/Bot.Tests/Transcripts/{file})")
        );

    private static string Title(string dialog) => Said.Texts.Raw(Formats.English, $"{dialog}.title") ?? dialog;

    private static Roles RolesOf(Feature feature) =>
        feature.For switch
        {
            "anybody" => Roles.Pending | Roles.Member,
            "member" => Roles.Member,
            "treasurer" => Roles.Member | Roles.Treasurer,
            "admin" => Roles.Member | Roles.Treasurer | Roles.Admin,
            var other => throw new InvalidOperationException($"Nobody is {other}."),
        };
}
