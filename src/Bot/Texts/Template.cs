namespace DiGiBachat.Bot.Texts;

/// <summary>A hole in a text: {amount}, {amount:words}, {months:plural one=# month other=# months}.</summary>
internal sealed record Placeholder(string Name, string Format, string One, string Other);

/// <summary>A piece of a text: words as they stand, or a placeholder.</summary>
internal readonly record struct Piece(string Words, Placeholder? Placeholder);

/// <summary>A text of a locale, cut once into pieces, so that what people typed is inserted and never read as a template.</summary>
internal sealed class Template
{
    internal const string Plural = "plural";

    private static readonly HashSet<string> Known = ["", "words", "relative", "month", "weekday", "short", "clock", "day", Plural];

    private Template(IReadOnlyList<Piece> pieces) => Pieces = pieces;

    internal IReadOnlyList<Piece> Pieces { get; }

    internal IEnumerable<string> Names => Pieces.Where(piece => piece.Placeholder is not null).Select(piece => piece.Placeholder!.Name);

    /// <summary>The template, or what is wrong with it. Two braces stand for one.</summary>
    internal static (Template? Template, string? Problem) Read(string source)
    {
        var pieces = new List<Piece>();
        var words = new System.Text.StringBuilder();
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c is '{' or '}' && i + 1 < source.Length && source[i + 1] == c)
            {
                words.Append(c);
                i++;
            }
            else if (c == '}')
            {
                return (null, "has a closing brace without an opening one");
            }
            else if (c == '{')
            {
                var end = source.IndexOf('}', i);
                if (end < 0)
                {
                    return (null, "has an opening brace without a closing one");
                }

                var (placeholder, problem) = ReadPlaceholder(source[(i + 1)..end]);
                if (placeholder is null)
                {
                    return (null, problem);
                }

                pieces.Add(new(words.ToString(), null));
                pieces.Add(new("", placeholder));
                words.Clear();
                i = end;
            }
            else
            {
                words.Append(c);
            }
        }

        pieces.Add(new(words.ToString(), null));
        return (new Template([.. pieces.Where(piece => piece.Placeholder is not null || piece.Words.Length > 0)]), null);
    }

    private static (Placeholder? Placeholder, string? Problem) ReadPlaceholder(string inside)
    {
        var colon = inside.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? inside : inside[..colon];
        var format = colon < 0 ? "" : inside[(colon + 1)..];
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return (null, $"has a placeholder without a plain name: {{{inside}}}");
        }

        if (format.StartsWith(Plural + " ", StringComparison.Ordinal))
        {
            return ReadPlural(name, format[(Plural.Length + 1)..]);
        }

        return format != Plural && Known.Contains(format) ? (new(name, format, "", ""), null) : (null, $"has an unknown format: {{{inside}}}");
    }

    private static (Placeholder? Placeholder, string? Problem) ReadPlural(string name, string forms)
    {
        const string One = "one=";
        const string Other = " other=";
        var other = forms.IndexOf(Other, StringComparison.Ordinal);
        return forms.StartsWith(One, StringComparison.Ordinal) && other >= One.Length
            ? (new(name, Plural, forms[One.Length..other], forms[(other + Other.Length)..]), null)
            : (null, $"has a plural without one= and other=: {{{name}:{Plural} {forms}}}");
    }
}
