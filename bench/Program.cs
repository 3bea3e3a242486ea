using System.Globalization;
using DiGiBachat.Bench;
using DiGiBachat.Bench.Seeding;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var words = args.Where(a => a is not ("seed" or "parse")).ToList();
var (options, complaint) = BenchOptions.Read(words);
if (options is null)
{
    Console.Error.WriteLine(complaint);
    return 1;
}
await using var database = await BenchDatabase.StartAsync(options, TimeProvider.System.GetUtcNow());
return 0;
