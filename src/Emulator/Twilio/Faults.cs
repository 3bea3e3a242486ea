using System.Globalization;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>
/// Mishaps that a test orders for the next few messages: an error code of Twilio's, an answer that is lost after the message was
/// taken ("lost-answer"), or a webhook that comes twice ("deliver-twice").
/// </summary>
public sealed class Faults
{
    public const string LostAnswer = "lost-answer";
    public const string DeliverTwice = "deliver-twice";

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> ordered = [];

    /// <summary>Null, or why this cannot be ordered.</summary>
    public string? Order(string fault, int count)
    {
        if (fault is not (LostAnswer or DeliverTwice) && !(int.TryParse(fault, CultureInfo.InvariantCulture, out var code) && code is > 10_000 and < 100_000))
            return $"\"{fault}\" is neither an error code of Twilio's nor \"{LostAnswer}\" nor \"{DeliverTwice}\".";
        if (count is < 0 or > Limits.Faults)
            return $"A fault is ordered 0 to {Limits.Faults} times.";
        lock (gate)
            ordered[fault] = count;
        return null;
    }

    public bool Take(string fault)
    {
        lock (gate)
        {
            if (ordered.GetValueOrDefault(fault) == 0)
                return false;
            ordered[fault]--;
            return true;
        }
    }

    /// <summary>An error that the request itself meets (Twilio's 2xxxx codes).</summary>
    public TwilioError? TakeRefusal() =>
        TakeCode(code => code < 30_000) is not { } code
            ? null
            : code switch
            {
                20429 => TwilioErrors.TooManyRequests,
                20003 => TwilioErrors.BadCredentials,
                _ => new TwilioError(code, TwilioErrors.Words(code), 400),
            };

    /// <summary>An error that a message meets after it was accepted.</summary>
    public int? TakeDeliveryError() => TakeCode(code => code >= 30_000);

    private int? TakeCode(Func<int, bool> suits)
    {
        lock (gate)
        {
            foreach (var (fault, left) in ordered)
            {
                if (left == 0 || !int.TryParse(fault, CultureInfo.InvariantCulture, out var code) || !suits(code))
                    continue;
                ordered[fault]--;
                return code;
            }
        }
        return null;
    }
}
