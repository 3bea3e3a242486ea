using System.Data.Common;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Persistence;

namespace DiGiBachat.Bot.Hosting;

/// <summary>What the program does, by its first word: serve (no word), migrate, check, docs, understand, audit.</summary>
internal static class BotProgram
{
    private const string Usage = """
        dotnet run --project src/Bot [-- command]

          (none)          serves the bot
          migrate         brings the database to the newest schema
          check           checks dialogs, locales, settings and the database
          docs            draws every conversation into docs/conversations/
          understand …    what a message means and why; --score FILE.tsv and --numbers FILE.tsv measure a table
          audit [group]   proves the ledger: chains, sums and balances of one group or of all
        """;

    private static readonly Dictionary<string, Func<string[], Task<int>>> ByName = new()
    {
        ["migrate"] = _ => Commands.MigrateAsync(),
        ["check"] = _ => Commands.CheckAsync(),
        ["docs"] = _ => Task.FromResult(Commands.Docs()),
        ["audit"] = args => Commands.AuditAsync(args.ElementAtOrDefault(1)),
        ["understand"] = args => Task.FromResult(UnderstandCommand.Run(args[1..])),
        ["help"] = _ => Task.FromResult(Say(Usage)),
    };

    internal static IEnumerable<string> CommandNames => ByName.Keys;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            Formats.AssertIcu();
            if (CommandOf(args) is not { } command)
                return await ServeAsync(args);
            return ByName.TryGetValue(command, out var run)
                ? await run(args)
                : Complain($"There is no command '{command}'.\n{Usage}");
        }
        catch (SettingsProblem problem)
        {
            return Complain(problem.Message);
        }
        catch (LocalPostgresProblem problem)
        {
            return Complain(problem.Message);
        }
        catch (DbException failure)
        {
            return Complain(Commands.Complaint(failure));
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return Complain($"{taken.Message} Another program uses this port: stop it, or set --urls http://127.0.0.1:<port>.");
        }
    }

    /// <summary>Only the first word can be one: what follows a setting is its value.</summary>
    internal static string? CommandOf(string[] args) => args is [var first, ..] && !first.StartsWith('-') ? first : null;

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var host = await BotHost.BuildAsync(args);
        await host.App.RunAsync();
        return 0;
    }

    private static int Say(string words)
    {
        Console.WriteLine(words);
        return 0;
    }

    internal static int Complain(string words)
    {
        Console.Error.WriteLine(words);
        return 1;
    }
}
