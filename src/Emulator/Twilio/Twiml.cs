using System.Xml;
using System.Xml.Linq;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>One message of a TwiML answer.</summary>
public sealed record TwimlMessage(string Body, IReadOnlyList<string> Media, string? StatusCallback);

/// <summary>The answer of a webhook: messages, or the error under which Twilio would file it.</summary>
public sealed record TwimlAnswer(IReadOnlyList<TwimlMessage> Messages, int? ErrorCode = null, string? ErrorText = null)
{
    public static TwimlAnswer Error(int code, string text) => new([], code, text);

    public static TwimlAnswer Read(string contentType, string xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
            return new TwimlAnswer([]);
        if (contentType is not ("text/xml" or "application/xml"))
            return Error(12300, $"the bot answered with \"{contentType}\" instead of text/xml");
        XElement? root;
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
        }
        catch (XmlException e)
        {
            return Error(12100, $"the bot's answer is not XML: {e.Message}");
        }
        if (root?.Name.LocalName != "Response")
            return Error(12100, "the bot's answer is not a <Response>");
        if (root.Elements().FirstOrDefault(element => element.Name.LocalName != "Message") is { } other)
            return Error(12200, $"the emulator knows <Message> only, and the bot answered <{other.Name.LocalName}>");
        return new TwimlAnswer([.. root.Elements().Select(ReadMessage)]);
    }

    private static TwimlMessage ReadMessage(XElement message)
    {
        var bodies = message.Elements("Body").Select(body => body.Value).ToList();
        var body = bodies.Count > 0 ? string.Concat(bodies) : string.Concat(message.Nodes().OfType<XText>().Select(text => text.Value)).Trim();
        return new TwimlMessage(
            body,
            [.. message.Elements("Media").Select(media => media.Value.Trim()).Where(url => url.Length > 0)],
            (string?)message.Attribute("action") ?? (string?)message.Attribute("statusCallback")
        );
    }
}
