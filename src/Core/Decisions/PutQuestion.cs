using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Decisions;

/// <summary>An admin puts a question to all; the result is told, and nothing follows by itself.</summary>
public static class PutQuestion
{
    public const int LongestQuestion = 160;

    /// <summary>Quorum and days as the rules say. Refuses an empty or too long question, and too many open ballots.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, string question, bool secret)
    {
        var admin = Permissions.Check(group, actor, Permission.AskAll);
        if (admin.IsRefused)
            return admin.Refusal!;
        var asked = question.Trim();
        return asked.Length is 0 or > LongestQuestion
            ? new QuestionOutOfBounds(LongestQuestion)
            : Ballots.AskAll(group, actor, new AskAll(asked), secret);
    }
}
