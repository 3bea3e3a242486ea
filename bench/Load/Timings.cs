using System.Diagnostics;

namespace DiGiBachat.Bench.Load;

/// <summary>When each answer came and how long it took; one per sender, put together at the end.</summary>
internal sealed class Timings
{
    private readonly List<(long At, long Took)> answers = new(capacity: 64 * 1024);

    public int Failures { get; private set; }
    public string? FirstFailure { get; private set; }

    public void Took(long began, long ended) => answers.Add((ended, ended - began));

    public void Failed(Answer answer)
    {
        Failures++;
        FirstFailure ??= $"{answer.Status} {answer.Body[..Math.Min(answer.Body.Length, 300)]}";
    }

    /// <summary>Only what was answered inside the window counts.</summary>
    public static Figures Of(IEnumerable<Timings> all, long from, long to)
    {
        var everything = all.ToList();
        var took = everything
            .SelectMany(t => t.answers)
            .Where(a => a.At >= from && a.At < to)
            .Select(a => a.Took)
            .Order()
            .ToList();
        var seconds = Stopwatch.GetElapsedTime(from, to).TotalSeconds;
        return new(
            took.Count / seconds,
            At(0.50),
            At(0.95),
            At(0.99),
            took.Count,
            everything.Sum(t => t.Failures),
            everything.Select(t => t.FirstFailure).FirstOrDefault(f => f is not null)
        );

        double At(double part) =>
            took.Count == 0
                ? 0
                : Stopwatch
                    .GetElapsedTime(0, took[(int)(part * (took.Count - 1))])
                    .TotalMilliseconds;
    }
}

/// <summary>Turns a second, and milliseconds from the first byte sent to the last received.</summary>
internal sealed record Figures(
    double Rate,
    double P50,
    double P95,
    double P99,
    int Turns,
    int Failures,
    string? FirstFailure
);
