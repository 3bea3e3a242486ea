using System.Diagnostics;
using System.Globalization;
using DiGiBachat.Bench.Measuring;
using DiGiBachat.Bench.Seeding;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Dialogs.Understanding;
using DiGiBachat.Bot.Hosting;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;

namespace DiGiBachat.Bench.Understanding;

/// <summary>
/// Microseconds to understand one answer, and to take one step of the dialog engine (routing, slots, next state; no action, no
/// database). One thread, the median of many batches.
/// </summary>
internal static class ParseBench
{
    private const int Batches = 41;
    private const int InABatch = 2_000;
    private const int SampleRounds = 8;
    private const int InASample = 100;

    private static readonly (string Kind, string[] Texts)[] Slots =
    [
        (
            "money",
            ["500", "Rs. 1,500/-", "5 hajaar", "पाँच सौ", "1.5 lakh", "do hazaar paanch sau"]
        ),
        ("months", ["12", "6 months", "बारह महीने", "1 saal"]),
        ("yes-no", ["yes", "haan ji", "हाँ", "nahi", "theek hai"]),
        ("date", ["today", "kal", "10/11/2026", "15 november", "परसों"]),
        ("member", ["7", "Sunita", "sunta devi", "Kamla"]),
        ("text", ["school fees for my daughter"]),
    ];

    private static readonly string[] Commands =
    [
        "menu",
        "balance",
        "emi 10000 12",
        "balence",
        "cash 7 500",
        "mera khata dikhao",
        "yeh kya hai bhai",
    ];

    public static void Run()
    {
        var today = new DateOnly(2026, 11, 23);
        var members = Enumerable
            .Range(1, BenchOptions.MembersPerGroup)
            .Select(n => new NamedMember(n, SeedPlan.Name(0, n), SeedPlan.Phone(0, n)[^4..]))
            .ToList();
        var around = new SlotSurroundings(today, Formats.English, members);
        Report.Say(
            $"load {Processes.Load()}, .NET {Environment.Version}; µs each, median of {Batches} batches of {InABatch}"
        );
        foreach (var (name, texts) in Slots)
        {
            var kind = SlotCatalog.Kinds[name];
            foreach (var text in texts)
                Row(name, text, kind.Read(text, around), () => kind.Read(text, around));
        }
        var engine = Catalog.Engine(Catalog.LoadTexts());
        var surroundings = new Surroundings(
            Formats.English,
            Roles.Member | Roles.Treasurer,
            IndianTime.StartOf(today),
            Bot.Channels.ChannelKind.WhatsApp,
            true,
            null,
            around
        );
        Sample(engine, surroundings);
        foreach (var text in Commands)
            Row(
                "engine",
                text,
                engine.Begin(null, new(text), surroundings),
                () => engine.Begin(null, new(text), surroundings)
            );
    }

    /// <summary>
    /// The whole understanding of each message of the sample at no question: command, phrase, sentence, yes or no, typo. The median
    /// and the slowest twentieth of the messages.
    /// </summary>
    private static void Sample(DialogEngine engine, Surroundings surroundings)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "utterances_sample.tsv");
        var reader = new IntentReader(Catalog.Compile(Catalog.LoadTexts()));
        var texts = File.ReadLines(path).Skip(1).Select(line => line.Split('\t')[0]).ToList();
        var took = new double[texts.Count];
        for (var round = -SampleRounds; round < SampleRounds; round++)
        {
            for (var i = 0; i < texts.Count; i++)
            {
                var began = Stopwatch.GetTimestamp();
                for (var again = 0; again < InASample; again++)
                    reader.Read(texts[i], Awaiting.Nothing, surroundings.Roles, surroundings.Slots);
                var each = Stopwatch.GetElapsedTime(began).TotalMicroseconds / InASample;
                took[i] = round == 0 ? each : round > 0 ? Math.Min(took[i], each) : 0;
            }
        }

        var sorted = took.Order().ToList();
        Report.Say(
            $"{texts.Count} messages of the sample, whole: median {sorted[sorted.Count / 2]:0.0}, 95 of 100 under {sorted[sorted.Count * 95 / 100]:0.0}, slowest {sorted[^1]:0.0} ({texts[Array.IndexOf(took, sorted[^1])]})"
        );
        var whole = new double[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            var began = Stopwatch.GetTimestamp();
            for (var again = 0; again < InASample; again++)
                engine.Begin(null, new(texts[i]), surroundings);
            whole[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds / InASample;
        }

        Report.Say($"the same with the engine's first step: median {Report.Median(whole):0.0}");
    }

    private static void Row(string what, string text, object? came, Func<object> read)
    {
        var took = new double[Batches];
        for (var batch = -Batches; batch < Batches; batch++)
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < InABatch; i++)
                read();
            if (batch >= 0)
                took[batch] = Stopwatch.GetElapsedTime(began).TotalMicroseconds / InABatch;
        }
        Report.Say($"{what, -8}{Report.Median(took), 8:0.0}   {text}   → {Short(came)}");
    }

    private static string Short(object? came) =>
        came switch
        {
            SlotOutcome.Understood understood => understood.Value,
            SlotOutcome.Ambiguous several => string.Join(" or ", several.Values),
            Step.CallAction call => call.Action,
            Step.Finished finished => string.Join(", ", finished.Says.Select(s => s.Text.Key)),
            _ => Convert.ToString(came?.GetType().Name, CultureInfo.InvariantCulture) ?? "",
        };
}
