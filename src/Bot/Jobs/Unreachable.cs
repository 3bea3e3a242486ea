using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Jobs;

/// <summary>What follows when a message cannot reach somebody: an opt-out is remembered, of a bad number the group's officers hear.</summary>
internal sealed class Unreachable(TurnStore store, OutboxSignal signal, TimeProvider clock)
{
    public async Task TellAsync(OutboxClaim claim, (ChannelKind Channel, SendFailure Kind) failed, CancellationToken cancellation)
    {
        if (failed.Kind == SendFailure.OptedOut)
            await RememberAsync(claim, failed.Channel, cancellation);
        if (failed.Kind == SendFailure.BadNumber && claim.Group is { } id)
            if (await store.ReadGroupAsync(id, new Scope(), cancellation) is { } group)
                await TellOfficersAsync(claim, group, cancellation);
    }

    private Task RememberAsync(OutboxClaim claim, ChannelKind channel, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var since = new OptOut(now);
        var changes = channel == ChannelKind.Sms ? new PersonChanges { Sms = since } : new PersonChanges { WhatsApp = since };
        var write = new TurnWrite
        {
            At = now,
            Person = claim.Person,
            PersonChanges = changes,
        };
        return store.CommitAsync(write, null, cancellation);
    }

    private async Task TellOfficersAsync(OutboxClaim claim, Core.GroupState group, CancellationToken cancellation)
    {
        var member = group.Members.FirstOrDefault(m => m.Person == claim.Person);
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
