using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DiGiBachat.Emulator.Page;
using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator.Terminal;

/// <summary>A running emulator, from outside. Refusals come as <see cref="CommandException"/> with the emulator's own sentence.</summary>
public sealed class EmulatorClient(HttpClient http, string url)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Task<StateView> StateAsync(CancellationToken stop) => AskAsync<StateView>(HttpMethod.Get, "/api/state", null, stop);

    /// <summary>The phone of this number, put on the page when it is not there.</summary>
    public async Task<PhoneView> PhoneAsync(string number, string name, PhoneChannel channel, CancellationToken stop)
    {
        var there = await FindAsync(number, stop);
        if (there is not null)
            return there;
        await AskAsync<JsonElement>(HttpMethod.Post, "/api/phones", new NewPhone(number, name, channel), stop);
        return (await FindAsync(number, stop))!;
    }

    public async Task<PhoneView?> FindAsync(string number, CancellationToken stop) =>
        (await StateAsync(stop)).Phones.FirstOrDefault(phone => phone.Number == number);

    public Task<ExchangeView> SayAsync(string number, PhoneChannel channel, string text, CancellationToken stop) =>
        AskAsync<ExchangeView>(HttpMethod.Post, $"{PathOf(number)}/messages?wait=true", new NewMessage(text, channel, null, null, null, null), stop);

    public Task<IReadOnlyList<MessageView>> ThreadAsync(string number, long after, CancellationToken stop) =>
        AskAsync<IReadOnlyList<MessageView>>(HttpMethod.Get, FormattableString.Invariant($"{PathOf(number)}/messages?after={after}"), null, stop);

    public Task<ClockReading> MoveClockAsync(ClockMove move, CancellationToken stop) => AskAsync<ClockReading>(HttpMethod.Post, "/api/clock", move, stop);

    public Task<ClockReading> ClockAsync(CancellationToken stop) => AskAsync<ClockReading>(HttpMethod.Get, "/api/clock", null, stop);

    /// <summary>Takes a phone off the page; what it would get from now on goes to a stranger.</summary>
    public Task RemoveAsync(string number, CancellationToken stop) => AskAsync<JsonElement>(HttpMethod.Delete, PathOf(number), null, stop);

    /// <summary>Messages as they come and change, from now on.</summary>
    public async IAsyncEnumerable<MessageView> MessagesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        using var response = await http.GetAsync(new Uri(url + "/api/events"), HttpCompletionOption.ResponseHeadersRead, stop);
        await using var stream = await response.Content.ReadAsStreamAsync(stop);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(stop))
            if (item.EventType == "message")
                yield return JsonSerializer.Deserialize<MessageView>(item.Data, Json)!;
    }

    private static string PathOf(string number) => $"/api/phones/{Uri.EscapeDataString(number)}";

    private async Task<T> AskAsync<T>(HttpMethod method, string path, object? body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, new Uri(url + path)) { Content = body is null ? null : JsonContent.Create(body, options: Json) };
        try
        {
            using var response = await http.SendAsync(request, stop);
            var text = await response.Content.ReadAsStringAsync(stop);
            if (response.StatusCode == HttpStatusCode.NoContent)
                return default!;
            if (response.IsSuccessStatusCode)
                return JsonSerializer.Deserialize<T>(text, Json)!;
            throw new CommandException(ProblemOf(text) ?? $"The emulator at {url} answered {(int)response.StatusCode}.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new CommandException($"No emulator answers at {url}: start it first (or name another with --emulator).");
        }
        catch (JsonException)
        {
            throw new CommandException($"What answers at {url} is not the emulator.");
        }
    }

    private static string? ProblemOf(string text)
    {
        if (!text.StartsWith('{'))
            return null;
        using var document = JsonDocument.Parse(text);
        foreach (var name in new[] { "error", "problem" })
            if (document.RootElement.TryGetProperty(name, out var problem) && problem.ValueKind == JsonValueKind.String)
                return problem.GetString();
        return null;
    }
}
