using DiGiBachat.Core;

namespace DiGiBachat.Bot.Conversations.Telling;

/// <content>Fines.</content>
internal sealed partial class Happening
{
    private IEnumerable<Told>? OfFund(GroupEvent happened) =>
        happened switch
        {
            FineImposed e => To(e.Member, "fine-imposed", ("amount", e.Amount), ("reason", e.Reason), ("by", By)),
            FineWaived e => To(e.Member, "fine-waived", ("amount", e.Amount), ("reason", e.Reason), ("by", By)),
            _ => null,
        };
}
