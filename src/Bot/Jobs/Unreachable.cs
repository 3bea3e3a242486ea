using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Jobs;

/// <summary>A message that did not reach its reader by that channel.</summary>
internal sealed record Unsent(Guid Id, PersonId Person, GroupId? Group, ChannelKind Channel);

/// <summary>
/// What follows when a message cannot reach somebody, whether that is said at once or in a later report: an opt-out is remembered, of
/// a bad number the group's officers hear, and what WhatsApp does not carry goes on to SMS. Said twice, it follows once.
/// </summary>
internal sealed class Unreachable(Outbox outbox, TurnStore store, OutboxSignal signal, TimeProvider clock)
{
    public async Task FollowAsync(Unsent message, SendOutcome.Failed failed, CancellationToken cancellation)
    {
        switch (failed.Kind)
        {
            case SendFailure.OptedOut:
                await RememberAsync(message, cancellation);
                break;
            case SendFailure.BadNumber when message.Group is { } id:
                if (await store.ReadGroupAsync(id, new Scope(), cancellation) is { } group)
                    await TellOfficersAsync(message, group, cancellation);
                break;
            case SendFailure.OutsideWindow or SendFailure.NotOnWhatsApp when message.Channel == ChannelKind.WhatsApp:
                await outbox.RerouteAsync(message.Id, ((short)ChannelKind.Sms, SendOutbox.Code(failed.Code)), clock.GetUtcNow(), cancellation);
                signal.Wake();
                break;
        }
    }

    private Task RememberAsync(Unsent message, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var since = new OptOut(now);
        var changes = message.Channel == ChannelKind.Sms ? new PersonChanges { Sms = since } : new PersonChanges { WhatsApp = since };
        var write = new TurnWrite
        {
            At = now,
            Person = message.Person,
            PersonChanges = changes,
        };
        return store.CommitAsync(write, null, cancellation);
    }

    private async Task TellOfficersAsync(Unsent message, GroupState group, CancellationToken cancellation)
    {
        var member = group.Members.FirstOrDefault(m => m.Person == message.Person);
        if (member is null)
            return;
        var now = clock.GetUtcNow();
        var text = TextJson.Write(Text.Of("notify.unreachable", ("group", group.Name), ("name", member.Name)));
        var told = group
            .ActiveMembers.Where(m => m.IsOfficer && m.Number != member.Number && m.Person is not null)
            .Select(m => new OutboxMessage(
                m.Person!.Value,
                group.Id,
                text,
                null,
                $"{group.Id.Value:N}:unreachable:{member.Number}:{m.Number}:{now:yyyyMMdd}"
            ))
            .ToList();
        await store.CommitAsync(new TurnWrite { At = now, Outbox = told }, null, cancellation);
        signal.Wake();
    }
}
