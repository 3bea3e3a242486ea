using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Pages;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Queries;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Conversations;

/// <summary>What a turn needs beside the message: the store, what is read at leisure, and the links it may hand out.</summary>
internal sealed record TurnTools(TurnStore Store, GroupQueries Queries, HistoryQueries History, Links Links, Texts.Texts Texts);

/// <summary>
/// One turn as the actions see it: who speaks, the group as it was read, and what the turn is going to write. Nothing is written
/// before the turn is over; then all of it is, or none.
/// </summary>
internal sealed class CurrentTurn(TurnTools tools, TurnReading reading, InboundMessage message, DateTimeOffset now)
    : IAsyncDisposable
{
    private readonly List<OutboxMessage> later = [];
    private GroupState? own;
    private GroupState? whole;

    public TurnTools Tools => tools;
    public DateTimeOffset Now => now;
    public InboundMessage Message => message;
    public TurnReading Reading => reading;

    /// <summary>Who speaks; a person who is new gets her id now.</summary>
    public PersonId Person { get; } = reading.Person?.Id ?? new(Fresh.Id(now));

    /// <summary>Her name and language as they will be after the turn.</summary>
    public string? Name { get; private set; } = reading.Person?.Name;
    public string Language { get; set; } = reading.Person?.Language ?? Conversations.Language.Guess(message);
    public bool IsRegistered { get; private set; } = reading.Person?.ConsentAt is not null;
    public GroupId? CurrentGroup { get; private set; } = reading.Conversation.CurrentGroup;

    /// <summary>What happened in the turn's group, with the entries it made; null while nothing did.</summary>
    public Decided? Decided { get; private set; }
    public LockedGroup? Locked { get; private set; }
    public PersonChanges Changes { get; private set; } = new();

    public DateOnly Today => IndianTime.DayOf(now);

    /// <summary>The person's group as last read, brought up to today in memory; null for a stranger.</summary>
    public GroupState? Group => own ??= UpToDate(reading.Group);

    /// <summary>The membership she speaks with; null for a stranger.</summary>
    public Member? Self => SelfIn(Group);

    /// <summary>Who of her group writes from this phone; more than one where several share it.</summary>
    public IReadOnlyList<Member> Sharing => Group?.ActiveMembers.Where(m => m.Person == Person).ToList() ?? [];

    /// <summary>Which of them speaks, and since when.</summary>
    public Speaking Speaking { get; set; } = Speaking.Nobody;

    /// <summary>She said in this turn who she is.</summary>
    public bool HasNamedHerself { get; private set; }

    public Actor Actor => ActorIn(Group);

    /// <summary>Her phone's last four digits, which tell two of one name apart.</summary>
    public string LastFourDigits => message.Address.Length > 4 ? message.Address[^4..] : "";

    /// <summary>The whole group, read without a lock: for what officers look at. One more round trip, once a turn.</summary>
    public async ValueTask<GroupState> WholeGroupAsync() =>
        whole ??= UpToDate(await tools.Store.ReadGroupAsync(Group!.Id, Scope.All, default))!;

    public async ValueTask<GroupState?> FindByInviteAsync(string code) => await tools.Store.FindGroupByInviteAsync(code, default);

    /// <summary>The same with the history of savings, for rehearsing a share-out.</summary>
    public async ValueTask<GroupState> GroupWithHistoryAsync() =>
        UpToDate(await tools.Store.ReadGroupAsync(Group!.Id, Scope.All with { SavingsHistory = true }, default))!;

    /// <summary>
    /// Locks the group, re-reads what the decision needs, lets the calendar catch up and decides on that. Refused: nothing stays
    /// locked. A second decision of the same turn goes on from the first.
    /// </summary>
    public async ValueTask<Result<GroupState>> DecideAsync(
        GroupId group,
        Scope scope,
        Func<GroupState, Actor, Result<IReadOnlyList<GroupEvent>>> decide
    )
    {
        Locked ??= await tools.Store.LockAsync(group, scope, default);
        var before = Decided?.Applied.Group ?? Locked.Group;
        var decision = Conversations.Decided.On(before, ActorIn(before), decide);
        if (decision.IsRefused)
        {
            if (Decided is null)
                await ReleaseAsync();
            return decision.Refusal!;
        }
        Decided = Decided is { } earlier ? earlier.Then(decision.Value) : decision.Value;
        own = Decided.Applied.Group;
        return own;
    }

    /// <summary>Decides in the person's own group, about herself and <paramref name="scope"/>.</summary>
    public ValueTask<Result<GroupState>> DecideAsync(
        Scope scope,
        Func<GroupState, Actor, Result<IReadOnlyList<GroupEvent>>> decide
    ) => DecideAsync(Group!.Id, Self is { } self && scope.Members is { } members ? scope with { Members = [.. members, self.Number] } : scope, decide);

    /// <summary>The founder's turn: the group does not exist yet, so there is nothing to lock.</summary>
    public void Create(GroupCreated created)
    {
        var actor = new Actor(Person, created.Founder.Number, now);
        var group = CreateGroup.Begin(created);
        Decided = new([created], new(group, []), actor);
        SwitchTo(group.Id);
        own = group;
    }

    /// <summary>A text as it is kept in the book, for all to read: in the group's language.</summary>
    public string Worded(Texts.Text text) => tools.Texts.Say(text, new(Group!.Rules.DefaultLanguage, ChannelKind.WhatsApp), Today);

    /// <summary>She speaks of another group from now on.</summary>
    public bool HasSwitched { get; private set; }

    public void SwitchTo(GroupId group)
    {
        HasSwitched |= reading.Group is { } before && before.Id != group;
        CurrentGroup = group;
    }

    /// <summary>She is the one who speaks from now on.</summary>
    public void SpeaksAs(Member member)
    {
        HasNamedHerself = true;
        Speaking = Speaking.By(member.Number.Value, now);
    }

    /// <summary>Nothing of this person is kept but what the books need.</summary>
    public void Forget()
    {
        (Name, IsRegistered) = (null, false);
        Changes = Changes with { Forgotten = reading.Memberships.Select(m => (m.Group, m.Number)).ToList() };
    }

    public void Register(string name, string language)
    {
        (Name, Language, IsRegistered) = (name, language, true);
        Changes = Changes with { Name = name, Language = language, ConsentAt = now };
    }

    public void ChangeLanguage(string language)
    {
        Language = language;
        Changes = Changes with { Language = language };
    }

    /// <summary>Which messages she wants, as it will be after the turn.</summary>
    public PersonSettings Settings => Changes.Settings ?? reading.Person?.Settings ?? PersonSettings.None;

    public void ChangeSettings(PersonSettings settings) => Changes = Changes with { Settings = settings };

    public void PauseMessages(bool paused) => Changes = Changes with { Sms = new(paused ? now : null), WhatsApp = new(paused ? now : null) };

    /// <summary>What is to be sent to others besides what the events tell, with the business key that it goes out once under.</summary>
    public IReadOnlyList<OutboxMessage> Later => later;

    public void TellLater(PersonId person, string key, Text text) =>
        later.Add(new(person, Group!.Id, TextJson.Write(text), null, $"{Group.Id.Value:N}:{key}"));

    public ValueTask DisposeAsync() => ReleaseAsync();

    private async ValueTask ReleaseAsync()
    {
        if (Locked is { } locked)
            await locked.DisposeAsync();
        Locked = null;
    }

    private Actor ActorIn(GroupState? group) =>
        new(Person, SelfIn(group)?.Number, now);

    /// <summary>On a phone that several share it is the one who named herself; nobody before that.</summary>
    private Member? SelfIn(GroupState? group)
    {
        var hers = group?.Members.Where(m => m.Person == Person).ToList() ?? [];
        var active = hers.Where(m => m.IsActive).ToList();
        return active.Count switch
        {
            0 => hers.FirstOrDefault(m => m.Status == MemberStatus.Pending) ?? hers.FirstOrDefault(),
            1 => active[0],
            _ => group!.Id == CurrentGroup ? active.FirstOrDefault(m => m.Number.Value == Speaking.Member) : null,
        };
    }

    private GroupState? UpToDate(GroupState? group) =>
        group?.Apply(RollForward.To(group, Actor.Calendar(now)), Actor.Calendar(now)).Group;
}

