using CsCheck;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using Say = DiGiBachat.Bot.Texts.Texts;

namespace DiGiBachat.Bot.Tests.Texts;

public sealed class TextsTests : IDisposable
{
    private const string English = """
        apply-loan:
          phrases: ["loan", "loan {amount} {months}"]
          amount: "How much? You may ask for {least} to {most}."
          confirm: "{name}: {amount} ({amount:words}), {months:plural one=# month other=# months} at {rate}."
          due:
            sms: "Due {on:short}: {amount}"
            whatsapp: "Due {on:relative} – {amount}"
        shared:
          hello: "Namaste {name}’s group, {{really}}"
          list: "Entries:\n{lines}"
          line: "{on} {amount}"
        """;

    private const string Hindi = """
        apply-loan:
          phrases: ["कर्ज़", "कर्ज़ {amount} {months}"]
          amount: "कितना? {least} से {most} तक।"
          confirm: "{name}: {amount} ({amount:words}), {months:plural one=# महीना other=# महीने}, {rate}।"
          due:
            sms: "{on:short} तक {amount}, ₹ 20 दंड"
            whatsapp: "{on:relative}: {amount}"
        shared:
          hello: "नमस्ते {name}"
          list: "खाता:\n{lines}"
          line: "{on} {amount}"
        """;

    private const string Roman = """
        apply-loan:
          phrases: ["karz", "karz {amount} {months}"]
          amount: "Kitna? {least} se {most} tak."
          confirm: "{name}: {amount} ({amount:words}), {months:plural one=# mahina other=# mahine}, {rate}."
          due:
            sms: "{on:short} tak {amount}"
            whatsapp: "{on:relative}: {amount}"
        shared:
          hello: "Namaste {name}"
          list: "Khata:\n{lines}"
          line: "{on} {amount}"
        """;

    private static readonly Reader WhatsApp = new("en", ChannelKind.WhatsApp);
    private static readonly Reader Sms = new("en", ChannelKind.Sms);
    private static readonly DateOnly Today = new(2026, 4, 5);

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Sound_files_have_no_problems() => Load().Problems().Should().BeEmpty();

    [Fact]
    public void Figures_are_said_in_the_readers_words()
    {
        var text = Text.Of("apply-loan.confirm", ("name", "Sunita"), ("amount", Money.Rupees(5_000)), ("months", 6), ("rate", new Rate(200)));
        Load().Say(text, WhatsApp).Should().Be("Sunita: ₹5,000 (five thousand rupees), 6 months at 2%.");
        Load().Say(text, Sms).Should().Be("Sunita: Rs 5,000 (five thousand rupees), 6 months at 2%.");
        Load().Say(text, new Reader("hi", ChannelKind.WhatsApp)).Should().Be("Sunita: ₹5,000 (पाँच हज़ार रुपये), 6 महीने, 2%।".Normalize());
        Load().Say(text, new Reader("hi-Latn", ChannelKind.Sms)).Should().Be("Sunita: Rs 5,000 (paanch hazaar rupaye), 6 mahine, 2%.");
    }

    [Fact]
    public void One_is_not_many()
    {
        var text = Text.Of("apply-loan.confirm", ("name", "S"), ("amount", Money.Rupees(1)), ("months", 1), ("rate", new Rate(0)));
        Load().Say(text, WhatsApp).Should().Contain("1 month at");
        Load().Say(text, new Reader("hi", ChannelKind.WhatsApp)).Should().Contain("1 महीना");
    }

    [Fact]
    public void A_channel_may_have_its_own_words()
    {
        var text = Text.Of("apply-loan.due", ("on", new DateOnly(2026, 4, 8)), ("amount", Money.Rupees(500)));
        Load().Say(text, WhatsApp, Today).Should().Be("Due in 3 days – ₹500");
        Load().Say(text, WhatsApp).Should().Be("Due 8 Apr 2026 – ₹500");
        Load().Say(text, Sms, Today).Should().Be("Due 8 Apr: Rs 500");
        Load().Say(text, new Reader("hi", ChannelKind.Sms), Today).Should().Be("8 अप्रैल तक Rs 500, Rs 20 दंड");
    }

    [Fact]
    public void On_sms_signs_outside_the_alphabet_are_replaced() =>
        Load().Say(Text.Of("shared.hello", ("name", "Saheli…")), Sms).Should().Be("Namaste Saheli...'s group, {really}");

    [Fact]
    public void What_people_typed_is_never_a_template()
    {
        var texts = Load();
        texts.Say(Text.Of("shared.hello", ("name", "{amount:words} {{name}} }")), WhatsApp).Should().Be("Namaste {amount:words} {{name}} }’s group, {really}");
        Gen.String[Gen.Char["{}:amountnewords #=₹\n"], 0, 30]
            .Sample(name => texts.Say(Text.Of("shared.hello", ("name", name)), WhatsApp) == $"Namaste {name}’s group, {{really}}", iter: 2_000);
    }

