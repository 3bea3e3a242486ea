using System.Collections.Immutable;
using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Dialogs.Understanding;

/// <summary>
/// Fits one sentence to one message. Every word must be accounted for: a known word that the sentence does not name forbids it,
/// and so does a number that fills nothing; of unknown words it bears a few.
/// </summary>
internal sealed class SentenceMatcher(Vocabulary vocabulary)
{
    private readonly SentenceSlots slots = new(vocabulary);
    private readonly UInt128 yesWord = vocabulary.Mask(FamilyNames.YesWord);

    /// <summary>Null when it does not fit.</summary>
    public SentenceMatch? Match(Sentence sentence, Message message, SlotSurroundings surroundings)
    {
        if (!sentence.Has("purpose") && !KnowsAll(sentence, message))
        {
            return null;
        }

        var pieces = message.Pieces;
        var roles = new (Piece Piece, PieceRole Role, string? Slot)[pieces.Count];
        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] = (pieces[i], PieceRole.Unknown, null);
        }

        return slots.Fill(sentence, message, roles, surroundings) is { } heard
            ? Words(sentence, roles, heard)
            : null;
    }

    private SentenceMatch? Words(
        Sentence sentence,
        (Piece Piece, PieceRole Role, string? Slot)[] roles,
        ImmutableDictionary<string, string> heard
    )
    {
        var needed = sentence.Needs.Aggregate(UInt128.Zero, (mask, need) => mask | need);
        // manzoor and namanzoor share most of their letters: where something is decided, no word is guessed.
        var decides = SentenceSlots.Ids.Any(sentence.Has);
        var (unknown, loose, sure, said) = (0, 0, false, UInt128.Zero);
        for (var i = 0; i < roles.Length; i++)
        {
            var (piece, role, _) = roles[i];
            if (role == PieceRole.Slot)
            {
                continue;
            }

            if (piece.IsUnknown || piece.Kind == PieceKind.OtherNumber)
            {
                unknown++;
                continue;
            }

            if (
                piece.Kind != PieceKind.Word
                || !piece.Is(sentence.Allowed)
                || IsLateYes(sentence, roles, i)
            )
            {
                return null;
            }

            var isNeeded = piece.Is(needed);
            if (isNeeded && piece.Loose && decides)
            {
                return null;
            }

            said |= piece.Families;
            loose += piece.Loose ? 1 : 0;
            sure |= isNeeded && !piece.Loose;
            roles[i].Role =
                isNeeded ? PieceRole.Needed
                : piece.Is(vocabulary.Ambient) ? PieceRole.Small
                : PieceRole.Allowed;
        }

        var fits =
            sure
            && sentence.Needs.All(need => (said & need) != UInt128.Zero)
            && sentence.NeededSlots.All(heard.ContainsKey)
            && unknown <= sentence.UnknownAllowed(heard.ContainsKey("amount"));
        return fits ? new SentenceMatch(sentence, heard, unknown, loose, [.. roles]) : null;
    }

    /// <summary>"ok, loan chahiye" agrees to begin with; "kya loan lena theek hai" asks for advice.</summary>
    private bool IsLateYes(
        Sentence sentence,
        (Piece Piece, PieceRole Role, string? Slot)[] roles,
        int at
    )
    {
        if (
            !roles[at].Piece.Is(yesWord)
            || roles[at].Piece.Is(sentence.Allowed & ~yesWord)
            || sentence.NamesYes
        )
        {
            return false;
        }

        for (var i = 0; i < at; i++)
        {
            if (!roles[i].Piece.Is(vocabulary.Ambient))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether no word is of another family; where a purpose may be said, its words may be any.</summary>
    private static bool KnowsAll(Sentence sentence, Message message)
    {
        foreach (var piece in message.Pieces)
        {
            if (piece.Families != UInt128.Zero && !piece.Is(sentence.Allowed))
            {
                return false;
            }
        }

        return true;
    }
}
