using System.Buffers.Binary;
using System.Globalization;
using DiGiBachat.Core;
using DiGiBachat.Persistence.Protection;

namespace DiGiBachat.Persistence.Sql;

/// <summary>
/// Every encrypted column: its text, bound to its column and its row, so that a value copied to another row (another group's UPI
/// address, say) does not open there.
/// </summary>
internal sealed class Seals(FieldProtection protection)
{
    /// <summary>Characters of a long text sealed as one piece: at most 3 bytes each, well inside what a field may hold.</summary>
    private const int PieceLength = 1_000;
    private const char Separator = '\n';

    public byte[] IndexOf(string address) => protection.BlindIndex(address);

    public byte[] Address(string address, byte[] index) =>
        protection.Protect(address, At("addresses.address", Convert.ToHexStringLower(index)));

    public string Address(byte[] stored, byte[] index) =>
        protection.Reveal(stored, At("addresses.address", Convert.ToHexStringLower(index)));

    public byte[]? PersonName(string? name, PersonId person) =>
        name is null ? null : protection.Protect(name, At("persons.name", person.Value));

    public string? PersonName(byte[]? stored, PersonId person) =>
        stored is null ? null : protection.Reveal(stored, At("persons.name", person.Value));

    public byte[]? UpiAddress(string? address, GroupId group) =>
        address is null ? null : protection.Protect(address, At("groups.upi_address", group.Value));

    public string? UpiAddress(byte[]? stored, GroupId group) =>
        stored is null ? null : protection.Reveal(stored, At("groups.upi_address", group.Value));

    /// <summary>Last four digits, name and, from the second separator on, what else is known of the member.</summary>
    public byte[] Profile(Core.Groups.Member member, string? more, GroupId group) =>
        protection.Protect(
            member.LastFourDigits + Separator + member.Name + (more is null ? "" : Separator + more),
            At("members.profile", group.Value, member.Number.Value)
        );

    public (string Name, string LastFourDigits, string? More) Profile(byte[] stored, GroupId group, MemberNumber member)
    {
        var parts = protection.Reveal(stored, At("members.profile", group.Value, member.Value)).Split(Separator, 3);
        return (parts[1], parts[0], parts.ElementAtOrDefault(2));
    }

    public byte[] Matters(string matters, GroupId group) => Long(matters, At("groups.matters", group.Value));

    public string Matters(byte[] stored, GroupId group) => Long(stored, At("groups.matters", group.Value));

    public byte[] Purpose(string purpose, GroupId group, LoanNumber loan) =>
        protection.Protect(purpose, At("loans.purpose", group.Value, loan.Value));

    public string Purpose(byte[] stored, GroupId group, LoanNumber loan) =>
        protection.Reveal(stored, At("loans.purpose", group.Value, loan.Value));

    public byte[] State(string state, PersonId person) => Long(state, At("conversations.state", person.Value));

    public string State(byte[] stored, PersonId person) => Long(stored, At("conversations.state", person.Value));

    public byte[]? Answer(string? answer, string messageId) =>
        answer is null ? null : Long(answer, At("inbox.answer", MessageKey(messageId)));

    public string? Answer(byte[]? stored, string messageId) =>
        stored is null ? null : Long(stored, At("inbox.answer", MessageKey(messageId)));

    public byte[] Message(string text, Guid id) => Long(text, At("outbox.text", id));

    public string Message(byte[] stored, Guid id) => Long(stored, At("outbox.text", id));

    public byte[] Event(string data, GroupId group, long number) => Long(data, At("event_secrets.data", group.Value, number));

    public string Event(byte[] stored, GroupId group, long number) => Long(stored, At("event_secrets.data", group.Value, number));

    /// <summary>Pieces, each with its length in front and its place in its context, for texts longer than one field may be.</summary>
    private byte[] Long(string text, string context)
    {
        using var pieces = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        for (int start = 0, piece = 0; start < text.Length || piece == 0; piece++)
        {
            var end = Math.Min(start + PieceLength, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
                end--;
            var stored = protection.Protect(text[start..end], Piece(context, piece));
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)stored.Length);
            pieces.Write(length);
            pieces.Write(stored);
            start = end;
        }
        return pieces.ToArray();
    }

    private string Long(ReadOnlySpan<byte> stored, string context)
    {
        var text = "";
        for (var piece = 0; stored.Length > 0; piece++)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(stored);
            text += protection.Reveal(stored.Slice(sizeof(ushort), length), Piece(context, piece));
            stored = stored[(sizeof(ushort) + length)..];
        }
        return text;
    }

    private static string Piece(string context, int piece) =>
        piece == 0 ? context : string.Create(CultureInfo.InvariantCulture, $"{context}+{piece}");

    /// <summary>A context is short and a provider's id may not be.</summary>
    private static string MessageKey(string messageId) => messageId.Length <= 64 ? messageId : messageId[..64];

    private static string At(string column, object row) => string.Create(CultureInfo.InvariantCulture, $"{column}:{row}");

    private static string At(string column, Guid group, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{column}:{group}:{number}");
}
