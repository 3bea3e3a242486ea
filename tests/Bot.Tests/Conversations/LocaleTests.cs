using DiGiBachat.Bot.Actions;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Hosting;
using DiGiBachat.Bot.Statements;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;

namespace DiGiBachat.Bot.Tests.Conversations;

/// <summary>The locales against everything that speaks through them.</summary>
public sealed class LocaleTests
{
    /// <summary>Two segments: what a question or a receipt may cost.</summary>
    private const int SmsBudget = 2;

    private static readonly DiGiBachat.Bot.Texts.Texts Texts = Catalog.LoadTexts();

    public static TheoryData<string> Refusals =>
        [.. typeof(Refusal).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal))).Select(t => t.Name)];

    [Fact]
    public void Dialogs_and_locales_are_without_fault() => Catalog.Problems().Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_has_words_that_its_facts_fill(string name)
    {
        var type = typeof(Refusal).Assembly.GetTypes().Single(t => t.Name == name);
        var key = RefusalTexts.KeyOf(type);
        Texts.Has(key).Should().BeTrue("{0} needs a text", key);
        var facts = type.GetProperties().Select(p => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(p.Name));
        Texts.Placeholders(key).Should().BeSubsetOf(facts);
    }

    [Fact]
    public void What_slots_and_statements_say_has_words() =>
        SlotCatalog.TextKeys.Concat(StatementLabels.All).Where(key => !Texts.Has(key)).Should().BeEmpty();

    /// <summary>Sections whose texts are parts of others, or pages.</summary>
    private static readonly string[] NotSentAlone = ["pay.", "statement.", "engine.examples.", "engine.roles."];

    [Theory]
    [InlineData(Formats.English)]
    [InlineData(Formats.RomanHindi)]
    public void A_text_costs_at_most_two_segments_on_SMS(string language)
    {
        var reader = new Reader(language, ChannelKind.Sms);
        var dear = Texts
            .Keys.Where(key => !NotSentAlone.Any(section => key.StartsWith(section, StringComparison.Ordinal)))
            .Select(key => (key, cost: SmsSegments.Of(Filled(key, reader))))
            .Where(text => text.cost.Segments > SmsBudget)
            .Select(text => $"{text.key} {text.cost}");
        dear.Should().BeEmpty();
    }

    /// <summary>The text with figures of an ordinary length in its holes; a list counts for nothing, it is as long as it is.</summary>
    private static string Filled(string key, Reader reader)
    {
        foreach (var value in new object[] { Money.Rupees(12_500), 12, new DateOnly(2026, 11, 23), new Rate(200), "Sunita Devi", new Text("engine.choices.yes") })
        {
            // Which kind a hole takes stands in no file; the first that the text can show is as good as any.
            try
            {
                return Texts.Say(Text.Of(key, [.. Texts.Placeholders(key).Select(name => (name, (object?)Value(name, value)))]), reader);
            }
            catch (Exception wrongKind) when (wrongKind is ArgumentException or InvalidOperationException or NotSupportedException or FormatException)
            {
                continue;
            }
        }
        throw new InvalidOperationException($"No value fits the holes of {key}.");
    }

    private static object Value(string name, object otherwise) =>
        name switch
        {
            "lines" => new List<Text>(),
            "link" => "https://bachat.example/p/" + new string('x', SignedLinks.TokenLength),
            "amount" or "savings" or "outstanding" or "payoff" or "total" or "interest" or "principal" or "charge" or "contribution" or "instalment" or "limit" or "due" => Money.Rupees(12_500),
            "on" or "first-on" or "from" or "to" or "until" or "day" when otherwise is DateOnly => otherwise,
            "months" or "loan" or "payment" or "number" or "count" or "days" or "members" => 12,
            "name" or "group" or "by" or "admin" or "treasurer" or "reason" or "purpose" => "Sunita Devi",
            _ => otherwise,
        };
}
