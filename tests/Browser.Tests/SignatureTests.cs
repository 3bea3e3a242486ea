using System.Text.Json;
using DiGiBachat.Emulator.Twilio;

namespace DiGiBachat.Browser.Tests;

/// <summary>
/// Inputs and signatures are facts from the test suites of Twilio's helper libraries (Data/signature_vectors.json). The emulator signs
/// the address it is given; vectors that a checker accepts under another port, or that only a checker can refuse, are not a signer's.
/// </summary>
public class SignatureTests
{
    private static readonly string[] OfAnotherPort =
    [
        "https-port-stripped",
        "https-std-port-added",
        "credentials-std-port-added",
        "credentials-user-only",
        "url-443-double-slash",
        "go-https-port-stripped",
        "go-http-port",
    ];

    private static readonly Dictionary<string, JsonElement> Vectors = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "signature_vectors.json")))
        .RootElement.GetProperty("vectors")
        .EnumerateArray()
        .ToDictionary(vector => vector.GetProperty("id").GetString()!);

    public static TheoryData<string> Signed => [.. Vectors.Where(pair => pair.Value.GetProperty("valid").GetBoolean()).Select(pair => pair.Key)];

    [Theory]
    [MemberData(nameof(Signed))]
    public void The_emulator_signs_as_Twilio_does(string id)
    {
        var vector = Vectors[id];
        var url = vector.GetProperty("url").GetString()!;
        var expected = vector.GetProperty("signature").GetString();
        var token = vector.GetProperty("authToken").GetString()!;
        var form = Form(vector.GetProperty("params")).ToList();

        var signatures = Ports(url).Select(each => Signature.Of(token, each, form)).ToList();

        if (OfAnotherPort.Contains(id))
            signatures.Should().Contain(expected);
        else
            signatures[0].Should().Be(expected);
    }

    [Fact]
    public void Another_value_has_another_signature()
    {
        var signed = Signature.Of("12345", "https://example.com/", [new("Body", "pay 500")]);
        Signature.Of("12345", "https://example.com/", [new("Body", "pay 501")]).Should().NotBe(signed);
        Signature.Of("12346", "https://example.com/", [new("Body", "pay 500")]).Should().NotBe(signed);
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(JsonElement parameters) =>
        parameters.ValueKind != JsonValueKind.Object
            ? []
            : parameters
                .EnumerateObject()
                .SelectMany(field =>
                    field.Value.ValueKind == JsonValueKind.Array
                        ? field.Value.EnumerateArray().Select(value => KeyValuePair.Create(field.Name, value.GetString()!))
                        : [KeyValuePair.Create(field.Name, field.Value.GetString() ?? "")]
                );

    private static IEnumerable<string> Ports(string url)
    {
        yield return url;
        var schemeEnd = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var hostEnd = url.IndexOf('/', schemeEnd);
        var authority = url[schemeEnd..hostEnd];
        var colon = authority.LastIndexOf(':');
        var hasPort = colon > authority.LastIndexOf('@');
        var bare = hasPort ? authority[..colon] : authority;
        yield return url[..schemeEnd] + bare + url[hostEnd..];
        yield return url[..schemeEnd] + bare + (url.StartsWith("https:", StringComparison.Ordinal) ? ":443" : ":80") + url[hostEnd..];
    }
}
