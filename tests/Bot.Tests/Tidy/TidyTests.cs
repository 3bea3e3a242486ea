namespace DiGiBachat.Bot.Tests.Tidy;

/// <summary>The repository held to its own rules. Each has a bad example beside it, in <see cref="TidyExampleTests"/>.</summary>
public sealed class TidyTests
{
    [Fact]
    public void The_repository_is_found_with_its_code_and_its_documents()
    {
        var paths = Repository.Files.Select(file => file.Path).ToList();

        paths
            .Should()
            .Contain(["src/Core/Money.cs", "CONTRIBUTING.md", "dev", "Directory.Packages.props"]);
        paths.Should().NotContain(path => path.Contains("/obj/"));
    }

    [Fact]
    public void No_file_is_longer_than_400_lines() => None(CodeRules.Length);

    [Fact]
    public void Nothing_is_left_for_later() => None(CodeRules.LeftForLater);

    [Fact]
    public void There_are_no_regions() => None(CodeRules.Regions);

    [Fact]
    public void There_is_no_commented_out_code() => None(CodeRules.CommentedOut);

    [Fact]
    public void Names_say_something() => None(CodeRules.TypeNames);

    [Fact]
    public void Every_test_is_named_by_a_sentence() => None(CodeRules.TestNames);

    [Fact]
    public void No_test_waits_for_time_to_pass() => None(CodeRules.Sleeping);

    [Fact]
    public void There_is_no_Hindi_in_the_code() => None(ProseRules.Devanagari);

    [Fact]
    public void There_is_no_chat_prose_in_the_code() => None(ProseRules.SpokenInCode);

    [Fact]
    public void Core_references_no_package_and_no_project() => None(HouseRules.CoreStandsAlone);

    [Fact]
    public void The_emulator_references_no_project() =>
        None(HouseRules.EmulatorReferencesNoProject);

    [Fact]
    public void Package_versions_stand_in_one_file() => None(HouseRules.VersionsInOnePlace);

    [Fact]
    public void The_languages_have_the_same_keys_in_the_same_order() =>
        HouseRules
            .SameKeysInSameOrder(
                Repository.Files.Where(file =>
                    file.IsIn("locales")
                    && file.Is(".yaml")
                    && !file.Is("/words.yaml", "/sentences.yaml")
                )
            )
            .Should()
            .BeEmpty();

    [Fact]
    public void Links_between_documents_lead_somewhere() =>
        None(file => HouseRules.BrokenLinks(file, Repository.Exists));

    private static void None(Func<RepositoryFile, IEnumerable<string>> rule) =>
        Repository.Files.SelectMany(rule).Should().BeEmpty();
}
