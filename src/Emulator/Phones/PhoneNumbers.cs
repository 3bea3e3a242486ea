using System.Text.RegularExpressions;

namespace DiGiBachat.Emulator.Phones;

/// <summary>Shapes of numbers and of Twilio's addresses (a WhatsApp address is the number behind "whatsapp:").</summary>
public static partial class PhoneNumbers
{
    private const string WhatsAppPrefix = "whatsapp:";

    /// <summary>E.164; an Indian number besides has ten digits and begins with 6 to 9.</summary>
    public static bool IsE164(string number) =>
        number.StartsWith("+91", StringComparison.Ordinal) ? Indian().IsMatch(number) : International().IsMatch(number);

    public static string AddressOf(string number, PhoneChannel channel) => channel == PhoneChannel.WhatsApp ? WhatsAppPrefix + number : number;

    public static (string Number, PhoneChannel Channel) Split(string address) =>
        address.StartsWith(WhatsAppPrefix, StringComparison.Ordinal) ? (address[WhatsAppPrefix.Length..], PhoneChannel.WhatsApp) : (address, PhoneChannel.Sms);

    [GeneratedRegex(@"^\+91[6-9][0-9]{9}\z")]
    private static partial Regex Indian();

    [GeneratedRegex(@"^\+[1-9][0-9]{7,14}\z")]
    private static partial Regex International();
}
