using System.Collections.Immutable;
using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Dialogs.Understanding;

/// <summary>What a sentence hears: its numbers, what the money is for, a name, a reason, a period, in the words in which they were typed.</summary>
internal sealed class SentenceSlots(Vocabulary vocabulary)
{
    /// <summary>Slots that are the number of something.</summary>
    public static readonly string[] Ids = ["loan", "payment", "member"];

    private const int LongestName = 3;

    private readonly UInt128 self = vocabulary.Mask(FamilyNames.Self);
    private readonly UInt128 postposition = vocabulary.Mask(FamilyNames.Postposition);
    private readonly UInt128 purposeAfter = vocabulary.Mask(FamilyNames.PurposeAfter);
    private readonly UInt128 purposeBefore = vocabulary.Mask(FamilyNames.PurposeBefore);
    private readonly UInt128 income = vocabulary.Mask(FamilyNames.Income);
    private readonly UInt128 period = vocabulary.Mask(FamilyNames.Period);
    private readonly UInt128 not =
        vocabulary.Mask(FamilyNames.Not) | vocabulary.Mask(FamilyNames.OrNot);

    /// <summary>The slots by name; what fills one is marked among the roles. Null when a number fills nothing.</summary>
    public ImmutableDictionary<string, string>? Fill(
        Sentence sentence,
        Message message,
        (Piece Piece, PieceRole Role, string? Slot)[] roles,
        SlotSurroundings surroundings
    )
    {
        var heard = ImmutableDictionary<string, string>.Empty;
        if (sentence.Has("purpose"))
        {
            heard = Purpose(message, roles, sentence, heard);
        }

        if (!Numbers(sentence, roles, ref heard))
        {
            return null;
        }

        if (
            (sentence.Has("member") || sentence.Has(Sentence.Whose)) && !heard.ContainsKey("member")
        )
        {
            heard = Name(sentence, message, roles, surroundings, heard);
        }

        heard = sentence.Has("reason") ? Reason(message, roles, heard) : heard;
        return WithPeriod(sentence, message, heard);
    }

    /// <summary>False when a number fills nothing.</summary>
    private bool Numbers(
        Sentence sentence,
        (Piece Piece, PieceRole Role, string? Slot)[] roles,
        ref ImmutableDictionary<string, string> heard
    )
    {
        List<string>? amounts = null;
        for (var i = 0; i < roles.Length; i++)
        {
            var piece = roles[i].Piece;
            if (piece.Kind == PieceKind.Word || roles[i].Role == PieceRole.Slot)
            {
                continue;
            }

            if (SlotOf(sentence, roles, i, heard) is not { } slot)
            {
                if (piece.Kind is PieceKind.Months or PieceKind.OtherNumber)
                {
                    roles[i].Piece = piece with { Kind = PieceKind.OtherNumber };
                    continue;
                }

                return false;
            }

            roles[i] = (piece, PieceRole.Slot, slot);
            switch (slot)
            {
                case "amount":
                    (amounts ??= []).Add(
                        EndsInGive(piece, roles, i) ? $"mujhe {piece.Text}" : piece.Text
                    );
                    break;
                case Sentence.Count:
                    break;
                default:
                    heard = heard.SetItem(slot, piece.Text);
                    break;
            }
        }

        // Two amounts in one sentence are read as two, and asked about.
        heard = amounts is null ? heard : heard.SetItem("amount", string.Join(" ya ", amounts));
        return true;
    }

    private string? SlotOf(
        Sentence sentence,
        (Piece Piece, PieceRole Role, string? Slot)[] roles,
        int at,
        ImmutableDictionary<string, string> heard
    )
    {
        var piece = roles[at].Piece;
        if (piece.Kind == PieceKind.Code)
        {
            return sentence.Has("code") ? "code" : null;
        }

        if (piece.Kind == PieceKind.Months)
        {
            return sentence.Has("months") && !heard.ContainsKey("months") ? "months" : null;
        }

        if (piece.Kind == PieceKind.OtherNumber)
        {
            return sentence.Has(Sentence.Count) ? Sentence.Count : null;
        }

        if ((sentence.Allowed & income) != 0 && IsIncome(roles, at))
        {
            return Sentence.Count;
        }

        var id = Ids.FirstOrDefault(name => sentence.Has(name) && !heard.ContainsKey(name));
        if (id is not null && IsWhole(piece.Text) && (piece.Numbered || !sentence.Has("amount")))
        {
            return id;
        }

        return sentence.Has("amount") && !piece.Numbered | !sentence.Has("loan") ? "amount"
            : sentence.Has(Sentence.Count) ? Sentence.Count
            : null;
    }

    private static bool IsWhole(string text) =>
        text.Length <= 6 && text.All(char.IsAsciiDigit)
        || !text.Any(char.IsAsciiDigit)
        || text.Split(' ')[0].All(char.IsAsciiDigit);

