using System.Globalization;
using DiGiBachat.Bench.Load;

namespace DiGiBachat.Bench.Measuring;

/// <summary>What was measured, in lines that explain themselves.</summary>
internal static class Report
{
    public const double LeastChat = 0.60;
    public const double LeastMoney = 0.55;
    public const double MostMilliseconds = 10;
    public const double MostOfMachine = 0.35;

    /// <summary>Above this share of the machine somebody else was at work too.</summary>
    private const double Quiet = 0.05;

    public static void Head(BenchOptions options)
    {
        Say(
            $"{Environment.ProcessorCount} cores, load {Processes.Load()}, .NET {Environment.Version}; {options.Groups:N0} groups of {BenchOptions.MembersPerGroup};"
        );
        Say(
            $"{options.Senders} senders, {options.Clients} pgbench clients; {options.Rounds} pairs of {options.Seconds} s after {options.WarmUpSeconds} s, order drawn."
        );
        Say(
            $"chat:  a conversation of 8 turns that move nothing (menu, balance, emi, loan … no); 2 round trips to the database each."
        );
        Say(
            $"money: a treasurer's \"1\" to the cash she was asked about the turn before; counts when its answer has a receipt; 3 round trips."
        );
        Say(
            $"CPU in % of all cores; gen = the generator, or pgbench itself; other = everybody else on the machine."
        );
        Say(
            $"ratio = our turns/s to pgbench's. by CPU = pgbench's CPU for a turn to ours, generator and database included."
        );
        Say($"");
        Say(
            $"{"", -16}{"turns/s", 9}{"p50 ms", 8}{"p95", 7}{"p99", 7}{"bot", 6}{"db", 6}{"gen", 6}{"other", 7}{"MiB", 6}{"ratio", 8}{"by CPU", 8}   book"
        );
    }

    public static void Show(string name, int number, Pair pair)
    {
        var ours = pair.Ours;
        Row($"{name} {number}", ours, (pair.Ratio, pair.CpuRatio));
        var cpu = pair.Theirs.Cpu;
        Say(
            $"{"  pgbench", -16}{pair.Theirs.Rate, 9:0}{"", 22}{"", 6}{Percent(cpu.Database), 6}{Percent(cpu.Generator), 6}{Percent(cpu.Others), 7}{"", 22}   {pair.TheirComplaint ?? "right"}"
        );
    }

    public static void Row(string name, OurRound ours, (double Turns, double Cpu)? ratio)
    {
        var f = ours.Figures;
        Say(
            $"{name, -16}{f.Rate, 9:0}{f.P50, 8:0.0}{f.P95, 7:0.0}{f.P99, 7:0.0}{Percent(ours.Cpu.Bot), 6}{Percent(ours.Cpu.Database), 6}{Percent(ours.Cpu.Generator), 6}{Percent(ours.Cpu.Others), 7}{ours.Memory, 6:0}{Two(ratio?.Turns), 8}{Two(ratio?.Cpu), 8}   {ours.Complaint ?? "right"}"
        );
        if (f.Failures > 0)
            Say($"  {f.Failures} turns were not answered as expected, the first: {f.FirstFailure}");
    }

    public static bool Sum(string name, IReadOnlyList<Pair> pairs, double least)
    {
        var ratios = pairs.Select(p => p.Ratio).Order().ToList();
        var rate = Median(pairs.Select(p => p.Ours.Figures.Rate));
        var theirs = Median(pairs.Select(p => p.Theirs.Rate));
        var ratio = Median(ratios);
        var right = pairs.All(p =>
            p.Ours.Complaint is null && p.TheirComplaint is null && p.Ours.Figures.Failures == 0
        );
        Say(
            $"{name}: {rate:0} turns/s to pgbench's {theirs:0}; median ratio {ratio:0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00}), by CPU {Median(pairs.Select(p => p.CpuRatio)):0.00}; asked: {least:0.00} — {(ratio >= least ? "met" : "MISSED")}"
        );
        if (!right)
            Say($"{name}: a book was wrong or a turn failed; see above. The figures do not count.");
        Noise(pairs.Max(p => Math.Max(p.Ours.Cpu.Others, p.Theirs.Cpu.Others)));
        return right;
    }

    public static bool Latency(OurRound round, Figures money, BenchOptions options)
    {
        var f = round.Figures;
        Say(
            $"{options.TurnsPerSecond} turns/s, {options.MoneyPercent} % money: p50 {f.P50:0.0}, p95 {f.P95:0.0}, p99 {f.P99:0.0} ms (money alone: p95 {money.P95:0.0}); asked: p95 under {MostMilliseconds:0} ms — {(f.P95 < MostMilliseconds ? "met" : "MISSED")}"
        );
        Say(
            $"  CPU: bot {Percent(round.Cpu.Bot)} %, PostgreSQL {Percent(round.Cpu.Database)} %, generator {Percent(round.Cpu.Generator)} % of the machine; asked of the bot: at most {Percent(MostOfMachine)} % — {(round.Cpu.Bot <= MostOfMachine ? "met" : "MISSED")}; {(options.Jobs ? "outbox sent meanwhile" : "jobs off")}"
        );
        Noise(round.Cpu.Others);
        return round.Complaint is null && f.Failures == 0;
    }

    public static void Say(FormattableString line) =>
        Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static void Noise(double others)
    {
        if (others > Quiet)
            Say(
                $"  Others used up to {Percent(others)} % of the machine meanwhile (load {Processes.Load()}): ratios of turns favour whoever has more threads then; take them again when it is quiet."
            );
    }

    private static string Two(double? value) =>
        value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static string Percent(double share) =>
        (share * 100).ToString("0", CultureInfo.InvariantCulture);
}
