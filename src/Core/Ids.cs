namespace DiGiBachat.Core;

/// <summary>A savings group. UUIDv7, never shown to people.</summary>
public readonly record struct GroupId(Guid Value);

/// <summary>A person: a set of addresses (SMS number, WhatsApp number or user id). A phone number is never a key.</summary>
public readonly record struct PersonId(Guid Value);

/// <summary>A member's number within the group: 1, 2, 3 … never given twice. What people type: "cash 7 500".</summary>
public readonly record struct MemberNumber(int Value) : IComparable<MemberNumber>
{
    public int CompareTo(MemberNumber other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A loan's number within the group: "loan 12".</summary>
public readonly record struct LoanNumber(int Value) : IComparable<LoanNumber>
{
    public int CompareTo(LoanNumber other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A payment's number within the group: "confirm 45".</summary>
public readonly record struct PaymentNumber(int Value) : IComparable<PaymentNumber>
{
    public int CompareTo(PaymentNumber other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
