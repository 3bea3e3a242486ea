using System.Text;
using System.Text.Json;
using DiGiBachat.Bot.Channels.Twilio;

namespace DiGiBachat.Bot.Tests.Channels;

public class TwilioSignatureTests
{
    private const string Token = "0123456789abcdef0123456789abcdef";
    private const string Url = "https://bachat.test/twilio/messages";

    public static TheoryData<string> Vectors()
    {
        var ids = new TheoryData<string>();
        foreach (var vector in Load().Values)
            ids.Add(vector.GetProperty("id").GetString()!);
        return ids;
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_published_vector_agrees(string id)
    {
        var vector = Load()[id];
        var check = new TwilioSignature(vector.GetProperty("authToken").GetString()!);
        var url = vector.GetProperty("url").GetString()!;
        var given = vector.GetProperty("signature").GetString();
        var valid = vector.GetProperty("body").GetString() is { } body
            ? check.IsValidBody(url, Encoding.UTF8.GetBytes(body), given)
            : check.IsValid(url, TwilioForm.Of(Parameters(vector.GetProperty("params"))), given);
        valid.Should().Be(vector.GetProperty("valid").GetBoolean());
    }

    [Fact]
    public void All_published_vectors_are_there() => Load().Count.Should().Be(33);

    [Fact]
    public void A_body_that_was_changed_is_refused_though_its_address_is_signed()
    {
        var vector = Load()["rack-json-body"];
        var check = new TwilioSignature("qwerty");
        var url = vector.GetProperty("url").GetString()!;
        var given = vector.GetProperty("signature").GetString();
        check.IsValidBody(url, """{"message": "a post body"}"""u8, given).Should().BeTrue();
        check.IsValidBody(url, """{"message": "a lost body"}"""u8, given).Should().BeFalse();
    }

    [Fact]
    public void Both_tokens_are_accepted_while_they_are_changed_and_no_third()
    {
        var form = Form("Body=hello");
        const string next = "fedcba9876543210fedcba9876543210";
        var check = new TwilioSignature(Token, next);
        check.IsValid(Url, form, Sign.Form(Token, Url, ("Body", "hello"))).Should().BeTrue();
        check.IsValid(Url, form, Sign.Form(next, Url, ("Body", "hello"))).Should().BeTrue();
        check.IsValid(Url, form, Sign.Form("third", Url, ("Body", "hello"))).Should().BeFalse();
        new TwilioSignature(Token).IsValid(Url, form, Sign.Form(next, Url, ("Body", "hello"))).Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA=AAAA")]
    [InlineData("AAAA")]
    [InlineData("!!!!")]
    public void What_is_no_signature_is_refused(string given) =>
        new TwilioSignature(Token).IsValid(Url, Form("Body=hello"), given).Should().BeFalse();

    [Theory]
    [InlineData("https://bachat.test:8443/twilio/messages", "https://bachat.test/twilio/messages")]
    [InlineData("https://bachat.test/twilio/messages", "https://bachat.test:443/twilio/messages")]
    [InlineData("http://bachat.test:5180/twilio/messages?a=b:c@d", "http://bachat.test:80/twilio/messages?a=b:c@d")]
    [InlineData("https://[::1]/x", "https://[::1]:443/x")]
    [InlineData("https://bachat.test?x=1", "https://bachat.test:443?x=1")]
    public void The_port_may_be_as_a_balancer_left_it(string configured, string signed) =>
        new TwilioSignature(Token).IsValid(configured, Form("Body=hello"), Sign.Form(Token, signed, ("Body", "hello"))).Should().BeTrue();

    [Fact]
    public void Another_port_is_another_address() =>
        new TwilioSignature(Token)
            .IsValid(Url, Form("Body=hello"), Sign.Form(Token, "https://bachat.test:8443/twilio/messages", ("Body", "hello")))
            .Should()
            .BeFalse();

    [Fact]
    public void Two_forms_that_sign_alike_have_different_hashes()
    {
        var one = Form("Body=1&From=%2B919800000001");
        var other = Form("Body=1From%2B919800000001");
        one.Signed().Should().Equal(other.Signed());
        one.Hash().Should().NotEqual(other.Hash());
    }

    [Fact]
    public void The_order_of_parameters_does_not_matter()
    {
        Form("A=1&B=2").Hash().Should().Equal(Form("B=2&A=1").Hash());
        Form("A=1&B=2").Signed().Should().Equal("A1B2"u8.ToArray());
    }

    [Fact]
    public void More_parameters_than_the_limit_are_not_read()
    {
        var fitting = string.Join('&', Enumerable.Range(0, TwilioForm.MaxParameters).Select(i => $"P{i}=x"));
        TwilioForm.Read(Encoding.UTF8.GetBytes(fitting)).Should().NotBeNull();
        TwilioForm.Read(Encoding.UTF8.GetBytes(fitting + "&Q=x")).Should().BeNull();
    }

    [Theory]
    [InlineData("a%2", "a%2")]
    [InlineData("a%zz", "a%zz")]
    [InlineData("a+b%2Bc%20d", "a b+c d")]
    [InlineData("%E0%A4%B9%E0%A4%BE", "हा")]
    [InlineData("a%00b%07c%0Ad", "abc\nd")]
    [InlineData("a%FFb%C3", "a\uFFFDb\uFFFD")]
    [InlineData("", "")]
    public void A_value_is_read_as_text_whatever_its_bytes(string escaped, string text) =>
        Form("Body=" + escaped).Value("Body").Should().Be(text);

    private static TwilioForm Form(string body) => TwilioForm.Read(Encoding.UTF8.GetBytes(body))!;

    private static Dictionary<string, JsonElement> Load()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "signature_vectors.json"));
        using var document = JsonDocument.Parse(text);
        return document
            .RootElement.GetProperty("vectors")
            .EnumerateArray()
            .ToDictionary(v => v.GetProperty("id").GetString()!, v => v.Clone());
    }

    private static IEnumerable<KeyValuePair<string, string>> Parameters(JsonElement parameters)
    {
        if (parameters.ValueKind == JsonValueKind.Null)
            yield break;
        foreach (var parameter in parameters.EnumerateObject())
        {
            if (parameter.Value.ValueKind != JsonValueKind.Array)
                yield return new(parameter.Name, parameter.Value.GetString() ?? "");
            else
            {
                foreach (var value in parameter.Value.EnumerateArray())
                    yield return new(parameter.Name, value.GetString()!);
            }
        }
    }
}
