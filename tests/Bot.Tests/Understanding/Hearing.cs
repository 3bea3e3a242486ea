using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Dialogs.Understanding;
using DiGiBachat.Bot.Hosting;

namespace DiGiBachat.Bot.Tests.Understanding;

/// <summary>The real dialogs, words and sentences, and the shortest way to ask what a text means.</summary>
internal static class Hearing
{
    public static readonly DialogCatalog Catalog = Bot.Hosting.Catalog.Compile(
        Bot.Hosting.Catalog.LoadTexts()
    );

    /// <summary>A Sunday.</summary>
    public static readonly SlotSurroundings Around = new(
        new DateOnly(2026, 4, 5),
        "en",
        [
            new NamedMember(7, "Sunita Devi", "1234"),
            new NamedMember(12, "Kamla", "5678"),
            new NamedMember(3, "Ravi", ""),
        ]
    );

    public static readonly IntentReader Reader = new(Catalog);

    public static Meaning Of(string text, Awaiting awaiting = Awaiting.Nothing) =>
        Reader.Read(text, awaiting, Roles.Anybody, Around);

    /// <summary>"loan amount=5000 months=12": where it leads and what was heard.</summary>
    public static string Said(string text, Awaiting awaiting = Awaiting.Nothing)
    {
        var meaning = Of(text, awaiting);
        var target = meaning.Understood.Target ?? meaning.Intent;
        var slots = string.Concat(
            meaning
                .Slots.Where(s => s.Key is not ("kind" or "scope" or "lang"))
                .Select(s => $" {s.Key}={s.Value}")
        );
        return target.Replace("engine.commands.", "", StringComparison.Ordinal) + slots;
    }

    public static List<string[]> Rows(string file) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", file))
                .Skip(1)
                .Where(l => l.Length > 0)
                .Select(l => l.Split('\t')),
        ];

    public static Score Scored(string file)
    {
        var score = new Score(Catalog, new DateOnly(2026, 4, 5));
        score.Take(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", file)));
        return score;
    }
}
