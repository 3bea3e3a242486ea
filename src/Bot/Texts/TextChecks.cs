namespace DiGiBachat.Bot.Texts;

/// <summary>The languages against each other: the same keys in the same order, with the same placeholders. English leads.</summary>
internal static class TextChecks
{
    internal static IEnumerable<TextProblem> Compare(IReadOnlyList<LocaleFile> files)
    {
        var leading = files[0];
        foreach (var other in files.Skip(1))
        {
            foreach (var problem in Keys(leading, other).Concat(Order(leading, other)).Concat(Placeholders(leading, other)).Concat(Phrases(leading, other)))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<TextProblem> Keys(LocaleFile leading, LocaleFile other)
    {
        var theirs = other.Order.Select(entry => entry.Key).ToHashSet();
        var ours = leading.Order.Select(entry => entry.Key).ToHashSet();
        foreach (var (key, line) in leading.Order.Where(entry => !theirs.Contains(entry.Key)))
        {
            yield return new(leading.Name, line, $"'{key}' is missing in {other.Name}");
        }

        foreach (var (key, line) in other.Order.Where(entry => !ours.Contains(entry.Key)))
        {
            yield return new(other.Name, line, $"'{key}' is missing in {leading.Name}");
        }
    }

    /// <summary>Only the first key out of order is told: the rest mostly follows from it.</summary>
    private static IEnumerable<TextProblem> Order(LocaleFile leading, LocaleFile other)
    {
        var theirs = other.Order.Select(entry => entry.Key).ToHashSet();
        var ours = leading.Order.Select(entry => entry.Key).ToHashSet();
        var expected = leading.Order.Where(entry => theirs.Contains(entry.Key)).Select(entry => entry.Key);
        var found = other.Order.Where(entry => ours.Contains(entry.Key));
        foreach (var (key, entry) in expected.Zip(found))
        {
            if (key != entry.Key)
            {
                yield return new(other.Name, entry.Line, $"'{entry.Key}' is out of order: {leading.Name} has '{key}' here");
                yield break;
            }
        }
    }

    private static IEnumerable<TextProblem> Placeholders(LocaleFile leading, LocaleFile other)
    {
        foreach (var text in other.Texts.Values)
        {
            if (leading.Texts.TryGetValue(text.Key, out var original) && !text.Names.SetEquals(original.Names))
            {
                var different = string.Join(", ", text.Names.Except(original.Names).Concat(original.Names.Except(text.Names)).Order(StringComparer.Ordinal));
                yield return new(other.Name, text.Line, $"'{text.Key}' differs from {leading.Name} in its placeholders: {different}");
            }
        }
    }

    private static IEnumerable<TextProblem> Phrases(LocaleFile leading, LocaleFile other)
    {
        foreach (var (section, phrases) in leading.PhrasesBySection)
        {
            if (!other.PhrasesBySection.TryGetValue(section, out var theirs))
            {
                yield return new(leading.Name, phrases.Line, $"'{section}' has no phrases in {other.Name}");
            }
            else if (!Slots(theirs).SetEquals(Slots(phrases)))
            {
                yield return new(other.Name, theirs.Line, $"the phrases of '{section}' differ from {leading.Name} in their slots");
            }
        }

        foreach (var (section, phrases) in other.PhrasesBySection.Where(entry => !leading.PhrasesBySection.ContainsKey(entry.Key)))
        {
            yield return new(other.Name, phrases.Line, $"'{section}' has no phrases in {leading.Name}");
        }
    }

    private static HashSet<string> Slots(LocalePhrases phrases) =>
        [.. phrases.Patterns.SelectMany(pattern => pattern.Split('{').Skip(1)).Select(rest => rest.Split('}')[0])];
}
