namespace DiGiBachat.Bot.Hosting;

/// <summary>The program cannot start as it is set up; the message says what to set, a sentence for each setting.</summary>
internal sealed class SettingsProblem(IReadOnlyList<string> complaints) : Exception(string.Join('\n', complaints));
