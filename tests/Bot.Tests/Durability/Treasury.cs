using System.Text.RegularExpressions;
using DiGiBachat.Core;

namespace DiGiBachat.Bot.Tests.Durability;

/// <summary>One booking that the bot has acknowledged: the message that confirmed it, the answer, the amount, the receipt.</summary>
internal sealed record Booked(Said Confirmation, string Answer, Money Amount, string Receipt);

/// <summary>
/// One group of two: its admin takes cash from the other member, each time another amount, as fast as the bot answers. Everything goes
/// by chat.
/// </summary>
internal sealed partial class Treasury(Chatter chatter, int number)
{
    private readonly List<Booked> booked = [];

    public string GroupName => $"Gat {(char)('A' + number)}";
    public string Admin { get; } = $"+9198000010{number:00}";
    public string Member { get; } = $"+9198000020{number:00}";
    public IReadOnlyList<Booked> Booked => booked;

    public async Task FoundAsync()
    {
        await SayAllAsync(Admin, "hi", "1", "Asha Patil", "1", "2", GroupName, "100", "1", "5", "1");
        var created = await chatter.SayAsync(Admin, "1");
        var code = InviteCode().Match(created);
        code.Success.Should().BeTrue("the founder gets an invite code: {0}", created);
        await SayAllAsync(Member, "hi", "1", "Sunita Devi", "1", "1", code.Groups[1].Value, "1");
        await SayAllAsync(Admin, "admit 2", "1");
    }

    /// <summary>Books until told to stop; an amount is never used twice.</summary>
    public async Task BookAsync(CancellationToken enough)
    {
        for (var rupees = 1; !enough.IsCancellationRequested; rupees++)
        {
            var amount = Money.Rupees(rupees);
            await chatter.SayAsync(Admin, $"cash 2 {rupees}");
            var confirmation = chatter.Compose(Admin, "1");
            var answer = await chatter.DeliverAsync(confirmation);
            var receipt = Receipt().Match(answer);
            receipt.Success.Should().BeTrue("what is confirmed is booked and has a receipt: {0}", answer);
            booked.Add(new(confirmation, answer, amount, receipt.Value));
        }
    }

    private async Task SayAllAsync(string phone, params string[] words)
    {
        foreach (var word in words)
            await chatter.SayAsync(phone, word);
    }

    [GeneratedRegex("text=join%20([0-9A-Z]{8})")]
    private static partial Regex InviteCode();

    [GeneratedRegex("R-[0-9A-Z]{5}")]
    private static partial Regex Receipt();
}
