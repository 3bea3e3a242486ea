using System.Globalization;

namespace DiGiBachat.Bench;

/// <summary>What is measured and for how long. Every round ends by itself.</summary>
public sealed record BenchOptions
{
    public const int MembersPerGroup = 20;

    /// <summary>With fewer there are not treasurers enough for a round of money turns.</summary>
    public const int FewestForMoney = 10_000;

    /// <summary>1,000,000 members.</summary>
    public int Groups { get; init; } = 50_000;

    /// <summary>Pairs of one round of ours and one of pgbench, in shuffled order.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Before each measured stretch; nothing of it is counted.</summary>
    public int WarmUpSeconds { get; init; } = 9;
    public int Seconds { get; init; } = 12;

    /// <summary>People who write at the same time, and pgbench's clients.</summary>
    public int Senders { get; init; } = 16;
    public int Clients { get; init; } = 8;

    /// <summary>For the latency round.</summary>
    public int TurnsPerSecond { get; init; } = 333;
    public int MoneyPercent { get; init; } = 30;

    /// <summary>Whether the bot runs its jobs and sends its outbox, to a stand-in for Twilio in this process.</summary>
    public bool Jobs { get; init; }
    public bool Fresh { get; init; }
    public string? Only { get; init; }

    /// <summary>The folder of another build of the bot, which takes pgbench's place.</summary>
    public string? Against { get; init; }

    /// <summary>Environment variables of our bot beside the usual; not of the one it is compared with.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    public const string Usage = """
        ./dev bench [option …]      how fast a turn is, beside pgbench running the same statements
        ./dev bench parse           how fast a sentence is understood
        ./dev bench seed            makes the database only

          --quick          2 rounds of 4 s after 2 s: about a minute, for a first look
          --groups N       groups of 20 members (50000); another number makes the database anew; fewer than 10000: no money rounds
          --rounds N       pairs of rounds (5)
          --seconds N      measured in each round (12)
          --warm-up N      seconds before it (9)
          --senders N      people writing at the same time (16)
          --clients N      pgbench's clients (8)
          --only WHAT      chat, money or latency
          --jobs           latency: the bot also sends its outbox, to a stand-in for Twilio
          --against DIR    pairs with another build of the bot instead of pgbench: what a change has gained
          --set NAME=VALUE an environment variable of our bot (not of the one it is compared with)
          --fresh          makes the database anew
        """;

    /// <summary>Null with a complaint.</summary>
    public static (BenchOptions? Options, string? Complaint) Read(IReadOnlyList<string> words)
    {
        var options = new BenchOptions();
        for (var i = 0; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "--quick":
                    options = options with { Rounds = 2, WarmUpSeconds = 2, Seconds = 4 };
                    continue;
                case "--jobs":
                    options = options with { Jobs = true };
                    continue;
                case "--fresh":
                    options = options with { Fresh = true };
                    continue;
                case "--only"
                    when i + 1 < words.Count && words[i + 1] is "chat" or "money" or "latency":
                    options = options with { Only = words[++i] };
                    continue;
                case "--set"
                    when i + 1 < words.Count
                        && words[i + 1].Contains('=', StringComparison.Ordinal):
                    options = options with { Set = [.. options.Set, words[++i]] };
                    continue;
                case "--against" when i + 1 < words.Count:
                    options = options with { Against = words[++i] };
                    continue;
                default:
                    if (
                        i + 1 >= words.Count
                        || !int.TryParse(
                            words[i + 1],
                            NumberStyles.None,
                            CultureInfo.InvariantCulture,
                            out var number
                        )
                        || number < 1
                    )
                        return (null, $"'{words[i]}' is not understood.\n{Usage}");
                    if (With(options, words[i], number) is not { } changed)
                        return (null, $"There is no option '{words[i]}'.\n{Usage}");
                    options = changed;
                    i++;
                    continue;
            }
        }
        return (options, null);
    }

    public bool HasChat => Only is null or "chat";
    public bool HasMoney => (Only is null or "money") && Groups >= FewestForMoney;

    private static BenchOptions? With(BenchOptions options, string name, int number) =>
        name switch
        {
            "--groups" => options with { Groups = Math.Max(200, number) },
            "--rounds" => options with { Rounds = number },
            "--seconds" => options with { Seconds = number },
            "--warm-up" => options with { WarmUpSeconds = number },
            "--senders" => options with { Senders = number },
            "--clients" => options with { Clients = number },
            _ => null,
        };
}
