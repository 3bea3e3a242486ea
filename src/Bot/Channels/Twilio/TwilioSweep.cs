using System.Globalization;
using System.Text.RegularExpressions;

namespace DiGiBachat.Bot.Channels.Twilio;

/// <summary>
/// Finds what people wrote while we could not be reached: lists the provider's recent inbound messages. Which of them were handled
/// the inbox knows.
/// </summary>
public sealed partial class TwilioSweep(TwilioSender sender, TwilioOptions options)
{
    public const int PageSize = 100;

    /// <summary>A sweep looks at no more than this many pages of each of our numbers; the next one goes on from there.</summary>
    public const int MaxPages = 20;

    /// <summary>
    /// Messages that came in since then, the oldest first. Null when the provider could not be asked, so that the next sweep starts
    /// from the same time. They carry no body hash, no button payload and no media address, and cannot be answered in a response.
    /// </summary>
    public async Task<IReadOnlyList<InboundMessage>?> ListAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var found = new List<(DateTimeOffset At, InboundMessage Message)>();
        foreach (var to in new[] { options.WhatsAppFrom, options.SmsFrom }.OfType<string>())
        {
            if (!await ListAsync(to, since, found, cancellation))
                return null;
        }
        return [.. found.OrderBy(f => f.At).Select(f => f.Message)];
    }

    private async Task<bool> ListAsync(
        string to,
        DateTimeOffset since,
        List<(DateTimeOffset At, InboundMessage Message)> found,
        CancellationToken cancellation
    )
    {
        var listing = new TwilioListing(to, null, PageSize);
        for (var page = 0; page < MaxPages; page++)
        {
            if (await sender.ListAsync(listing, cancellation) is not { Messages: { } messages } listed)
                return false;
            foreach (var message in messages)
            {
                if (TwilioSender.CreatedAt(message) is { } at && at >= since && Read(message, to) is { } inbound)
                    found.Add((at, inbound));
            }
            var reachedOlder = messages.Any(m => TwilioSender.CreatedAt(m) < since);
            if (reachedOlder || NextPage(listing, listed.NextPageUri) is not { } next)
                return true;
            listing = next;
        }
        return true;
    }

    private static InboundMessage? Read(TwilioMessage message, string to)
    {
        var channel = to.StartsWith(TwilioInbound.WhatsAppPrefix, StringComparison.Ordinal) ? ChannelKind.WhatsApp : ChannelKind.Sms;
        if (message.Direction != "inbound" || message.To != to || !TwilioInbound.IsMessageSid(message.Sid))
            return null;
        if (TwilioInbound.AddressOf(message.From ?? "", channel) is not { } address)
            return null;
        var body = CleanText.From(message.Body ?? "");
        return new InboundMessage(message.Sid!, [], channel, address, body, null, null, [], false, null, AnsweredInResponse: false);
    }

    private static TwilioListing? NextPage(TwilioListing listing, string? nextPageUri)
    {
        if (string.IsNullOrEmpty(nextPageUri))
            return null;
        var page = PageNumber().Match(nextPageUri);
        var token = PageToken().Match(nextPageUri);
        if (!page.Success || !token.Success)
            return null;
        return listing with
        {
            Page = int.Parse(page.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
            PageToken = Uri.UnescapeDataString(token.Groups[1].Value),
        };
    }

    [GeneratedRegex("[?&]Page=([0-9]{1,6})(?:&|\\z)")]
    private static partial Regex PageNumber();

    [GeneratedRegex("[?&]PageToken=([^&]+)")]
    private static partial Regex PageToken();
}
