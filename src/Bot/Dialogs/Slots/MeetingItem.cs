namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>What money of a meeting is for.</summary>
internal enum BroughtFor
{
    Saving,
    Repayment,
    Fine,
}

/// <summary>One item of a message that tells a whole meeting; <paramref name="Said"/> is how it was typed.</summary>
internal abstract record MeetingItem(string Said)
{
    /// <summary>"all 100 except 7 9". Without an amount: what the rules say.</summary>
    public sealed record Everybody(string Said, long? Paise, IReadOnlyList<int> Except) : MeetingItem(Said);

    /// <summary>"12 500 repay", "7 and 9 200".</summary>
    public sealed record Brought(string Said, IReadOnlyList<int> Members, BroughtFor For, long Paise, int? Loan) : MeetingItem(Said);

    /// <summary>"7 no": she brought nothing.</summary>
    public sealed record Nothing(string Said, IReadOnlyList<int> Members) : MeetingItem(Said);

    /// <summary>Members and no word of what they did: belongs to the item before or after it.</summary>
    public sealed record Named(string Said, IReadOnlyList<int> Members) : MeetingItem(Said);

    /// <summary>To be asked about. <paramref name="Candidates"/> are the same item said without doubt; empty when it was not understood.</summary>
    public sealed record Doubtful(string Said, string Reason, IReadOnlyList<string> Candidates) : MeetingItem(Said);
}
