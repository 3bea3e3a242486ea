using System.Data.Common;
using DiGiBachat.Bot.Operations;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Persistence;
using DiGiBachat.Persistence.Auditing;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Hosting;

/// <summary>What the program does besides serving. Each says what it did and ends with 0, or what is wrong and ends with 1.</summary>
internal static class Commands
{
    /// <summary>PostgreSQL's code for a table that is not there.</summary>
    private const string NoSuchTable = "42P01";

    public static async Task<int> MigrateAsync()
    {
        await using var host = await BotHost.BuildAsync(["--Bot:Jobs=false"]);
        await PersistenceSetup.MigrateAsync(host.ConnectionString, CancellationToken.None);
        Console.WriteLine("The database has the newest schema.");
        return 0;
    }

    /// <summary>Dialogs, locales, settings and the database, in this order: what needs less comes first.</summary>
    public static async Task<int> CheckAsync()
    {
        var problems = Catalog.Problems();
        foreach (var problem in problems)
            Console.Error.WriteLine(problem);
        if (problems.Count > 0)
            return BotProgram.Complain($"{problems.Count} problems in dialogs and locales.");
        Console.WriteLine("Dialogs and locales are in order.");
        await using var host = await BotHost.BuildAsync(["--Bot:Jobs=false"]);
        Console.WriteLine("Settings are in order.");
        if (await DatabaseComplaintAsync(host) is { } complaint)
            return BotProgram.Complain(complaint);
        Console.WriteLine("The database answers.");
        return 0;
    }

    /// <summary>A sentence about what keeps the database from answering; null when it does.</summary>
    internal static async Task<string?> DatabaseComplaintAsync(BotHost host)
    {
        try
        {
            var services = host.App.Services;
            await services.GetRequiredService<Outbox>().BacklogAsync(services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
            return null;
        }
        catch (DbException failure)
        {
            return Complaint(failure);
        }
    }

    internal static string Complaint(DbException failure) =>
        failure.SqlState switch
        {
            NoSuchTable => "The database answers and has no tables of the bot: bring it to the newest schema with the command migrate.",
            null => $"The database does not answer: {Said(failure)}. ConnectionStrings:Bachat says where it is looked for.",
            _ => $"The database refuses: {Said(failure)}.",
        };

    private static string Said(DbException failure) => LogRedaction.Mask(failure.Message).TrimEnd('.');

    /// <summary>One page for each conversation: a drawing, and its texts in every language.</summary>
    public static int Docs()
    {
        var texts = Catalog.LoadTexts();
        var folder = Path.Combine(Path.GetDirectoryName(LocalPostgresOptions.Default().Folder)!, "..", "docs", "conversations");
        Directory.CreateDirectory(folder);
        var dialogs = Catalog.ReadDialogs().Dialogs.OrderBy(d => d.Name, StringComparer.Ordinal).ToList();
        foreach (var dialog in dialogs)
            File.WriteAllText(Path.Combine(folder, $"{dialog.Name}.md"), ConversationPage.Write(dialog, texts));
        var links = dialogs.Select(d => $"* [{texts.Raw(Formats.English, d.TitleKey) ?? d.Name}]({d.Name}.md)\n");
        var index = "# Conversations\n\nDrawn from `dialogs/` and `locales/` by `./dev docs`.\n\n" + string.Concat(links);
        File.WriteAllText(Path.Combine(folder, "README.md"), index);
        Console.WriteLine($"{dialogs.Count} conversations drawn into docs/conversations.");
        return 0;
    }

    public static async Task<int> AuditAsync(string? group)
    {
        if (group is not null && !Guid.TryParse(group, out _))
            return BotProgram.Complain($"'{group}' is no group's id.");
        await using var host = await BotHost.BuildAsync(["--Bot:Jobs=false"]);
        var audit = host.App.Services.GetRequiredService<LedgerAudit>();
        var problems = await audit.CheckAsync(group is null ? null : new GroupId(Guid.Parse(group)), CancellationToken.None);
        foreach (var problem in problems)
            Console.Error.WriteLine(problem);
        if (problems.Count > 0)
            return BotProgram.Complain($"{problems.Count} problems in the ledger.");
        Console.WriteLine("Every chain, sum and balance is right.");
        return 0;
    }
}
