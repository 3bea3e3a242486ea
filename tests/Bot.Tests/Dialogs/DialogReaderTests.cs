using DiGiBachat.Bot.Dialogs;

namespace DiGiBachat.Bot.Tests.Dialogs;

public sealed class DialogReaderTests
{
    [Theory]
    [InlineData("dialog: a\nfor: member\nstart: s\nstatess: {}", "a.yaml:4: shape: unknown key 'statess'")]
    [InlineData("dialog: b\nfor: member\nstart: s\nstates: { s: { say: s, end: true } }", "a.yaml:1: shape: dialog 'b' stands in the file of another name")]
    [InlineData("dialog: a\nfor: [member, king]\nstart: s\nstates: { s: { say: s, end: true } }", "a.yaml:2: shape: nobody is a 'king'")]
    [InlineData("dialog: a\nstart: s\nstates: { s: { say: s, end: true } }", "a.yaml:1: shape: for whom")]
    [InlineData("dialog: a\nfor: member\nneeds: money\nstart: s\nstates: { s: { say: s, end: true } }", "a.yaml:3: shape: 'money' is neither")]
    [InlineData("dialog: a\nfor: member\nstates: { s: { say: s, end: true } }", "a.yaml:1: shape: 'start' is missing")]
    [InlineData("dialog: a\nfor: member\nstart: s\nstates:\n  s: { say: s }", "a.yaml:5: shape: say either 'end: true' or 'next'")]
    [InlineData("dialog: a\nfor: member\nstart: s\nstates:\n  s: { ask: s, slot: s, next: s }", "a.yaml:5: shape: 'accept' is missing")]
    [InlineData("dialog: a\nfor: member\nstart: s\nstates:\n  s: { ask: s, slot: s, accept: text, next: s, colour: red }", "a.yaml:5: shape: unknown key 'colour'")]
    [InlineData("dialog: a\nfor: member\nstart: s\nstates:\n  s: { ask: s, slot: s, accept: text, next: s, wait: soon }", "a.yaml:5: shape: 'soon' is no duration")]
    [InlineData("dialog: a\nfor: member\nstart: s\nstates:\n  s: { ask: s, choices: [a, b] }", "a.yaml:5: shape: 'next' is missing")]
    [InlineData("dialog: a\nfor: member\nstart: s\nstates:\n  s: { ask: s, options: x.y, choices: [a], slot: s, next: s }", "a.yaml:5: shape: a choice has either")]
    [InlineData("dialog: a\nfor: member\nstart: s\nstates:\n  s: { ask: s, options: x.y, next: s }", "a.yaml:5: shape: 'slot' is missing")]
    [InlineData("dialog: a\nfor: member\nstart: s\nstates:\n  s: { do: x.y }", "a.yaml:5: shape: what follows")]
    [InlineData("dialog: a\nfor: member\nstart: s\nstates:\n  s: { do: x.y, done: end, money: maybe }", "a.yaml:5: shape: 'money' is true or false")]
    [InlineData("dialog: a\nfor: member\nstart: s\nstates:\n  end: { say: s, end: true }", "a.yaml:5: shape: 'end' is no name")]
    [InlineData("dialog: a\nfor: member\nstart: s\nstates:\n  s: words", "a.yaml:5: shape: 's' is no mapping")]
    [InlineData("dialog: a\ndialog: a\n", "a.yaml:2: shape")]
    [InlineData("- a\n- b", "a.yaml:1: shape: a dialog file is one mapping")]
    [InlineData("", "a.yaml:1: shape: a dialog file is one mapping")]
    [InlineData("dialog: [", "a.yaml:")]
    public void A_wrong_file_is_named_with_its_line_and_throws_nothing(string yaml, string fault) =>
        DialogReader.Read("a.yaml", yaml).Faults.Select(f => f.ToString()).Should().Contain(f => f.StartsWith(fault, StringComparison.Ordinal));

    [Fact]
    public void Durations_are_in_minutes_hours_and_days()
    {
        static TimeSpan? Wait(string wait) =>
            ((AskState)DialogReader.Read("a.yaml", $"{{ dialog: a, for: member, start: s, states: {{ s: {{ ask: s, slot: s, accept: text, next: s, wait: {wait} }} }} }}").Dialogs[0].States[0])
                .Parts
                .Wait;
        Wait("15m").Should().Be(TimeSpan.FromMinutes(15));
        Wait("24h").Should().Be(TimeSpan.FromHours(24));
        Wait("3d").Should().Be(TimeSpan.FromDays(3));
    }

    [Fact]
    public void The_hash_is_of_the_content_and_not_of_its_line_ends()
    {
        static string Hash(string yaml) => DialogReader.Read("loan.yaml", yaml).Dialogs[0].Hash;
        Hash(SampleDialogs.Loan.ReplaceLineEndings("\r\n")).Should().Be(Hash(SampleDialogs.Loan.ReplaceLineEndings("\n")));
        Hash(SampleDialogs.Loan + "\n").Should().NotBe(Hash(SampleDialogs.Loan));
    }

    [Fact]
    public void A_drawing_shows_states_labels_and_texts()
    {
        var loan = DialogReader.Read("loan.yaml", SampleDialogs.Loan).Dialogs[0];
        var drawing = DialogGraph.Draw(loan, key => key == "loan.amount" ? "How \"much\" <rupees>?" : key);
        drawing
            .Split('\n')
            .Should()
            .StartWith(["flowchart TD", "  begin((start)) --> s_amount", "  s_amount[\"How &quot;much&quot; &lt;rupees&gt;?\"]", "  s_amount --> s_months"])
            .And.Contain("  s_confirm -- \"engine.choices.yes\" --> s_submit")
            .And.Contain("  s_submit[[\"₹ loans.apply\"]]")
            .And.Contain("  s_submit -. refused .-> s_amount")
            .And.Contain("  s_submit -- \"waits\" --> s_waiting")
            .And.Contain("  s_submitted(\"loan.submitted\")")
            .And.Contain("  s_submitted --> done");
    }
}
