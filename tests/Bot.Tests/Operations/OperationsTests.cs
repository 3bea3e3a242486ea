using System.Net;
using DiGiBachat.Bot.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DiGiBachat.Bot.Tests.Operations;

public class OperationsTests
{
    [Fact]
    public async Task An_instance_is_ready_when_every_check_is_and_names_what_is_not()
    {
        var database = new Check("database", _ => Task.FromResult<string?>(null));
        var (status, body) = await Ask(Health.ReadyPath, database);
        status.Should().Be(HttpStatusCode.OK);
        body.Should().Be("ready");
        var outbox = new Check("outbox", _ => Task.FromResult<string?>("oldest message waits 9 minutes"));
        var jobs = new Check("jobs", _ => throw new InvalidOperationException("Password=secret"));
        (status, body) = await Ask(Health.ReadyPath, database, outbox, jobs);
        status.Should().Be(HttpStatusCode.ServiceUnavailable);
        body.Should().Be("""{"outbox":"oldest message waits 9 minutes","jobs":"InvalidOperationException"}""");
        (status, body) = await Ask(Health.AlivePath, outbox, jobs);
        (status, body).Should().Be((HttpStatusCode.OK, "alive"));
    }

    [Theory]
    [InlineData("from +919800000001 to", "from +*** to")]
    [InlineData("To=whatsapp%3A%2B919800000001&x", "To=whatsapp%3A+***&x")]
    [InlineData("98000 00001", "+***")]
    [InlineData("paid to meera@okaxis now", "paid to ***@*** now")]
    [InlineData("GET /p/abc_DEF-123 200", "GET /p/*** 200")]
    [InlineData("GET /s/abc.pdf", "GET /s/***.pdf")]
    [InlineData("Host=db;Password=hunter2;Database=x", "Host=db;Password=***;Database=x")]
    [InlineData("Authorization: Basic QUM6dG9rZW4=", "Authorization: Basic ***")]
    [InlineData("turn 018f4b6e-1111-7222-8333-944455556666 took 12 ms", "turn 018f4b6e-1111-7222-8333-944455556666 took 12 ms")]
    [InlineData("SM00000000000000000000000000000001 loan 12 at 10:15:30", "SM00000000000000000000000000000001 loan 12 at 10:15:30")]
    public void What_names_a_person_or_opens_a_door_is_masked_in_every_line(string line, string masked) =>
        LogRedaction.Mask(line).Should().Be(masked);

    [Fact]
    public void A_log_line_is_one_line_and_tells_of_an_exception_what_it_was_but_not_its_words()
    {
        using var written = new StringWriter();
        var failure = new InvalidOperationException("Sunita owes", new TimeoutException("by Friday"));
        var entry = new LogEntry<string>(LogLevel.Error, "Jobs", default, "call +919800000001", failure, (state, _) => state);
        new RedactingFormatter().Write(entry, null, written);
        var line = written.ToString();
        line.Should().StartWith("error Jobs call +*** InvalidOperationException <- TimeoutException");
        line.Should().NotContain("Sunita").And.NotContain("Friday");
        line.TrimEnd().Should().NotContain("\n");
    }

    [Fact]
    public void A_senders_allowance_ends_at_the_limit_and_is_told_once()
    {
        using var limit = new RateLimit(RateLimit.DefaultMessagesAMinute);
        for (var i = 0; i < RateLimit.DefaultMessagesAMinute; i++)
            limit.Take("her").Should().Be(RateVerdict.Taken);
        var rest = Enumerable.Range(0, 5).Select(_ => limit.Take("her")).ToList();
        rest.Count(v => v == RateVerdict.TellOnce).Should().Be(1);
        rest.Should().Contain(RateVerdict.Silent);
        limit.Take("him").Should().Be(RateVerdict.Taken);
    }

    private static async Task<(HttpStatusCode, string)> Ask(string path, params Check[] checks)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        foreach (var check in checks)
            builder.Services.AddSingleton<IReadinessCheck>(check);
        await using var app = builder.Build();
        Health.Map(app);
        await app.StartAsync();
        using var http = new HttpClient();
        using var response = await http.GetAsync(app.Urls.Single() + path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private sealed class Check(string name, Func<CancellationToken, Task<string?>> ask) : IReadinessCheck
    {
        public string Name => name;

        public Task<string?> ComplaintAsync(CancellationToken cancellation) => ask(cancellation);
    }
}
