using System.Collections.Immutable;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>Makes phrases of what the locales say.</summary>
internal sealed class PhraseCompiler(DialogCatalog catalog, DialogTexts texts)
{
    public List<Phrase> OfDialogs() =>
        [
            .. from dialog in catalog.Dialogs
            from language in texts.Languages
            from written in texts.Phrases(language, dialog.Name)
            from phrase in Compile(dialog, written)
            select phrase,
        ];

    public List<Phrase> OfEngine()
    {
        var targets = EngineTexts.Commands.Concat(EngineTexts.Courtesies).Concat(texts.Languages.Select(l => EngineTexts.LanguageCommandPrefix + l));
        return
        [
            .. from target in targets
            from language in texts.Languages
            from written in texts.Phrases(language, target)
            let parts = Fixed(written)
            where parts.Length > 0
            select new Phrase(target, written, parts),
        ];
    }

    /// <summary>All ways of saying one written phrase; a way with a slot that nothing can read is left out.</summary>
    public IEnumerable<Phrase> Compile(Dialog dialog, string written)
    {
        foreach (var way in PhraseReader.Ways(written) ?? [])
        {
            var parts = way.Select(token => Part(dialog, token)).Where(p => p is not { Plain.Length: 0, Slot: null }).ToImmutableArray();
            if (parts.Length > 0 && parts.All(p => p.Slot is null || p.Kind is not null))
            {
                yield return new Phrase(dialog.Name, written, parts);
            }
        }
    }

    private static ImmutableArray<PhrasePart> Fixed(string written) =>
        [.. Words.Split(written).Select(w => new PhrasePart(written[w.Start..w.End], w.Plain, null, null, false))];

    private PhrasePart Part(Dialog dialog, string token)
    {
        if (token[0] != '{')
        {
            return new PhrasePart(token, Words.Join(token), null, null, false);
        }

        var slot = token[1..^1];
        var kind = catalog.KindOf(dialog, slot);
        return new PhrasePart(token, "", slot, kind, kind is not null && AskFacts.ReadsAnything(kind));
    }
}
