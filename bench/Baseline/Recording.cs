using DiGiBachat.Bench.Load;
using DiGiBachat.Bench.Measuring;
using DiGiBachat.Bench.Seeding;
using DiGiBachat.Bench.Wire;

namespace DiGiBachat.Bench.Baseline;

/// <summary>A turn as it went over the wire, and what was said.</summary>
internal sealed record RecordedTurn(string Said, string Answered, IReadOnlyList<RoundTrip> Trips);

/// <summary>The turns of both workloads as the bot really does them, recorded from a bot that has nobody else to talk to.</summary>
internal sealed record Recording(
    IReadOnlyList<RecordedTurn> Chat,
    RecordedTurn Prepare,
    RecordedTurn Money
)
{
    /// <summary>The first conversations prepare the statements and are not kept.</summary>
    private const int Rehearsals = 6;

    public static async Task<Recording> MakeAsync(BenchDatabase database, BenchOptions options)
    {
        await using var recorder = new WireRecorder(database.ConnectionString);
        await using var bot = await BotProcess.StartAsync(
            database,
            recorder.ConnectionString,
            (false, "http://127.0.0.1:9"),
            options.Set
        );
        using var connection = new WebhookConnection(bot.Account);
        var random = new Random();
        List<RecordedTurn> chat = [];
        RecordedTurn? prepare = null;
        RecordedTurn? money = null;
        for (var rehearsal = 0; rehearsal <= Rehearsals; rehearsal++)
        {
            var group = Workloads.AnyGroup(random, options.Groups);
            var member = SeedPlan.Phone(group, Workloads.AnyPayer(random));
            chat = [.. Workloads.Conversation.Select(text => Turn(member, text))];
            var treasurer = SeedPlan.Phone(group, SeedPlan.Treasurer);
            prepare = Turn(treasurer, Workloads.Cash(Workloads.AnyPayer(random)));
            money = Turn(treasurer, Workloads.Confirmation);
        }
        return new(chat, prepare!, money!);

        RecordedTurn Turn(string phone, string text)
        {
            recorder.Take();
            var answer = connection.Send(phone, text, MessageIds.Next());
            return answer.IsTurn
                ? new(text, answer.Body, recorder.Take())
                : throw new InvalidOperationException(
                    $"\"{text}\" was not answered as a turn: {answer.Status} {answer.Body}"
                );
        }
    }
}
