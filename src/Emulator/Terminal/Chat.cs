using System.Globalization;
using DiGiBachat.Emulator.Page;
using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator.Terminal;

/// <summary>One phone in the terminal: what is typed is sent, what arrives is printed, also what comes by itself. Ends with the input, or /quit.</summary>
public sealed class Chat(EmulatorClient emulator, string number, PhoneChannel? asked)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> printed = [];

    public async Task<int> RunAsync(CancellationToken stop)
    {
        var phone = await emulator.PhoneAsync(number, number, asked ?? PhoneChannel.WhatsApp, stop);
        var channel = asked ?? phone.Channel;
        Console.WriteLine($"{phone.Name} {phone.Number}, {(channel == PhoneChannel.Sms ? "SMS" : "WhatsApp")}. /quit ends.");
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var arriving = PrintArrivingAsync(listening.Token);
        while (await ReadAsync(stop) is { } line && line.Trim() != "/quit")
        {
            if (line.Trim().Length == 0)
                continue;
            var exchange = await emulator.SayAsync(number, channel, line, stop);
            foreach (var answer in exchange.Answers)
                Print(answer);
            if (exchange.Message.ErrorCode is { } code)
                Console.WriteLine($"  ! {exchange.Message.ErrorText} ({code})");
        }
        await listening.CancelAsync();
        await arriving;
        return 0;
    }

    private static async Task<string?> ReadAsync(CancellationToken stop)
    {
        if (!Console.IsInputRedirected)
            Console.Write("> ");
        var line = await Console.In.ReadLineAsync(stop);
        if (Console.IsInputRedirected && line is not null)
            Console.WriteLine($"> {line}");
        return line;
    }

    private async Task PrintArrivingAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var message in emulator.MessagesAsync(stop))
                if (message.Phone == number && !message.FromPerson)
                    Print(message);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            if (!stop.IsCancellationRequested)
                Console.WriteLine("  ! The emulator is gone; messages that come by themselves are not shown any more.");
        }
    }

    private void Print(MessageView message)
    {
        lock (gate)
        {
            if (!printed.Add(message.Sid) || message.ErrorCode is not null)
                return;
            foreach (var line in message.Body.Split('\n'))
                Console.WriteLine($"  {line}");
            foreach (var media in message.Media)
                Console.WriteLine($"  [{media.Source}]");
            foreach (var choice in message.Choices)
                Console.WriteLine($"  [{choice.Title}]");
            if (message.Channel == PhoneChannel.Sms)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ({message.Segments.Segments} SMS, {message.Segments.Units} {message.Segments.Encoding})"));
        }
    }
}
