using DiGiBachat.Bot.Tests.Tidy;
using Microsoft.Extensions.Time.Testing;

namespace DiGiBachat.Bot.Tests.Transcripts;

/// <summary>The conversations in Transcripts/*.chat, held anew and compared to the letter.</summary>
public sealed class TranscriptTests
{
    /// <summary>Set, the files are rewritten with what was said instead, to be read as a diff.</summary>
    private const string Rewrite = "BACHAT_REWRITE_TRANSCRIPTS";

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.chat").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "tests", "Bot.Tests", "Transcripts");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_conversation_goes_as_it_is_written(string name)
    {
        var file = Path.Combine(Folder, name + ".chat");
        var written = await File.ReadAllTextAsync(file);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 4, 1, 4, 30, 0, TimeSpan.Zero));
        await using var bots = await TwoBots.StartAsync(clock);
        var held = TranscriptFile.Write(await new TranscriptRunner(bots, clock).RunAsync(TranscriptFile.Read(written)));
        if (Environment.GetEnvironmentVariable(Rewrite) is not null)
            await File.WriteAllTextAsync(file, held);
        else
            held.Should().Be(written.ReplaceLineEndings("\n"));
    }
}
