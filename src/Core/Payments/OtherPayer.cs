namespace DiGiBachat.Core.Payments;

/// <summary>Somebody who pays in a member's place: her husband, her son. A name, and no more: he need not be in the group.</summary>
public sealed record OtherPayer(PaymentNumber Payment, string Name)
{
    public const int LongestName = 40;
}

/// <summary>Whom the group has reminded of what they owe on one day.</summary>
public sealed record Reminded(DateOnly On, IReadOnlyList<MemberNumber> Members);
