using System.Globalization;
using System.Runtime.InteropServices;
using DiGiBachat.Bench;
using DiGiBachat.Bench.Measuring;
using DiGiBachat.Bench.Seeding;
using DiGiBachat.Bench.Understanding;
using DiGiBachat.Persistence;

const int Interrupted = 130;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var command = args.FirstOrDefault(a => a is "seed" or "parse" or "help" or "--help");
if (command is "help" or "--help")
{
    Console.WriteLine(BenchOptions.Usage);
    return 0;
}
if (command is "parse")
{
    ParseBench.Run();
    return 0;
}
var (options, complaint) = BenchOptions.Read([.. args.Where(a => a != command)]);
if (options is null)
    return Complain(complaint!);
BenchDatabase? started = null;
try
{
    await using var database = await BenchDatabase.StartAsync(
        options,
        TimeProvider.System.GetUtcNow()
    );
    started = database;
    using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
    using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
    return command is "seed" || await new Session(database, options).RunAsync() ? 0 : 1;
}
catch (Exception problem) when (problem is LocalPostgresProblem or InvalidOperationException)
{
    return Complain(problem.Message);
}

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    Console.WriteLine("Stopping …");
    BotProcess.KillAll();
    started!.DisposeAsync().AsTask().GetAwaiter().GetResult();
    Environment.Exit(Interrupted);
}

static int Complain(string words)
{
    Console.Error.WriteLine(words);
    return 1;
}
