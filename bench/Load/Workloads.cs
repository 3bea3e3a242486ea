using System.Globalization;
using DiGiBachat.Bench.Seeding;

namespace DiGiBachat.Bench.Load;

/// <summary>What people write. Both workloads take their people from the groups that are the bot's.</summary>
internal static class Workloads
{
    /// <summary>A member looks around, reckons a loan, begins to ask for one and lets it be: 8 turns, none of which moves money.</summary>
    public static readonly IReadOnlyList<string> Conversation =
    [
        "menu",
        "balance",
        "emi 10000 12",
        "loan",
        "1000",
        "6",
        "school fees",
        "no",
    ];

    /// <summary>The turn that moves money: the yes to "cash 7 500", which was asked and checked in the turn before.</summary>
    public const string Confirmation = "1";

    public static string Cash(int payer) =>
        string.Create(CultureInfo.InvariantCulture, $"cash {payer} {SeedPlan.Paid.Paise / 100}");

    public static int AnyGroup(Random random, int groups) => random.Next(groups / 2) * 2;

    public static int AnyPayer(Random random) =>
        random.Next(SeedPlan.FirstPayer, BenchOptions.MembersPerGroup + 1);

    /// <summary>Treasurers in an order of their own, each once before one comes again.</summary>
    public static Queue<int> Treasurers(int groups, int seed)
    {
        var order = Enumerable.Range(0, groups / 2).Select(g => g * 2).ToArray();
        new Random(seed).Shuffle(order);
        return new(order);
    }
}
