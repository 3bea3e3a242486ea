using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Hosting;

/// <summary>What is said when no turn could be held. Her language is not known then, so it is guessed from her words.</summary>
internal static class ApologyTexts
{
    public static ChannelTexts Of(Replies replies, TimeProvider clock)
    {
        return new(message => Say("turn.apology", message), message => Say("turn.too-fast", message));

        OutboundMessage Say(string key, InboundMessage message) =>
            replies.Render(new Text(key), new(Language.Guess(message), message.Channel), clock.GetUtcNow())[0];
    }
}
