namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>A figure of the group itself.</summary>
internal enum OpeningPurse
{
    Cash,
    Bank,
    Investments,
    Grants,
    Surplus,
}

/// <summary>A running loan as it was written; what is null follows the group's rules.</summary>
internal sealed record OpeningLoanSaid(long Paise, int? BasisPoints, int? Months, string? Method);

/// <summary>One line of figures that are brought forward; <paramref name="Said"/> is how it was typed.</summary>
internal abstract record OpeningItem(string Said)
{
    public sealed record Purse(string Said, OpeningPurse Of, long Paise) : OpeningItem(Said);

    /// <summary>What is null was not said and stays as it is.</summary>
    public sealed record Member(string Said, int Number, long? Savings, long? Fines, OpeningLoanSaid? Loan) : OpeningItem(Said);

    public sealed record Doubtful(string Said, string Reason) : OpeningItem(Said);
}
