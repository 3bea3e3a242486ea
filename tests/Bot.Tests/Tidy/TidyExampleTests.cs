namespace DiGiBachat.Bot.Tests.Tidy;

/// <summary>Each tidy rule shown to find what it is for, and to leave alone what only looks like it.</summary>
public sealed class TidyExampleTests
{
    // Put together so that this file does not break the rules it is about.
    private const string Later = "TO" + "DO";
    private const string Nap = "Task" + ".Delay";

    [Theory]
    [InlineData(400, 0)]
    [InlineData(401, 1)]
    public void A_file_may_have_400_lines_and_no_more(int lines, int findings)
    {
        var text = string.Concat(Enumerable.Repeat("\n", lines));

        CodeRules.Length(new("src/Core/Long.cs", text)).Should().HaveCount(findings);
        CodeRules.Length(new("src/Persistence/Migrations/Long.cs", text)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("src/A.cs", $"// {Later}: later", 1)]
    [InlineData("dialogs/a.yaml", $"# {Later}", 1)]
    [InlineData("dev", $"# {Later}", 1)]
    [InlineData("README.md", $"There is no {Later} here.", 0)]
    [InlineData("src/A.cs", "// the method is done", 0)]
    public void What_is_left_for_later_is_found(string path, string text, int findings) =>
        CodeRules.LeftForLater(new(path, text)).Should().HaveCount(findings);

    [Fact]
    public void A_region_is_found_with_its_line() =>
        CodeRules
            .Regions(new("src/A.cs", "class A\n  #" + "region B\n"))
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("src/A.cs:2 ");

    [Theory]
    [InlineData("// var total = a + b;", 1)]
    [InlineData("    // Save(loan);", 1)]
    [InlineData("// if (loan.IsOpen) {", 1)]
    [InlineData("// }", 1)]
    [InlineData("// public void Approve(", 1)]
    [InlineData("// A group's row is locked first; the rest follows.", 0)]
    [InlineData("// The oldest due is paid first;", 0)]
    [InlineData("/// <code>Save(loan);</code>", 0)]
    [InlineData("Save(loan); // and once more", 0)]
    public void Code_in_a_comment_is_found(string line, int findings) =>
        CodeRules.CommentedOut(new("src/A.cs", line)).Should().HaveCount(findings);

    [Theory]
    [InlineData("public class LoanManager", 1)]
    [InlineData("internal static class MoneyHelpers", 1)]
    [InlineData("public sealed record LoanDto(int Number);", 1)]
    [InlineData("public interface ILoanService { }", 1)]
    [InlineData("public readonly record struct DateUtil;", 1)]
    [InlineData("    private sealed class PaymentProcessor(int a)", 1)]
    [InlineData("public class LoanManagerial", 0)]
    [InlineData("public sealed class ApproveLoan(IServiceProvider services)", 0)]
    public void A_name_that_says_nothing_is_found(string line, int findings) =>
        CodeRules.TypeNames(new("src/A.cs", line)).Should().HaveCount(findings);

    [Theory]
    [InlineData("[Fact]\npublic void ApprovesLoan()", 1)]
    [InlineData(
        "[Theory]\n[InlineData(1)]\n[InlineData(2)]\npublic async Task Approve_loan(int a)",
        1
    )]
    [InlineData("[Fact]\npublic void A_second_active_loan_is_refused()", 0)]
    [InlineData("[FactAsRoot]\npublic Task Folder_test() =>", 1)]
    [InlineData("public void NotATest()", 0)]
    public void A_test_without_a_sentence_is_found(string text, int findings) =>
        CodeRules
            .TestNames(new("tests/Core.Tests/LoanTests.cs", text))
            .Should()
            .HaveCount(findings);

    [Theory]
    [InlineData($"await {Nap}(100);", 1)]
    [InlineData("Thread" + ".Sleep(5);", 1)]
    [InlineData($"await {Nap}(Timeout.InfiniteTimeSpan, cancellation);", 0)]
    [InlineData("await Task.WhenAll(both);", 0)]
    public void A_test_that_waits_for_time_is_found(string line, int findings)
    {
        CodeRules.Sleeping(new("tests/Bot.Tests/A.cs", line)).Should().HaveCount(findings);
        CodeRules.Sleeping(new("src/Bot/A.cs", line)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("src/Bot/Actions/A.cs", "return \"बचत\";", 1)]
    [InlineData("src/Bot/Texts/Digits.cs", "return \"०१२\";", 0)]
    [InlineData("src/Core/A.cs", "/// The saving, बचत in the register.", 0)]
    [InlineData("tests/Bot.Tests/A.cs", "Says(\"बचत\")", 0)]
    public void Hindi_in_the_code_is_found(string path, string line, int findings) =>
        ProseRules.Devanagari(new(path, line)).Should().HaveCount(findings);

    [Theory]
    [InlineData("reply.Add(\"Please reply 1 or 2\");", 1)]
    [InlineData("return new(\"Your loan was approved\");", 1)]
    [InlineData("return Text.Of(\"loan.approved\", (\"number\", 12));", 0)]
    [InlineData("throw new InvalidOperationException(\"Your dialog has no state\");", 0)]
    [InlineData(
        "throw new InvalidOperationException(\n    \"Please give your dialog a state\"\n);",
        0
    )]
    [InlineData("// Please reply to your members", 0)]
    public void Words_for_people_in_the_code_are_found(string text, int findings) =>
        ProseRules.SpokenInCode(new("src/Bot/Actions/A.cs", text)).Should().HaveCount(findings);

    [Fact]
    public void Tables_of_words_may_hold_words_of_any_language() =>
        ProseRules
            .SpokenInCode(new("src/Bot/Dialogs/Slots/YesNoWords.cs", "Words(\"yes please your\")"))
            .Should()
            .BeEmpty();

    [Theory]
    [InlineData(
        "<Project><ItemGroup><PackageReference Include=\"X\" /></ItemGroup></Project>",
        1,
        0
    )]
    [InlineData(
        "<Project><ItemGroup><ProjectReference Include=\"../Bot/Bot.csproj\" /></ItemGroup></Project>",
        1,
        1
    )]
    [InlineData("<Project Sdk=\"Microsoft.NET.Sdk\" />", 0, 0)]
    public void A_reference_from_where_none_may_be_is_found(
        string project,
        int inCore,
        int inEmulator
    )
    {
        HouseRules.CoreStandsAlone(new("src/Core/Core.csproj", project)).Should().HaveCount(inCore);
        HouseRules
            .EmulatorReferencesNoProject(new("src/Emulator/Emulator.csproj", project))
            .Should()
            .HaveCount(inEmulator);
    }

    [Theory]
    [InlineData("src/Bot/Bot.csproj", "<PackageReference Include=\"X\" Version=\"1.0\" />", 1)]
    [InlineData(
        "src/Bot/Bot.csproj",
        "<PackageReference Include=\"X\" VersionOverride=\"1.0\" />",
        1
    )]
    [InlineData(
        "src/Bot/Bot.csproj",
        "<PackageReference Include=\"X\"><Version>1.0</Version></PackageReference>",
        1
    )]
    [InlineData("src/Bot/Bot.csproj", "<PackageReference Include=\"X\" />", 0)]
    [InlineData("Directory.Packages.props", "<PackageVersion Include=\"X\" Version=\"1.0\" />", 0)]
    public void A_version_outside_the_one_file_is_found(string path, string item, int findings) =>
        HouseRules
            .VersionsInOnePlace(new(path, $"<Project><ItemGroup>{item}</ItemGroup></Project>"))
            .Should()
            .HaveCount(findings);

    [Theory]
    [InlineData("menu:\n  title: a\n  back: b\nyes: [y]", null)]
    [InlineData("menu:\n  title: a\nyes: [y]", "lacks menu.back")]
    [InlineData("menu:\n  title: a\n  back: b\nyes: [y]\nno: [n]", "has no, which")]
    [InlineData(
        "menu:\n  back: b\n  title: a\nyes: [y]",
        "has menu.back where locales/en.yaml has menu.title"
    )]
    public void Languages_that_differ_in_keys_or_order_are_found(string hindi, string? finding)
    {
        var english = new RepositoryFile(
            "locales/en.yaml",
            "menu:\n  title: A\n  back: B\nyes: [yes, ok]"
        );

        var findings = HouseRules
            .SameKeysInSameOrder([new("locales/hi.yaml", hindi), english])
            .ToList();

        if (finding is null)
            findings.Should().BeEmpty();
        else
            findings
                .Should()
                .ContainSingle()
                .Which.Should()
                .StartWith("locales/hi.yaml ")
                .And.Contain(finding);
    }

    [Theory]
    [InlineData("See [the map](../ARCHITECTURE.md#jobs).", 0)]
    [InlineData("See [the map](ARCHITECTURE.md).", 1)]
    [InlineData("![page](pictures/page.png)", 1)]
    [InlineData("[site](https://example.org/x) [here](#below) [mail](mailto:a@b.c)", 0)]
    [InlineData("`[not](a-link)`", 0)]
    [InlineData("```\n[not](a-link)\n```", 0)]
    public void A_link_that_leads_nowhere_is_found(string text, int findings) =>
        HouseRules
            .BrokenLinks(
                new("docs/DIALOGS.md", text),
                path => path == Path.Combine("docs", "../ARCHITECTURE.md")
            )
            .Should()
            .HaveCount(findings);
}
