using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DiGiBachat.Bot.Dialogs.Understanding;

/// <summary>Reads <c>words.yaml</c> and <c>sentences.yaml</c>. Every fault names its file and line; nothing is thrown for a wrong file.</summary>
public static class SentenceBookReader
{
    public const string WordsFile = "words.yaml";
    public const string SentencesFile = "sentences.yaml";

    public static SentenceBook ReadFolder(string folder)
    {
        var words = Path.Combine(folder, WordsFile);
        var sentences = Path.Combine(folder, SentencesFile);
        return File.Exists(words) && File.Exists(sentences)
            ? Read(File.ReadAllText(words), File.ReadAllText(sentences))
            : SentenceBook.Empty;
    }

    public static SentenceBook Read(string words, string sentences)
    {
        var faults = new List<DialogFault>();
        return new SentenceBook(
            [.. Families(words, faults)],
            [.. Sentences(sentences, faults)],
            faults
        );
    }

    private static IEnumerable<WordFamily> Families(string yaml, List<DialogFault> faults)
    {
        foreach (var (name, value, place) in Entries(yaml, WordsFile, faults))
        {
            if (value is not YamlMappingNode languages)
            {
                faults.Add(
                    new DialogFault(
                        place,
                        DialogReader.Shape,
                        $"family '{name}' is a mapping of languages"
                    )
                );
                continue;
            }

            var words = new List<(string, Place)>();
            foreach (var (language, list) in languages.Children)
            {
                var at = new Place(WordsFile, (int)list.Start.Line);
                if (
                    language is not YamlScalarNode { Value: "en" or "hi" or "hi-Latn" }
                    || list is not YamlScalarNode { Value: { } written }
                )
                {
                    faults.Add(
                        new DialogFault(
                            at,
                            DialogReader.Shape,
                            $"family '{name}' has en, hi and hi-Latn, each with words between commas"
                        )
                    );
                    continue;
                }

                words.AddRange(
                    written.Split(',', StringSplitOptions.TrimEntries).Select(word => (word, at))
                );
            }

            yield return new WordFamily(name, place, words);
        }
    }

    private static IEnumerable<WrittenSentence> Sentences(string yaml, List<DialogFault> faults)
    {
        foreach (var (target, value, place) in Entries(yaml, SentencesFile, faults))
        {
            if (value is not YamlSequenceNode list)
            {
                faults.Add(
                    new DialogFault(place, DialogReader.Shape, $"'{target}' is a list of sentences")
                );
                continue;
            }

            foreach (var entry in list.Children)
            {
                var at = new Place(SentencesFile, (int)entry.Start.Line);
                if (entry is YamlScalarNode { Value: { Length: > 0 } written })
                {
                    yield return new WrittenSentence(target, written, at);
                }
                else
                {
                    faults.Add(
                        new DialogFault(
                            at,
                            DialogReader.Shape,
                            $"a sentence of '{target}' is not one line of words"
                        )
                    );
                }
            }
        }
    }

    private static List<(string Name, YamlNode Value, Place Place)> Entries(
        string yaml,
        string file,
        List<DialogFault> faults
    )
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException wrong)
        {
            faults.Add(
                new DialogFault(
                    new Place(file, (int)wrong.Start.Line),
                    DialogReader.Shape,
                    wrong.Message
                )
            );
            return [];
        }

        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
        {
            return
            [
                .. root.Children.Select(c =>
                    (
                        ((YamlScalarNode)c.Key).Value ?? "",
                        c.Value,
                        new Place(file, (int)c.Key.Start.Line)
                    )
                ),
            ];
        }

        faults.Add(
            new DialogFault(new Place(file, 1), DialogReader.Shape, "the file is one mapping")
        );
        return [];
    }
}