    private bool IsIncome((Piece Piece, PieceRole Role, string? Slot)[] roles, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 2; i--)
        {
            if (roles[i].Piece.Is(income))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"mujhe paanch sau do": 502, or "give me 500". Only its question can say.</summary>
    private static bool EndsInGive(
        Piece piece,
        (Piece Piece, PieceRole Role, string? Slot)[] roles,
        int at
    ) =>
        at == roles.Length - 1
        && roles.Length > 1
        && (
            piece.Text.EndsWith(" do", StringComparison.Ordinal)
            || piece.Text.EndsWith(" दो", StringComparison.Ordinal)
        );

    /// <summary>The unknown words before "ke liye", or behind "for", are what the money is for.</summary>
    private ImmutableDictionary<string, string> Purpose(
        Message message,
        (Piece Piece, PieceRole Role, string? Slot)[] roles,
        Sentence sentence,
        ImmutableDictionary<string, string> heard
    )
    {
        for (var i = 0; i < roles.Length; i++)
        {
            var (first, last) = (i, i);
            if (roles[i].Piece.Is(purposeAfter))
            {
                while (first > 0 && IsOfPurpose(roles[first - 1].Piece, sentence, postposition))
                {
                    first--;
                }
            }
            else if (roles[i].Piece.Is(purposeBefore))
            {
                while (
                    last + 1 < roles.Length
                    && IsOfPurpose(roles[last + 1].Piece, sentence, postposition | self)
                )
                {
                    last++;
                }
            }

            if (
                first == last
                || !Enumerable
                    .Range(first, last - first + 1)
                    .Any(at => roles[at].Piece.IsUnknown || !roles[at].Piece.Is(sentence.Allowed))
            )
            {
                continue;
            }

            while (first < last && roles[first].Piece.Is(postposition))
            {
                first++;
            }

            var words = new List<string>();
            for (var at = first; at <= last; at++)
            {
                if (at != i)
                {
                    words.Add(roles[at].Piece.Text);
                    roles[at] = (roles[at].Piece, PieceRole.Slot, "purpose");
                }
            }

            return heard.SetItem("purpose", message.AsTyped(string.Join(' ', words)));
        }

        return heard;
    }

    /// <summary>Any word but a denial and those that the sentence itself is made of.</summary>
    private bool IsOfPurpose(Piece piece, Sentence sentence, UInt128 also) =>
        piece.Kind == PieceKind.Word
        && !piece.Is(not)
        && (piece.IsUnknown || piece.Is(also) || !piece.Is(sentence.Allowed));

    /// <summary>
    /// A name is a run of unknown words: one that is a member's, one before ne, ka, ko; where the sentence needs a name, the only
    /// one; else one that opens the sentence of somebody who does not speak of herself.
    /// </summary>
    private ImmutableDictionary<string, string> Name(
        Sentence sentence,
        Message message,
        (Piece Piece, PieceRole Role, string? Slot)[] roles,
        SlotSurroundings surroundings,
        ImmutableDictionary<string, string> heard
    )
    {
        var runs = new List<(int First, int End, int Weight)>();
        for (var i = 0; i < roles.Length; i++)
        {
            var first = i;
            while (i < roles.Length && roles[i].Piece.IsUnknown && roles[i].Role != PieceRole.Slot)
            {
                i++;
            }

            if (i > first && i - first <= LongestName)
            {
                var marked = i < roles.Length && roles[i].Piece.Is(postposition);
                var opens = first == 0 && (message.Said & self) == 0;
                var known =
                    surroundings.Members.Count > 0
                    && IsMember(message, roles, first, i, surroundings);
                runs.Add(
                    (
                        first,
                        i,
                        known ? 3
                        : marked ? 2
                        : opens || sentence.Has("member") ? 1
                        : 0
                    )
                );
            }
        }

        var best = runs.Count == 0 ? 0 : runs.Max(r => r.Weight);
        if (best == 0 || runs.Count(r => r.Weight == best) != 1)
        {
            return heard;
        }

        var run = runs.First(r => r.Weight == best);
        for (var i = run.First; i < run.End; i++)
        {
            roles[i] = (roles[i].Piece, PieceRole.Slot, "member");
        }

        return heard.SetItem("member", NameOf(message, roles, run.First, run.End));
    }

    private static bool IsMember(
        Message message,
        (Piece Piece, PieceRole Role, string? Slot)[] roles,
        int first,
        int end,
        SlotSurroundings surroundings
    ) =>
        MemberSlot.Read(NameOf(message, roles, first, end), surroundings)
            is SlotOutcome.Understood
                or SlotOutcome.Ambiguous;

    private static string NameOf(
        Message message,
        (Piece Piece, PieceRole Role, string? Slot)[] roles,
        int first,
        int end
    ) => message.AsTyped(string.Join(' ', roles[first..end].Select(r => r.Piece.Text)));

    /// <summary>Unknown words at the end are the reason.</summary>
    private static ImmutableDictionary<string, string> Reason(
        Message message,
        (Piece Piece, PieceRole Role, string? Slot)[] roles,
        ImmutableDictionary<string, string> heard
    )
    {
        var first = roles.Length;
        while (
            first > 0 && roles[first - 1].Piece.IsUnknown && roles[first - 1].Role != PieceRole.Slot
        )
        {
            first--;
        }

        if (first == roles.Length)
        {
            return heard;
        }

        for (var i = first; i < roles.Length; i++)
        {
            roles[i] = (roles[i].Piece, PieceRole.Slot, "reason");
        }

        return heard.SetItem("reason", NameOf(message, roles, first, roles.Length));
    }

    private ImmutableDictionary<string, string> WithPeriod(
        Sentence sentence,
        Message message,
        ImmutableDictionary<string, string> heard
    )
    {
        if (!sentence.Has("period") || (message.Said & period) == 0)
        {
            return heard;
        }

        return heard.SetItem(
            "period",
            string.Join(' ', message.Pieces.Where(p => p.Is(period)).Select(p => p.Text))
        );
    }
}
