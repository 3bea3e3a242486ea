using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Payments;

/// <summary>An officer answers a member who said that an entry is wrong; the entry stands. (Undoing it resolves it by itself.)</summary>
public static class AnswerObjection
{
    /// <summary>
    /// The member hears the answer. Refuses an objection that is not open, an answer without words, and the officer whose own entry it is,
    /// or whose own objection, while another one could answer.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, ObjectionNumber number, string words)
    {
        var officer = Permissions.Check(group, actor, Permission.ResolveObjection);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.Matters.Objections.FirstOrDefault(o => o.Number == number) is not { } objection)
            return new NoSuchObjection(number, string.Join(", ", group.Matters.Objections.Select(o => o.Number.ToString())));
        var self = officer.Value.Number;
        if (objection.By == self || objection.Member == self)
            if (group.ActiveMembers.FirstOrDefault(m => m.IsOfficer && m.Number != objection.By && m.Number != objection.Member) is { } other)
                return new OwnEntry(other.Name);
        return string.IsNullOrWhiteSpace(words)
            ? new ReasonMissing()
            : new GroupEvent[] { new ObjectionResolved(objection, words.Trim()) };
    }
}
