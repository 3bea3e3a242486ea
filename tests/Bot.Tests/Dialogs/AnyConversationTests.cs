using CsCheck;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Tests.Dialogs;

/// <summary>What holds for every conversation, however people write.</summary>
public sealed class AnyConversationTests
{
    private static readonly string[] Texts =
    [
        "loan", "loan 5000 6", "karz 700", "5000", "6", "1", "2", "3", "0", "yes", "no", "haan", "seeds", "balance", "balanse",
        "settings", "menu", "help", "cancel", "back", "hindi", "approve loan 45", "aprve loan 31", "approve loan", "cash sunita 500",
        "cash ravi 20", "circle", "hello", "blah", "", " ", "\0", "\ud83d", "👍", "00", "999999999", "- 500", "₹ 500", "yes please", "[", "{x}",
    ];

    private static readonly Gen<Move> Moves = Gen.Select(
        OneOf(Texts),
        OneOf("", "", "", "last:yes", "last:no", "old:yes", "last:45", "say:approve loan 45", "say:yes", ":", "x"),
        OneOf(0, 0, 0, 1, 14, 16, 60, 1500, 5000),
        OneOf(Roles.Stranger, Roles.Member, Roles.Member, Roles.Treasurer, Roles.Member | Roles.Treasurer | Roles.Admin),
        OneOf("ok", "ok", "ok", "refused"),
        OneOf(false, false, false, true),
        (text, payload, minutes, roles, answer, spoken) => new Move(text, payload, minutes, roles, answer, spoken)
    );

    private sealed record Move(string Text, string Payload, int Minutes, Roles Roles, string Answer, bool Spoken);

    [Fact]
    public void No_input_breaks_it_and_no_money_moves_without_a_yes_to_its_own_question_just_before() =>
        Moves.List[1, 25].Sample(moves => Hold(moves), iter: 3000);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void Hold(IReadOnlyList<Move> moves)
    {
        var talk = new Talk();
        var answer = "ok";
        var moved = false;
        foreach (var (name, action) in talk.Actions.ToList())
        {
            talk.Actions[name] = slots =>
            {
                moved |= name is "loans.apply" or "loans.approve" or "cash.book";
                return answer == "refused" ? new ActionResult.Refused(new Text("refusals.any")) : action(slots);
            };
        }

        var asked = "";
        var old = "1-1";
        foreach (var move in moves)
        {
            answer = move.Answer;
            moved = false;
            var before = talk.State;
            talk.Later(TimeSpan.FromMinutes(move.Minutes));
            talk.Be(move.Roles);
            var payload = move.Payload.Replace("last", asked, StringComparison.Ordinal).Replace("old", old, StringComparison.Ordinal);
            talk.Send(new Input(move.Text, payload.Length == 0 ? null : payload, Spoken: move.Spoken));

            talk.State.Frames.Count.Should().BeLessThanOrEqualTo(DialogState.MaxDepth);
            talk.Last.Says.Should().NotBeEmpty();
            talk.Called.Count.Should().BeLessThanOrEqualTo(DialogEngine.MaxActions);
            if (moved)
            {
                var saysYes = payload.Length == 0 || !payload.Contains(':', StringComparison.Ordinal) || payload[0] == ':'
                    ? move.Text.Trim() is "1" or "yes" or "haan"
                    : payload == $"{asked}:yes";
                saysYes.Should().BeTrue("{0} moved money", move);
                (move.Spoken && payload.Length == 0).Should().BeFalse("a spoken yes confirms no money");
                before.Aside.Should().BeNull();
                before.Top!.State.Should().Be("confirm");
                before.Top.QuestionId.Should().Be(asked, "the confirmation was the last thing asked");
                (talk.Surroundings.Now - before.Top.AskedAt).Should().BeLessThanOrEqualTo(TimeSpan.FromMinutes(15));
            }

            old = asked.Length == 0 ? old : asked;
            asked = talk.Last.Says.LastOrDefault(s => s.QuestionId is not null)?.QuestionId ?? "";
        }
    }
}
