namespace DiGiBachat.Core.Groups;

/// <summary>An admin tells all members something in her own words.</summary>
public static class TellAll
{
    public const int LongestWords = 160;

    /// <summary>Each one costs the group a message to every member, and everybody a look.</summary>
    public const int MostADay = 3;

    /// <summary>Refuses empty and too long words, and more than <see cref="MostADay"/> a day.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, string words)
    {
        var admin = Permissions.Check(group, actor, Permission.TellAll);
        if (admin.IsRefused)
            return admin.Refusal!;
        var said = words.Trim();
        if (said.Length is 0 or > LongestWords)
            return new WordsOutOfBounds(LongestWords);
        return group.Matters.Announcements is { } told && told.On == actor.Today && told.Count >= MostADay
            ? new ToldTooOften(MostADay)
            : new GroupEvent[] { new AllTold(said, actor.Today) };
    }
}