    [Fact]
    public void Texts_stand_within_texts_and_a_list_is_one_a_line()
    {
        Text Line(int day) => Text.Of("shared.line", ("on", new DateOnly(2026, 4, day)), ("amount", Money.Rupees(day)));
        Load().Say(Text.Of("shared.list", ("lines", new[] { Line(1), Line(2) })), WhatsApp).Should().Be("Entries:\n1 Apr 2026 ₹1\n2 Apr 2026 ₹2");
        Load().Say(Text.Of("shared.list", ("lines", Line(1))), Sms).Should().Be("Entries:\n1 Apr 2026 Rs 1");
    }

    [Fact]
    public void Our_own_mistakes_are_thrown()
    {
        FluentActions.Invoking(() => Load().Say(new Text("shared.nowhere"), WhatsApp)).Should().Throw<KeyNotFoundException>();
        FluentActions.Invoking(() => Load().Say(new Text("shared.hello"), WhatsApp)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Load().Say(Text.Of("shared.line", ("on", Today), ("amount", new object())), WhatsApp)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Phrases_belong_to_a_dialog_and_a_language()
    {
        Load().Phrases("apply-loan", "hi-Latn").Should().Equal("karz", "karz {amount} {months}");
        Load().Phrases("nowhere", "en").Should().BeEmpty();
    }

    [Fact]
    public void Keys_and_placeholders_can_be_asked_for()
    {
        Load().Keys.Should().Equal("apply-loan.amount", "apply-loan.confirm", "apply-loan.due", "shared.hello", "shared.list", "shared.line");
        Load().Placeholders("apply-loan.due").Should().BeEquivalentTo("on", "amount");
        Load().Has("shared.hello").Should().BeTrue();
        Load().Has("shared.nowhere").Should().BeFalse();
    }

    [Theory]
    [InlineData("  hello: \"नमस्ते {name}\"\n", "", "en.yaml:9: 'shared.hello' is missing in hi.yaml")]
    [InlineData("  hello:", "  hallo:", "hi.yaml:9: 'shared.hallo' is missing in en.yaml")]
    [InlineData("नमस्ते {name}", "नमस्ते {nam}", "hi.yaml:9: 'shared.hello' differs from en.yaml in its placeholders: nam, name")]
    [InlineData("नमस्ते {name}", "नमस्ते {name:loud}", "hi.yaml:9: 'shared.hello' has an unknown format: {name:loud}")]
    [InlineData("नमस्ते {name}", "नमस्ते {name", "hi.yaml:9: 'shared.hello' has an opening brace without a closing one")]
    [InlineData("नमस्ते {name}", "नमस्ते name}", "hi.yaml:9: 'shared.hello' has a closing brace without an opening one")]
    [InlineData("नमस्ते {name}", "", "hi.yaml:9: 'shared.hello' is empty")]
    [InlineData("one=# महीना other=# महीने", "many=# महीने", "hi.yaml:4: 'apply-loan.confirm' has a plural without one= and other=: {months:plural many=# महीने}")]
    [InlineData("\"कर्ज़ {amount} {months}\"", "\"कर्ज़ {amount}\"", "hi.yaml:2: the phrases of 'apply-loan' differ from en.yaml in their slots")]
    [InlineData("phrases: ", "words: ", "hi.yaml:2: 'apply-loan.words' is a list; only phrases may be one")]
    public void What_is_wrong_is_told_with_file_and_line(string right, string wrong, string problem)
    {
        Hindi.Should().Contain(right);
        Load(Hindi.Replace(right, wrong, StringComparison.Ordinal)).Problems().Select(found => found.ToString()).Should().Contain(problem);
    }

    [Fact]
    public void Another_order_is_a_problem()
    {
        var swapped = Hindi.Replace("  list: \"खाता:\\n{lines}\"\n  line: \"{on} {amount}\"", "  line: \"{on} {amount}\"\n  list: \"खाता:\\n{lines}\"", StringComparison.Ordinal);
        Load(swapped).Problems().Select(found => found.ToString()).Should().Equal("hi.yaml:10: 'shared.line' is out of order: en.yaml has 'shared.list' here");
    }

    [Fact]
    public void A_broken_or_missing_file_is_a_problem_and_no_crash()
    {
        Load("a: [").Problems().Should().Contain(problem => problem.File == "hi.yaml");
        Say.Load(Path.Combine(folder, "nowhere")).Problems().Select(problem => problem.ToString()).Should().Contain("en.yaml:1: the file is missing");
    }

    private Say Load(string hindi = Hindi)
    {
        File.WriteAllText(Path.Combine(folder, "en.yaml"), English);
        File.WriteAllText(Path.Combine(folder, "hi.yaml"), hindi);
        File.WriteAllText(Path.Combine(folder, "hi-Latn.yaml"), Roman);
        return Say.Load(folder);
    }
}