/// <summary>What a turn decided: the events in order, the group after them with its new entries, and who acted.</summary>
internal sealed record Decided(IReadOnlyList<GroupEvent> Events, Applied Applied, Actor Actor)
{
    /// <summary>Lets the calendar catch up with a group read under its lock, and decides on that.</summary>
    public static Result<Decided> On(
        GroupState locked,
        Actor actor,
        Func<GroupState, Actor, Result<IReadOnlyList<GroupEvent>>> decide
    )
    {
        // What the calendar books is nobody's act, whoever's turn it is that comes first.
        var calendar = Actor.Calendar(actor.At);
        var happened = RollForward.To(locked, calendar);
        var passed = new Decided(happened, locked.Apply(happened, calendar), actor);
        var decision = decide(passed.Applied.Group, actor);
        return decision.IsRefused ? decision.Refusal! : passed.Then(decision.Value);
    }

    /// <summary>This and a later decision on what it left, as one.</summary>
    public Decided Then(Decided later) =>
        this with
        {
            Events = [.. Events, .. later.Events],
            Applied = new(later.Applied.Group, [.. Applied.Entries, .. later.Applied.Entries]),
        };

    private Decided Then(IReadOnlyList<GroupEvent> events) => Then(new Decided(events, Applied.Group.Apply(events, Actor), Actor));
}
