namespace DiGiBachat.Core.Payments;

/// <summary>
/// The codes of a group's payments and receipts, from their numbers. Each number has its own code and neighbours look nothing
/// alike, so that no two receipts of a group are confused and none needs to be looked up to be unique.
/// </summary>
public static class PaymentCodes
{
    // Odd, so that multiplying modulo a power of two gives each number another code.
    private const long PaymentStride = 641_441;
    private const long ReceiptStride = 387_413;
    private static readonly long ReceiptInverse = InverseOf(ReceiptStride);

    /// <summary>The code with which a payment is made; the first 1,048,576 payments of a group have different ones.</summary>
    public static string Of(PaymentNumber payment) => Scattered(payment.Value, PaymentStride);

    /// <summary>The receipt of a ledger entry: "R-3F7K2".</summary>
    public static string OfReceipt(long entry) => "R-" + Scattered(entry, ReceiptStride);

    /// <summary>
    /// The number of the entry that has this receipt: the smallest, for a book with more than 1,048,576 entries. Null for what is
    /// no receipt.
    /// </summary>
    public static long? EntryOf(string receipt) =>
        receipt.StartsWith("R-", StringComparison.Ordinal) && PaymentCode.TryParse(receipt[2..], out var code)
            ? code.Number * ReceiptInverse % PaymentCode.Count
            : null;

    private static string Scattered(long number, long stride) =>
        PaymentCode.Of((int)(number * stride % PaymentCode.Count)).Text;

    /// <summary>Newton's iteration: each step doubles the number of right bits, and a code has 20.</summary>
    private static long InverseOf(long stride)
    {
        var inverse = stride;
        for (var step = 0; step < 5; step++)
            inverse = inverse * ((2 - (stride * inverse % PaymentCode.Count)) % PaymentCode.Count + PaymentCode.Count) % PaymentCode.Count;
        return inverse;
    }
}
