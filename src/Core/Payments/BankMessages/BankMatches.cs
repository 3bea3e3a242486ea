namespace DiGiBachat.Core.Payments.BankMessages;

/// <summary>Which open payments a message of the bank can be about.</summary>
/// <param name="Exact">Those that have its reference or its code, or its amount and its payer together.</param>
/// <param name="Near">When there is none of these: those that have its amount, or its payer.</param>
public sealed record BankMatches(IReadOnlyList<Payment> Exact, IReadOnlyList<Payment> Near)
{
    /// <summary>What a code or a reference says is certain; amount and payer only suggest, and are asked for when nothing is certain.</summary>
    /// <param name="group">Read whole.</param>
    public static BankMatches Of(GroupState group, BankMessage message)
    {
        var open = group.Payments.Where(p => p is { IsOpen: true, Method: PaymentMethod.Upi }).OrderBy(p => p.Number).ToList();
        var certain = open.Where(p => (p.Reference is { } reference && reference == message.Reference) || message.Codes.Contains(p.Code)).ToList();
        if (certain.Count > 0)
            return new(certain, []);
        // A claim that names another reference is another payment.
        var free = open.Where(p => p.Reference is null || message.Reference is null).ToList();
        var suggested = free.Where(p => HasAmount(p, message) && HasPayer(group, p, message)).ToList();
        return suggested.Count > 0 ? new(suggested, []) : new([], free.Where(p => HasAmount(p, message) || HasPayer(group, p, message)).ToList());
    }

    private static bool HasAmount(Payment payment, BankMessage message) => payment.Amount == message.Amount;

    /// <summary>The first word of a name, as far as the bank writes it: banks cut names at 8 characters and write them in capitals.</summary>
    private static bool HasPayer(GroupState group, Payment payment, BankMessage message)
    {
        if (message.Payer is not { } name)
            return false;
        var names = new List<string> { group.Member(payment.Payer).Name };
        names.AddRange(group.Matters.OtherPayers.Where(p => p.Payment == payment.Number).Select(p => p.Name));
        return names.Any(known => SameFirst(known, name));
    }

    private static bool SameFirst(string known, string written)
    {
        var (a, b) = (known.Split(' ')[0], written.Split(' ')[0]);
        var shorter = Math.Min(a.Length, b.Length);
        return shorter >= 3 && string.Equals(a[..shorter], b[..shorter], StringComparison.OrdinalIgnoreCase) && Math.Abs(a.Length - b.Length) <= 3;
    }
}
