namespace DiGiBachat.Core;

/// <summary>
/// An expected "no": the fact that stopped it, with the figures its text needs. The words stand in
/// <c>locales/</c> under <c>refusals.&lt;TypeName&gt;</c>; the public properties are the text's arguments.
/// </summary>
public abstract record Refusal;

/// <summary>What a use case returns: a value or the one <see cref="Refusal"/> that stopped it.</summary>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    /// <summary>Why not; null when it went through.</summary>
    public Refusal? Refusal { get; }

    /// <summary>There is no value; <see cref="Refusal"/> says why.</summary>
    public bool IsRefused => Refusal is not null;

    /// <summary>The value; throws when refused.</summary>
    public T Value =>
        Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
