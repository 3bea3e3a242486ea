namespace DiGiBachat.Bot.Statements;

/// <summary>What every page of a document carries: its title, whose it is, of which days, and what lets a reader check it.</summary>
/// <param name="TitleKey">The key of the document's name.</param>
/// <param name="About">Below the group's name: the member of a statement, what a report is.</param>
internal sealed record DocumentFrame(
    string TitleKey,
    string GroupName,
    string About,
    DateOnly FromOn,
    DateOnly ToOn,
    StatementProof Proof,
    StatementStyle Style
)
{
    /// <summary>"1 Apr 2026 – 30 Jun 2026".</summary>
    public string Period => $"{Style.Day(FromOn)} – {Style.Day(ToOn)}";
}

/// <summary>One of the figures that matter, at the head of the first page.</summary>
internal sealed record Figure(string Name, string Amount);
