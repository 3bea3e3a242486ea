using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Bot.Conversations.Telling;

/// <summary>A text for one member; null when there is no such member, and then nobody is told.</summary>
/// <param name="ByHerselfToo">She is told even when it was her own message that did it: the last vote of a share-out, say.</param>
internal sealed record Told(Member? Member, Text Text, bool ByHerselfToo = false);

/// <summary>
/// Who hears of one event, and in which words: a line for each, by area. An area gives null for events that are not its own.
/// </summary>
internal sealed partial class Happening(Decided decided)
{
    private readonly GroupState group = decided.Applied.Group;
    private readonly Dictionary<string, LedgerEntry> entries = decided.Applied.Entries.ToDictionary(e => e.Cause);

    /// <summary>The turn's instant and the event's place in the audit log make each telling its own.</summary>
    public string Key(GroupEvent happened) =>
        // However often she sends it, the officers hear of it once.
        happened is ReferenceReused reused ? $"reference:{reused.Reference}:{reused.Member}" : Placed(happened);

    private string Placed(GroupEvent happened) =>
        FormattableString.Invariant($"{group.Counters.Events + 1 + decided.Events.ToList().IndexOf(happened)}:{decided.Actor.At.UtcTicks}");

    public IEnumerable<Told> Tell(GroupEvent happened) =>
        OfMembers(happened)
        ?? OfPayments(happened)
        ?? OfLending(happened)
        ?? OfLoans(happened)
        ?? OfDecisions(happened)
        ?? OfMeetings(happened)
        ?? OfOpening(happened)
        ?? OfFund(happened)
        ?? OfRules(happened)
        ?? [];

    private string By => decided.Actor.Member is { } member ? NameOf(member) : group.Name;

    private IEnumerable<Told> Reversed(MemberNumber member, long entry, string reason, IReadOnlyList<Posting> postings) =>
        To(
            member,
            "reversed",
            ("amount", postings.Where(p => p.Amount.IsPositive).Aggregate(Money.Zero, (sum, p) => sum + p.Amount)),
            ("receipt", PaymentCodes.OfReceipt(entry)),
            ("reason", reason),
            ("by", By)
        );

    private IEnumerable<Told> To(MemberNumber member, string text, params (string Name, object? Value)[] arguments) =>
        [new(group.FindMember(member), Text.Of("notify." + text, [("group", group.Name), .. arguments]))];

    private IEnumerable<Told> Admins(string text, params (string Name, object? Value)[] arguments) =>
        group.ActiveMembers.Where(m => m.Role == Role.Admin).SelectMany(admin => To(admin.Number, text, arguments));

    /// <summary>Treasurers; the admins where there is none. Never the member it is about.</summary>
    private IEnumerable<Told> Officers(MemberNumber about, string text, params (string Name, object? Value)[] arguments)
    {
        var officers = group.ActiveMembers.Where(m => m.IsOfficer && m.Number != about).ToList();
        var treasurers = officers.Where(m => m.Role == Role.Treasurer).ToList();
        return (treasurers.Count > 0 ? treasurers : officers).SelectMany(m => To(m.Number, text, arguments));
    }

    /// <summary>Every treasurer and admin but the member it is about.</summary>
    private IEnumerable<Told> AllOfficers(MemberNumber about, string text, params (string Name, object? Value)[] arguments) =>
        group.ActiveMembers.Where(m => m.IsOfficer && m.Number != about).SelectMany(m => To(m.Number, text, arguments));

    /// <summary>Every active member.</summary>
    private IEnumerable<Told> All(string text, params (string Name, object? Value)[] arguments) =>
        group.ActiveMembers.SelectMany(m => To(m.Number, text, arguments));

    private string NameOf(MemberNumber member) => group.Member(member).Name;

    private string ReceiptOf(string cause, long number) =>
        PaymentCodes.OfReceipt(entries[FormattableString.Invariant($"{cause}:{number}")].Number);
}
