using System.Globalization;
using DiGiBachat.Core;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Bot.Actions;

/// <summary>The canonical values of a dialog's slots, read back as what they are.</summary>
internal readonly struct Filled(IReadOnlyDictionary<string, string> slots)
{
    public bool Has(string name) => slots.TryGetValue(name, out var value) && value.Length > 0;

    public string Words(string name) => slots[name];

    public string? WordsOrNull(string name) => Has(name) ? slots[name] : null;

    public Money Money(string name) => new(long.Parse(slots[name], CultureInfo.InvariantCulture));

    public int Number(string name) => int.Parse(slots[name], CultureInfo.InvariantCulture);

    public MemberNumber Member(string name) => new(Number(name));

    public LoanNumber Loan(string name = "loan") => new(Number(name));

    public PaymentNumber Payment(string name = "payment") => new(Number(name));

    public PaymentMethod Method(string name = "method") =>
        slots[name] switch
        {
            "upi" => PaymentMethod.Upi,
            "cash" => PaymentMethod.Cash,
            var other => throw new InvalidOperationException($"No payment method {other}."),
        };

    /// <summary>A period "from..to".</summary>
    public (DateOnly From, DateOnly To) Period(string name)
    {
        var ends = slots[name].Split("..");
        return (Day(ends[0]), Day(ends[1]));
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
