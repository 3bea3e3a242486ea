using System.Diagnostics;
using DiGiBachat.Bot.Actions;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Conversations;

/// <summary>
/// One message, one turn, one transaction: load, talk, decide, write. The dialog engine says what to do next; the actions do it; what
/// came of it is stored with the answer, or nothing is.
/// </summary>
internal sealed partial class TurnHandler(
    TurnTools tools,
    DialogEngine engine,
    Replies replies,
    OutboxSignal outbox,
    ISpeech speech,
    TimeProvider clock,
    ILogger<TurnHandler> logger
) : IMessageReceiver
{
    /// <summary>How often a turn is taken again because somebody else wrote in between.</summary>
    private const int Attempts = 4;

    private const string Welcome = "welcome";
    private const string SpeakerDialog = "speaker";
    private const string Code = "code";
    private static readonly IReadOnlyDictionary<string, string> NoSlots = new Dictionary<string, string>();

    public async Task<IReadOnlyList<OutboundMessage>> ReceiveAsync(InboundMessage message, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TakeTurnAsync(message, cancellation);
            }
            catch (TurnConflict) when (attempt < Attempts)
            {
                TurnTakenAgain(message.Id, attempt);
            }
        }
    }

    private async Task<IReadOnlyList<OutboundMessage>> TakeTurnAsync(InboundMessage message, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var now = clock.GetUtcNow();
        var key = new InboundKey(message.Id, message.BodyHash, (short)message.Channel, message.Address);
        var reading = await tools.Store.LoadAsync(key, cancellation);
        if (reading.Answered is { } before)
            return Replies.Restore(before.Text);
        if (reading.Conflict)
        {
            // A message that the sweep found has no hash: it was handled, and that is all.
            if (message.BodyHash.Length > 0)
                SameIdOtherBody(message.Id);
            return [];
        }
        await using var turn = new CurrentTurn(tools, reading, message, now);
        var finished = await TalkAsync(turn);
        if (finished.Language is { } language)
            turn.ChangeLanguage(Conversations.Language.Chosen(language, message));
        var answer = replies.Render(finished.Says, new(turn.Language, message.Channel), now);
        IReadOnlyList<OutboxMessage> told = [.. turn.Decided is { } decided ? Notifications.Of(decided) : [], .. turn.Later];
        if (!message.AnsweredInResponse)
            told = [.. told, .. Later(turn, answer)];
        await tools.Store.CommitAsync(Write(turn, finished.State, (key, answer, told)), turn.Locked, cancellation);
        if (told.Count > 0)
            outbox.Wake();
        var facts = finished.Facts;
        Turned(
            message.Id,
            turn.CurrentGroup?.Value,
            $"{facts.DialogBefore}/{facts.StateBefore}",
            $"{facts.DialogAfter}/{facts.StateAfter}",
            facts.Heard,
            Stopwatch.GetElapsedTime(started).TotalMilliseconds
        );
        return answer;
    }

    private async Task<Step.Finished> TalkAsync(CurrentTurn turn)
    {
        var state = DialogState.FromJson(turn.Reading.Conversation.State);
        turn.Speaking = state.Speaking ?? Speaking.Nobody;
        var input = await HeardAsync(turn);
        var finished = await MediaNotes.WithCaptionAsync(turn, await WalkAsync(turn, First(turn, state, input)));
        if (turn.HasNamedHerself)
            finished = await TakeUpAsync(turn, finished);
        // Who was forgotten has nothing open either.
        if (turn.Changes.Forgotten is not null)
            finished = finished with { State = finished.State with { Frames = [], Aside = null }, Says = [finished.Says[0]] };
        // What was asked about one group is not answered in another.
        var after = turn.HasSwitched ? finished.State with { Frames = [], Speaking = null } : finished.State with { Speaking = Kept(turn) };
        return finished with { State = after };
    }

    private Step First(CurrentTurn turn, DialogState state, Input input)
    {
        var surroundings = SurroundingsOf(turn);
        if (!turn.IsRegistered && state.Frames.Count == 0)
            return engine.Start(state, Welcome, InvitedBy(turn.Message, surroundings.Slots), surroundings);
        if (!turn.IsRegistered || turn.Sharing.Count < 2)
            return Begin(turn, state, input);
        if (turn.Speaking.IsKnownAt(turn.Now) && turn.Self is not null)
        {
            turn.Speaking = turn.Speaking with { At = turn.Now };
            return Begin(turn, state, input);
        }
        if (state.Top?.Dialog == SpeakerDialog && turn.Speaking.Member is null)
            return engine.Begin(state, input, surroundings);
        // Somebody else may hold the phone by now: what was open is not hers to answer.
        turn.Speaking = turn.Speaking.Asked(IsBareAnswer(input.Text, surroundings.Slots) ? "" : input.Text);
        return engine.Start(state with { Frames = [], Aside = null }, SpeakerDialog, NoSlots, SurroundingsOf(turn));
    }

    /// <summary>A picture that speaks for itself, or a bank's message, has its own conversation; everything else the engine understands.</summary>
    private Step Begin(CurrentTurn turn, DialogState state, Input input)
    {
        if (MediaNotes.SpeakForThemselves(turn) && !input.Spoken)
            return engine.Start(state, MediaNotes.Dialog, NoSlots, SurroundingsOf(turn));
        return Forwarded.Of(turn) is { } forwarded
            ? engine.Start(state, forwarded.Dialog, forwarded.Slots, SurroundingsOf(turn))
            : engine.Begin(state, input, SurroundingsOf(turn));
    }

    private static bool IsBareAnswer(string text, SlotSurroundings slots) =>
        SlotCatalog.Kinds[DialogCatalog.YesNoKind].Read(text, slots) is SlotOutcome.Understood;

    /// <summary>Now that it is known who writes: only what she is greeted with, and then what she wrote before it was asked.</summary>
    private async ValueTask<Step.Finished> TakeUpAsync(CurrentTurn turn, Step.Finished named)
    {
        var greeted = named with { State = named.State with { Frames = [], Aside = null }, Says = [named.Says[0]] };
        if (turn.Speaking.Held is not { } held)
            return greeted;
        turn.Speaking = turn.Speaking with { Held = null };
        var taken = await WalkAsync(turn, engine.Begin(greeted.State, new Input(held), SurroundingsOf(turn)));
        return taken with { Says = [.. greeted.Says, .. taken.Says] };
    }

    private async ValueTask<Step.Finished> WalkAsync(CurrentTurn turn, Step step)
    {
        while (step is Step.CallAction call)
        {
            var result = await ActionCatalog.All[call.Action].Run(turn, new Filled(call.Slots));
            step = engine.Resume(call, result, SurroundingsOf(turn));
        }
        return (Step.Finished)step;
    }

    /// <summary>Phones that nobody shares keep nothing of it.</summary>
    private static Speaking? Kept(CurrentTurn turn) => turn.Sharing.Count > 1 ? turn.Speaking : null;

    /// <summary>What the engine hears. A voice note without words beside it is recognised, where somebody listens.</summary>
    private async ValueTask<Input> HeardAsync(CurrentTurn turn)
    {
        var message = turn.Message;
        var voice = message.Media.FirstOrDefault(MediaNotes.IsVoice);
        var typed = new Input(message.Body, message.ButtonPayload, message.Media.Count > 0, message.IsLocation, voice is not null);
        if (voice is null || typed.Payload is not null || !string.IsNullOrWhiteSpace(message.Body))
            return typed;
        var words = await speech.RecogniseAsync(voice, turn.Language, default);
        return words is { Text.Length: > 0 } ? typed with { Text = words.Text, Spoken = true } : typed;
    }

    /// <summary>A newcomer's first message may carry the code she was given.</summary>
    private static IReadOnlyDictionary<string, string> InvitedBy(InboundMessage message, SlotSurroundings slots) =>
        SlotCatalog.Kinds["invite-code"].Read(message.Body, slots) is SlotOutcome.Understood code
            ? new Dictionary<string, string> { [Code] = code.Value }
            : NoSlots;

    private static Surroundings SurroundingsOf(CurrentTurn turn)
    {
        var group = turn.Group;
        var members =
            group
                ?.Members.Where(m => m.Status is MemberStatus.Active or MemberStatus.Pending)
                .Select(m => new NamedMember(m.Number.Value, m.Name, m.LastFourDigits))
                .ToList()
            ?? [];
        return new(
            turn.Language,
            turn.IsRegistered ? RolesOf(turn.Self) : Roles.Stranger,
            turn.Now,
            turn.Message.Channel,
            turn.Self is { IsActive: true },
            group is null ? null : Fragments.Officer(group, Role.Treasurer),
            new SlotSurroundings(turn.Today, turn.Language, members)
        );
    }

    /// <summary>Who has not told her name yet is a stranger; who has, and is in no group, waits for one.</summary>
    private static Roles RolesOf(Member? self) =>
        self switch
        {
            { Status: MemberStatus.Active, Role: Role.Member } => Roles.Member,
            { Status: MemberStatus.Active, Role: Role.Treasurer } => Roles.Member | Roles.Treasurer,
            { Status: MemberStatus.Active, Role: Role.Admin } => Roles.Member | Roles.Treasurer | Roles.Admin,
            _ => Roles.Pending,
        };

    /// <summary>Answers of a channel that carries none in its response wait in the outbox, as they are.</summary>
    private static IEnumerable<OutboxMessage> Later(CurrentTurn turn, IReadOnlyList<OutboundMessage> answer) =>
        answer.Select(
            (part, i) =>
                new OutboxMessage(
                    turn.Person,
                    turn.CurrentGroup,
                    TextJson.Write(Text.Of("turn.answer", ("body", part.Body))),
                    part.MediaUrl,
                    $"answer:{turn.Message.Id}:{i}"
                )
        );

    private static TurnWrite Write(
        CurrentTurn turn,
        DialogState state,
        (InboundKey Key, IReadOnlyList<OutboundMessage> Answer, IReadOnlyList<OutboxMessage> Told) said
    )
    {
        var isNew = turn.Reading.Person is null;
        var decided = turn.Decided;
        return new TurnWrite
        {
            At = turn.Now,
            Inbound = said.Key,
            Answer = Replies.Store(said.Answer),
            Person = turn.Person,
            PersonChanges = isNew
                ? turn.Changes with
                {
                    IsNew = true,
                    Address = turn.Message.Address,
                    Language = turn.Language,
                }
                : turn.Changes,
            Conversation = new(
                turn.Reading.Conversation.Version,
                state.ToJson(),
                turn.CurrentGroup,
                (short)turn.Message.Channel,
                turn.Message.Channel == ChannelKind.WhatsApp ? turn.Now : null
            ),
            Group = decided is null ? null : new(decided.Actor, decided.Events, decided.Applied),
            Outbox = said.Told,
        };
    }

    [LoggerMessage(LogLevel.Information, "Turn {MessageId} group {Group}: {Before} -> {After}, {Heard}, {Milliseconds:0.0} ms")]
    private partial void Turned(string messageId, Guid? group, string before, string after, Heard heard, double milliseconds);

    [LoggerMessage(LogLevel.Information, "Turn {MessageId} taken again after a conflict, attempt {Attempt}")]
    private partial void TurnTakenAgain(string messageId, int attempt);

    [LoggerMessage(LogLevel.Warning, "Message {MessageId} came again with another body; refused")]
    private partial void SameIdOtherBody(string messageId);
}
