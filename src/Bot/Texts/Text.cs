namespace DiGiBachat.Bot.Texts;

/// <summary>
/// Something to say, not yet in words: a key of <c>locales/</c> and its arguments. An argument is a Money, Rate, int, DateOnly,
/// DateTimeOffset, string (a name, a code, a link), a further Text, or a list of Texts (rendered one a line).
/// </summary>
public sealed record Text(string Key, IReadOnlyDictionary<string, object?> Arguments)
{
    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    public Text(string key)
        : this(key, None) { }

    public static Text Of(string key, params (string Name, object? Value)[] arguments) =>
        new(key, arguments.ToDictionary(a => a.Name, a => a.Value));
}
