namespace DiGiBachat.Bot.Channels;

/// <summary>Words recognised in a voice note. <paramref name="Confidence"/>: 0 to 1, as the recogniser says.</summary>
public sealed record RecognisedWords(string Text, double Confidence);

/// <summary>
/// Where speech recognition plugs in. Whatever it hears is read back and asked about before anything is made of it, and it never
/// answers a question that confirms money (<see cref="Dialogs.Input.Spoken"/>).
/// </summary>
public interface ISpeech
{
    /// <summary>The words of a voice note in (probably) this language; null when it heard none, or cannot listen.</summary>
    ValueTask<RecognisedWords?> RecogniseAsync(InboundMedia audio, string language, CancellationToken cancellation);
}

/// <summary>Nobody listens yet: people are told what to write instead.</summary>
internal sealed class NoSpeech : ISpeech
{
    public ValueTask<RecognisedWords?> RecogniseAsync(InboundMedia audio, string language, CancellationToken cancellation) =>
        new((RecognisedWords?)null);
}
