namespace DiGiBachat.Bot.Operations;

/// <summary>One thing that must work before this instance is sent any traffic: the database, the outbox, the jobs.</summary>
public interface IReadinessCheck
{
    string Name { get; }

    /// <summary>Null when it works; otherwise what is wrong, without personal data.</summary>
    Task<string?> ComplaintAsync(CancellationToken cancellation);
}

/// <summary><c>/healthz</c>: the process is alive, restart it otherwise. <c>/readyz</c>: it can do its work, send it traffic.</summary>
public static class Health
{
    public const string AlivePath = "/healthz";
    public const string ReadyPath = "/readyz";

    /// <summary>A check that has not answered by then is taken for broken.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(AlivePath, () => "alive");
        routes.MapGet(ReadyPath, (HttpContext http, IEnumerable<IReadinessCheck> checks) => ReadyAsync(http, checks));
    }

    private static async Task<IResult> ReadyAsync(HttpContext http, IEnumerable<IReadinessCheck> checks)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        var asked = checks.Select(async check => (check.Name, Complaint: await AskAsync(check, patience.Token)));
        var answers = await Task.WhenAll(asked);
        var complaints = answers.Where(a => a.Complaint is not null).ToDictionary(a => a.Name, a => a.Complaint);
        return complaints.Count == 0
            ? Results.Text("ready")
            : Results.Json(complaints, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<string?> AskAsync(IReadinessCheck check, CancellationToken cancellation)
    {
        try
        {
            return await check.ComplaintAsync(cancellation).WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return "no answer in time";
        }
        catch (Exception failure)
        {
            return failure.GetType().Name;
        }
    }
}
