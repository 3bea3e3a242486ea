using System.Diagnostics.CodeAnalysis;

namespace DiGiBachat.Persistence.Protection;

/// <summary>The setting with the keys cannot be used; the message is for whoever sets it and holds no key.</summary>
[SuppressMessage(
    "Naming",
    "CA1710",
    Justification = "It is read as a sentence by people, not as a type by programmers."
)]
public sealed class DataKeysProblem : Exception
{
    public DataKeysProblem() { }

    public DataKeysProblem(string message)
        : base(message) { }

    public DataKeysProblem(string message, Exception inner)
        : base(message, inner) { }
}

/// <summary>A stored value cannot be read: changed, moved from another column, or written with a key that is not there.</summary>
[SuppressMessage(
    "Naming",
    "CA1710",
    Justification = "Named like the other problems of this folder."
)]
public sealed class UnreadableField : Exception
{
    public UnreadableField() { }

    public UnreadableField(string message)
        : base(message) { }

    public UnreadableField(string message, Exception inner)
        : base(message, inner) { }
}
