using DiGiBachat.Bot.Hosting;

return await BotProgram.RunAsync(args);

/// <summary>The entry point, named so that tests can host the bot.</summary>
public partial class Program;
