using DiGiBachat.Persistence.Protection;

namespace DiGiBachat.Persistence.Tests;

public sealed class ProtectionKeysTests
{
    private static readonly string Key = Convert.ToBase64String(
        Enumerable.Repeat((byte)7, DataKeys.KeyBytes).ToArray()
    );

    [Fact]
    public void New_keys_can_be_written_down_and_read_again()
    {
        var keys = DataKeys.Create();

        DataKeys.Parse(keys.ToSetting()).ToSetting().Should().Be(keys.ToSetting());
        keys.ToSetting().Should().NotBe(DataKeys.Create().ToSetting());
    }

    [Fact]
    public void The_order_of_the_parts_and_spaces_around_them_do_not_matter() =>
        DataKeys.Parse($" index:{Key}, 12:{Key} ,3:{Key}").Ids.Should().Equal(3, 12);

    [Theory]
    [InlineData(null, "is not set")]
    [InlineData("  ", "is not set")]
    [InlineData("KEY", "part 1: a number or")]
    [InlineData("1:KEY,index", "part 2: a number or")]
    [InlineData("1:KEY,", "part 2: a number or")]
    [InlineData("0:KEY,index:KEY", "part 1: keys are numbered from 1 to 255")]
    [InlineData("256:KEY,index:KEY", "part 1: keys are numbered from 1 to 255")]
    [InlineData("one:KEY,index:KEY", "part 1: keys are numbered from 1 to 255")]
    [InlineData("1:KEY,index:short", "part 2: the key is not 32 bytes in base64")]
    [InlineData("1:KEYAAAA,index:KEY", "part 1: the key is not 32 bytes in base64")]
    [InlineData("1:,index:KEY", "part 1: the key is not 32 bytes in base64")]
    [InlineData("1:KEY,1:KEY,index:KEY", "the same key twice, again in part 2")]
    [InlineData("1:KEY,index:KEY,index:KEY", "the same key twice, again in part 3")]
    [InlineData("index:KEY", "no numbered key")]
    [InlineData("1:KEY", "no key for look-ups")]
    public void A_malformed_setting_is_explained_without_its_content(string? setting, string says)
    {
        var parse = () => DataKeys.Parse(setting?.Replace("KEY", Key, StringComparison.Ordinal));

        var message = parse.Should().Throw<DataKeysProblem>().Which.Message;
        message
            .Should()
            .StartWith("Bot:DataKeys")
            .And.Contain(says)
            .And.NotContain(Key)
            .And.NotContain("short");
    }

    [Fact]
    public void Keys_do_not_show_when_printed() =>
        DataKeys.Parse($"1:{Key},2:{Key},index:{Key}").ToString().Should().Be("keys 1, 2");

    [Fact]
    public void There_is_no_key_after_the_last_number()
    {
        var next = () => DataKeys.Parse($"255:{Key},index:{Key}").WithNewKey();

        next.Should().Throw<DataKeysProblem>().WithMessage("*key 255 already*");
        DataKeys.Parse($"254:{Key},index:{Key}").WithNewKey().Ids.Should().Equal(254, 255);
    }
}
