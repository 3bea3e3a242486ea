using DiGiBachat.Core;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Bot.Pages;

/// <summary>A payment as UPI apps are asked for it.</summary>
internal static class UpiRequests
{
    /// <summary>Null when the group has no UPI address.</summary>
    public static UpiRequest? Of(GroupState group, Payment payment) =>
        UpiAddress.TryParse(group.UpiAddress, out var address) && PaymentCode.TryParse(payment.Code, out var code)
            ? new(address, group.Name, payment.Amount, code, group.Name, $"{group.Id.Value:N}"[..20] + "-" + payment.Number)
            : null;
}
