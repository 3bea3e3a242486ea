using System.Reflection;
using DiGiBachat.Bot.Hosting;
using DiGiBachat.Bot.Reports;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Bot.Tests.Reports;

public sealed class ReportLabelTests
{
    private static readonly DiGiBachat.Bot.Texts.Texts Texts = Catalog.LoadTexts();

    [Fact]
    public void Every_label_is_listed_and_has_its_text_in_each_language()
    {
        var named = typeof(ReportLabels).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);
        ReportLabels.All.Should().BeEquivalentTo(named).And.OnlyHaveUniqueItems();
        foreach (var language in Formats.Languages)
            ReportLabels.All.Select(key => Texts.Raw(language, key)).Should().OnlyContain(text => text != null && !text.Contains('{'));
    }

    /// <summary>A new way for money to move needs its words for the passbook and for the cash book.</summary>
    [Fact]
    public void Every_kind_of_entry_has_its_words()
    {
        foreach (var language in Formats.Languages)
        foreach (var narration in Enum.GetValues<Narration>())
        {
            Texts.Raw(language, ReportPdf.KindKey(narration)).Should().NotBeNull("{0} in {1}", narration, language);
            Texts.Raw(language, "narration." + narration.ToString().ToLowerInvariant()).Should().NotBeNull("{0} in {1}", narration, language);
        }
    }

    /// <summary>Every account has its place in a journal, and no two share one.</summary>
    [Fact]
    public void Every_account_has_its_own_name_in_the_journal() =>
        Enum.GetValues<AccountKind>().Select(kind => ReportJournal.NameOf(new(kind, 7))).Should().OnlyHaveUniqueItems();
}
