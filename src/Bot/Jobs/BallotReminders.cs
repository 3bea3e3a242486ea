using DiGiBachat.Bot.Actions;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Jobs;

/// <summary>The day before a vote ends, who has not answered is reminded: once, however often it runs.</summary>
internal static class BallotReminders
{
    public static IEnumerable<OutboxMessage> Of(GroupState group, DateOnly today)
    {
        foreach (var ballot in group.Matters.Ballots.Where(b => b.Consent == Consent.Vote && IndianTime.DayOf(b.ClosesAt) == today.AddDays(1)))
        foreach (var voter in ballot.Voters.Where(v => ballot.AnswerOf(v) is null))
            if (group.FindMember(voter) is { IsActive: true, Person: { } person })
                yield return new(
                    person,
                    group.Id,
                    TextJson.Write(
                        Text.Of(
                            "notify.vote-reminder",
                            ("group", group.Name),
                            ("ballot", ballot.Number.Value),
                            ("act", ActTexts.Of(group, ballot.Act)),
                            ("until", IndianTime.DayOf(ballot.ClosesAt))
                        )
                    ),
                    null,
                    $"{group.Id.Value:N}:reminder:ballot:{ballot.Number}:{voter}"
                );
    }
}
