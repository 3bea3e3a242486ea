using System.Globalization;
using System.Text;
using System.Text.Json;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;

namespace DiGiBachat.Bot.Conversations;

/// <summary>What a turn says, put into words for one reader: numbered choices below a question, pictures where they can be shown.</summary>
internal sealed class Replies(Texts.Texts texts)
{
    /// <summary>All that is said in a turn is one message; a picture or document goes with what it belongs to.</summary>
    public IReadOnlyList<OutboundMessage> Render(IReadOnlyList<Say> says, Reader reader, DateTimeOffset now)
    {
        var messages = new List<OutboundMessage>();
        var body = new StringBuilder();
        var today = IndianTime.DayOf(now);
        foreach (var say in says)
        {
            if (body.Length > 0)
                body.Append("\n\n");
            body.Append(texts.Say(say.Text, reader, today));
            for (var i = 0; i < say.Choices.Count; i++)
                body.Append(CultureInfo.InvariantCulture, $"\n{i + 1} {texts.Say(say.Choices[i].Label, reader, today)}");
            if (say.MediaUrl is null || reader.Channel != ChannelKind.WhatsApp)
                continue;
            Flush(say.MediaUrl);
        }
        Flush(null);
        return messages;

        void Flush(string? media)
        {
            if (body.Length == 0)
                return;
            var parts = ReplyFitter.Fit(body.ToString(), reader.Channel);
            messages.AddRange(parts.Select((part, i) => new OutboundMessage(part, i == 0 ? media : null)));
            body.Clear();
        }
    }

    /// <summary>Words for one text outside a dialog: a notification, an apology.</summary>
    public IReadOnlyList<OutboundMessage> Render(Text text, Reader reader, DateTimeOffset now) => Render([new Say(text)], reader, now);

    public static string Store(IReadOnlyList<OutboundMessage> messages) => JsonSerializer.Serialize(messages);

    public static IReadOnlyList<OutboundMessage> Restore(string? stored) =>
        stored is null ? [] : JsonSerializer.Deserialize<OutboundMessage[]>(stored)!;
}
