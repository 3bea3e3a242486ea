using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DiGiBachat.Bot.Tests.Channels;

/// <summary>A provider on a free port: writes down what it is asked and answers what the test says.</summary>
internal sealed class FakeTwilio : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeTwilio()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            var asked = new Asked(http.Request.Method, http.Request.Path.Value!, http.Request.QueryString.Value!, body, headers);
            Requests.Enqueue(asked);
            await Answer(asked, http);
        });
    }

    public ConcurrentQueue<Asked> Requests { get; } = new();
    public Func<Asked, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;
    public string Url => app.Urls.Single();

    public static async Task<FakeTwilio> StartAsync()
    {
        var fake = new FakeTwilio();
        await fake.app.StartAsync();
        return fake;
    }

    public void AnswerWith(int status, string json, string? retryAfter = null) =>
        Answer = async (_, http) =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = "application/json";
            if (retryAfter is not null)
                http.Response.Headers.RetryAfter = retryAfter;
            await http.Response.WriteAsync(json);
        };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public sealed record Asked(string Method, string Path, string Query, string Body, IReadOnlyDictionary<string, string> Headers)
    {
        public IReadOnlyDictionary<string, string> Form =>
            Body.Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1].Replace('+', ' ')));
    }
}
