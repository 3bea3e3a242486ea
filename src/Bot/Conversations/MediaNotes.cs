using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Conversations;

/// <summary>Pictures and voice notes: which payment they belong to, and what their sender hears.</summary>
internal static class MediaNotes
{
    /// <summary>The dialog that keeps one; it starts by itself.</summary>
    public const string Dialog = "photo";

    private const string Paid = "paid";

    public static bool IsVoice(InboundMedia media) => media.ContentType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase);

    public static NoteKind KindOf(InboundMedia media) =>
        IsVoice(media) ? NoteKind.Voice
        : media.ContentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ? NoteKind.Picture
        : NoteKind.Other;

    /// <summary>Without words, while a payment of hers is open: it can be about nothing else.</summary>
    public static bool SpeakForThemselves(CurrentTurn turn) =>
        turn.Message is { Media.Count: > 0, ButtonPayload: null } message
        && string.IsNullOrWhiteSpace(message.Body)
        && turn is { Group: { } group, Self: { IsActive: true } self }
        && KeepPaymentNote.OpenPayment(group, self.Number) is not null;

    /// <summary>Keeps what came with the message. The payment is the newest of hers that is open.</summary>
    public static async ValueTask<Result<GroupState>> KeepAsync(CurrentTurn turn)
    {
        var media = turn.Message.Media[0];
        return await turn.DecideAsync(new Scope(), (group, actor) => KeepPaymentNote.Decide(group, actor, KindOf(media), media.Url));
    }

    /// <summary>A picture under which she wrote "paid …": kept when the words were a claim, or began one.</summary>
    public static async ValueTask<Step.Finished> WithCaptionAsync(CurrentTurn turn, Step.Finished finished)
    {
        var claims = turn.Decided?.Events.OfType<PaymentClaimed>().Any() == true || finished.State.Top?.Dialog == Paid;
        if (turn.Message.Media.Count == 0 || !claims || turn.Group is null || Kept(turn) is not null)
            return finished;
        var kept = await KeepAsync(turn);
        return kept.IsRefused ? finished : finished with { Says = [new Say(Words(turn)), .. finished.Says] };
    }

    /// <summary>The note of this turn; null when none was kept.</summary>
    public static PaymentNoteKept? Kept(CurrentTurn turn) => turn.Decided?.Events.OfType<PaymentNoteKept>().LastOrDefault();

    private static Text Words(CurrentTurn turn) =>
        Text.Of("photo.with-words", ("kind", KindText(Kept(turn)!.Note.Kind)), ("payment", Kept(turn)!.Note.Payment.Value));

    public static Text KindText(NoteKind kind) =>
        new(
            kind switch
            {
                NoteKind.Picture => "note-kinds.picture",
                NoteKind.Voice => "note-kinds.voice",
                NoteKind.Other => "note-kinds.other",
            }
        );
}
