using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DiGiBachat.Emulator;

namespace DiGiBachat.Browser.Tests;

/// <summary>The emulator answers as Twilio does. No bot listens here: what people send stays without an answer.</summary>
public sealed class MessagesApiTests : IAsyncLifetime, IDisposable
{
    private const string Sid = "AC0123456789abcdef0123456789abcdef";
    private const string Sunita = "+919800000001";
    private const string Meera = "+919800000002";
    private const string Stranger = "+919811111111";

    private static readonly EmulatorOptions Options = new(
        "http://127.0.0.1:0",
        "http://127.0.0.1:9",
        "http://127.0.0.1:9",
        Sid,
        "a-token",
        "+14155238886",
        "+15005550006"
    );

    private readonly Microsoft.AspNetCore.Builder.WebApplication emulator = EmulatorHost.Build(Options, TimeProvider.System);
    private readonly HttpClient http = new();

    public async Task InitializeAsync()
    {
        await emulator.StartAsync();
        http.BaseAddress = new Uri(emulator.Urls.First());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Sid}:{Options.AuthToken}"))
        );
    }

    public async Task DisposeAsync() => await emulator.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData("", "hi", 21604)]
    [InlineData("12345", "hi", 21211)]
    [InlineData("+915800000001", "hi", 21211)]
    [InlineData(Sunita, "", 21602)]
    [InlineData("whatsapp:" + Meera, "hi", 21910)]
    public async Task What_Twilio_refuses_the_emulator_refuses(string to, string body, int code)
    {
        var (status, answer) = await SendAsync(to, body);
        status.Should().Be(HttpStatusCode.BadRequest);
        answer.GetProperty("code").GetInt32().Should().Be(code);
        answer.GetProperty("status").GetInt32().Should().Be(400);
        answer.GetProperty("more_info").GetString().Should().Be($"https://www.twilio.com/docs/errors/{code}");
    }

    [Fact]
    public async Task A_text_has_at_most_1600_characters()
    {
        (await SendAsync(Sunita, new string('a', Limits.BodyLength))).Status.Should().Be(HttpStatusCode.Created);
        var (status, answer) = await SendAsync(Sunita, new string('a', Limits.BodyLength + 1));
        status.Should().Be(HttpStatusCode.BadRequest);
        answer.GetProperty("code").GetInt32().Should().Be(21617);
    }

    [Fact]
    public async Task A_message_has_the_fields_of_Twilios_resource()
    {
        var (_, answer) = await SendAsync(Stranger, "बचत 500 रु मिले");
        answer.GetProperty("sid").GetString().Should().MatchRegex("^SM[0-9a-f]{32}$");
        answer.GetProperty("status").GetString().Should().Be("queued");
        answer.GetProperty("direction").GetString().Should().Be("outbound-api");
        answer.GetProperty("to").GetString().Should().Be(Stranger);
        answer.GetProperty("from").GetString().Should().Be(Options.SmsFrom);
        answer.GetProperty("num_segments").GetString().Should().Be("1");
        var found = await http.GetFromJsonAsync<JsonElement>($"{Path}/{answer.GetProperty("sid").GetString()}.json");
        found.GetProperty("body").GetString().Should().Be("बचत 500 रु मिले");
    }

    [Fact]
    public async Task Another_token_is_not_let_in()
    {
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Sid}:other")));
        var (status, answer) = await SendAsync(Sunita, "hi");
        status.Should().Be(HttpStatusCode.Unauthorized);
        answer.GetProperty("code").GetInt32().Should().Be(20003);
    }

    [Fact]
    public async Task The_list_is_newest_first_and_its_pages_join_without_a_gap()
    {
        foreach (var text in new[] { "one", "two", "three", "four", "five" })
            await SendAsync(Stranger, text);
        await SendAsync(Sunita, "for another");
        var bodies = new List<string>();
        var next = $"{Path}.json?To={Uri.EscapeDataString(Stranger)}&PageSize=2";
        while (next is not null)
        {
            var page = await http.GetFromJsonAsync<JsonElement>(next);
            bodies.AddRange(page.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("body").GetString()!));
            next = page.GetProperty("next_page_uri").GetString();
        }
        bodies.Should().Equal("five", "four", "three", "two", "one");
    }

    [Fact]
    public async Task A_number_that_said_STOP_is_refused_until_it_says_START()
    {
        await SayAsync(Sunita, "stop");
        (await SendAsync(Sunita, "hi")).Answer.GetProperty("code").GetInt32().Should().Be(21610);
        await SayAsync(Sunita, "START");
        (await SendAsync(Sunita, "hi")).Status.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Throttling_comes_as_often_as_it_was_ordered()
    {
        await http.PostAsJsonAsync("/api/faults", new { fault = "20429", count = 2 });
        (await SendAsync(Sunita, "hi")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await SendAsync(Sunita, "hi")).Answer.GetProperty("code").GetInt32().Should().Be(20429);
        (await SendAsync(Sunita, "hi")).Status.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_message_without_an_answer_says_so_on_the_phone()
    {
        var exchange = await SayAsync(Meera, "hi");
        exchange.GetProperty("message").GetProperty("errorCode").GetInt32().Should().Be(11205);
        exchange.GetProperty("answers").GetArrayLength().Should().Be(0);
    }

    private static string Path => $"/2010-04-01/Accounts/{Sid}/Messages";

    private async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(string to, string body)
    {
        var form = new Dictionary<string, string>
        {
            ["To"] = to,
            ["From"] = Options.SmsFrom,
            ["Body"] = body,
        };
        using var response = await http.PostAsync(Path + ".json", new FormUrlEncodedContent(form));
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private async Task<JsonElement> SayAsync(string number, string text)
    {
        using var response = await http.PostAsJsonAsync($"/api/phones/{Uri.EscapeDataString(number)}/messages?wait=true", new { text });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
