using System.Collections.Frozen;
using System.Globalization;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>
/// A member by number within the group, by the last four digits of her phone, or by name in either script. Whoever else could be
/// meant is offered too: a name that fits two members never picks one.
/// </summary>
internal static class MemberSlot
{
    internal const string NoSuchMember = "slots.no-such-member";

    private const int LastDigits = 4;
    private const int ShortestPrefix = 3;
    private const int ShortestKey = 2;
    private const int ShortestSlip = 5;
    private const int ShortestSlippedKey = 4;

    private static readonly FrozenSet<string> Titles = Units.Set(
        "member sadasya sadasy ji jee didi di bhai bhaiya behen behan bahen bahan bhabhi tai aunty auntie chachi mausi smt shri shrimati mrs mr ms miss ko ka ki ke ne se "
            + "सदस्य मेंबर जी दीदी भाई भैया बहन भाभी ताई आंटी चाची मौसी श्रीमती श्री को का की के ने से"
    );

    internal static SlotOutcome Read(string text, SlotSurroundings surroundings)
    {
        var words = Normaliser.Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var said = words.Where(word => !Titles.Contains(word) && !Units.NumberSigns.Contains(word)).ToArray();
        if (said.Length == 0)
        {
            // A name may itself be a title (Didi, Bhabhi); then it is all that was said.
            said = words;
        }

        if (said is [var digits] && digits.All(char.IsAsciiDigit))
        {
            return ByDigits(digits, surroundings.Members);
        }

        // "member saat": a number in words only where it is said to be one; "do" is a word of every second sentence.
        if (
            said.Length < words.Length
            && words.Any(IsNumbering)
            && NumberWords.Read(string.Join(' ', said)) is { } number
            && number == decimal.Truncate(number)
        )
        {
            return ByDigits(number.ToString("0", CultureInfo.InvariantCulture), surroundings.Members);
        }

        return said.Length == 0 || said.Any(word => word.Any(char.IsAsciiDigit))
            ? new SlotOutcome.NotUnderstood()
            : ByName(said, surroundings.Members);
    }

    private static bool IsNumbering(string word) =>
        Units.NumberSigns.Contains(word) || word is "member" or "sadasya" or "sadasy" or "सदस्य" or "मेंबर";

    private static SlotOutcome ByDigits(string digits, IReadOnlyList<NamedMember> members)
    {
        var byNumber = members.Where(member =>
            digits.Length <= LastDigits && member.Number == int.Parse(digits, CultureInfo.InvariantCulture)
        );
        var byPhone = members.Where(member => digits.Length == LastDigits && member.LastFourDigits == digits);
        return Outcome(byNumber.Concat(byPhone)) ?? new SlotOutcome.Impossible(NoSuchMember);
    }

    private static SlotOutcome ByName(string[] said, IReadOnlyList<NamedMember> members)
    {
        var keys = Array.ConvertAll(said, Transliteration.Key);
        var names = members.Select(Named).ToList();
        return (keys.Length > 1 ? Outcome(Where(names, name => name.SequenceEqual(keys))) : null)
            ?? Outcome(Where(names, name => name.Take(keys.Length).SequenceEqual(keys)))
            ?? Outcome(Where(names, name => keys.All(name.Contains)))
            ?? Outcome(names.Where(name => StartAlike(name, said, keys)).Select(name => name.Member))
            ?? (SlotOutcome?)Slips(names, said, keys)
            ?? new SlotOutcome.NotUnderstood();
    }

    /// <summary>
    /// A name with one slip in it is asked about even when it fits one member only: Sumita may be somebody else than Sunita. The first
    /// sound has to agree (Savita is not Kavita), and a short name has no room for slips.
    /// </summary>
    private static SlotOutcome.Ambiguous? Slips(List<Name> names, string[] said, string[] keys)
    {
        var near = names
            .Where(name => keys.Zip(said).All(word => name.Words.Zip(name.Keys).Any(other => IsNear(word, other))))
            .Select(name => name.Member.Number)
            .ToList();
        return near.Count == 0
            ? null
            : new SlotOutcome.Ambiguous([.. near.Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture))]);
    }

    private static bool IsNear((string Key, string Word) said, (string Word, string Key) name) =>
        said.Key == name.Key
        || (
            said.Word.Length >= ShortestSlip
            && said.Key.Length > 0
            && name.Key.Length > 0
            && said.Key[0] == name.Key[0]
            && Slipped.ByOne(said.Key, name.Key)
            && Math.Max(said.Key.Length, name.Key.Length) >= ShortestSlippedKey
        );

    private readonly record struct Name(NamedMember Member, string[] Words, string[] Keys);

    private static Name Named(NamedMember member)
    {
        var words = Normaliser.Normalise(member.Name).Split(' ');
        return new(member, words, Array.ConvertAll(words, Transliteration.Key));
    }

    /// <summary>The last word is the beginning of a name's word: letter for letter, or by its sounds across scripts.</summary>
    private static bool StartAlike(Name name, string[] said, string[] keys) =>
        said[^1].Length >= ShortestPrefix
        && keys[..^1].All(name.Keys.Contains)
        && name.Words.Zip(name.Keys)
            .Any(word =>
                word.First.StartsWith(said[^1], StringComparison.Ordinal)
                || (
                    char.IsAscii(word.First[0]) != char.IsAscii(said[^1][0])
                    && keys[^1].Length >= ShortestKey
                    && word.Second.StartsWith(keys[^1], StringComparison.Ordinal)
                )
            );

    private static IEnumerable<NamedMember> Where(List<Name> names, Func<string[], bool> fits) =>
        names.Where(name => fits(name.Keys)).Select(name => name.Member);

    private static SlotOutcome? Outcome(IEnumerable<NamedMember> members)
    {
        var numbers = members.Select(member => member.Number.ToString(CultureInfo.InvariantCulture)).Distinct().ToList();
        return numbers.Count switch
        {
            0 => null,
            1 => new SlotOutcome.Understood(numbers[0]),
            _ => new SlotOutcome.Ambiguous(numbers),
        };
    }
}
