using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Payments.BankMessages;

namespace DiGiBachat.Bot.Conversations;

/// <summary>
/// A message of a bank that was forwarded or pasted is no answer and no command: it starts its own conversation, with what it says and
/// never with its words. So a password that was sent by mistake is kept nowhere.
/// </summary>
internal static class Forwarded
{
    private const string Dialog = "bank-message";

    /// <summary>The conversation and its slots; null for a message that is none of a bank.</summary>
    public static (string Dialog, IReadOnlyDictionary<string, string> Slots)? Of(CurrentTurn turn)
    {
        if (turn.Self is not { IsActive: true } self || BankMessageReader.Read(turn.Message.Body) is not { } message)
            return null;
        // Whoever sends the bank's word of her own payment has paid.
        if (message is { Kind: BankMessageKind.Debit, Reference: { } reference } && HasRequested(turn, self))
            return ("paid", new Dictionary<string, string> { ["reference"] = reference });
        return self.IsOfficer || message.Kind == BankMessageKind.OneTimePassword
            ? (Dialog, new Dictionary<string, string> { ["message"] = message.Kept() })
            : null;
    }

    private static bool HasRequested(CurrentTurn turn, Member self) =>
        turn.Group!.Payments.Any(p => p.Payer == self.Number && p.Status == PaymentStatus.Requested);
}
