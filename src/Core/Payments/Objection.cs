namespace DiGiBachat.Core.Payments;

/// <summary>
/// A member says that an entry of hers is wrong. It freezes nothing and changes no figure: it lies on the officers' table until the entry
/// is undone, or until she has an answer.
/// </summary>
/// <param name="Number">Within the group: "answer 3 …".</param>
/// <param name="Member">Whose entry it is, and who says so.</param>
/// <param name="By">The officer who made the entry; null for the calendar.</param>
/// <param name="Amount">What moved.</param>
/// <param name="Words">Hers.</param>
public sealed record Objection(
    ObjectionNumber Number,
    long Entry,
    MemberNumber Member,
    MemberNumber? By,
    Money Amount,
    DateOnly On,
    string Words
);

/// <summary>An objection's number within the group.</summary>
public readonly record struct ObjectionNumber(int Value) : IComparable<ObjectionNumber>
{
    public int CompareTo(ObjectionNumber other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
