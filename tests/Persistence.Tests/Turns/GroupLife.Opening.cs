using DiGiBachat.Core;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Opening;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <content>Figures brought forward: drafted, asked about, booked.</content>
internal sealed partial class GroupLife
{
    private async Task OpenAsync()
    {
        if (village.Folded.Matters.Opening is not null)
            await village.ActAsync(1, (g, a) => EnterOpening.Ask(g, a, "owed from before"));
        else
            await village.ActAsync(
                2,
                (g, a) =>
                    EnterOpening.Draft(
                        g,
                        a,
                        new(Money.Rupees(1_000), Money.Rupees(500), Money.Rupees(50), Money.Rupees(40), Money.Rupees(10)),
                        [
                            new(new(2), Money.Rupees(1_700), Money.Rupees(15), [new(Money.Rupees(700), new(150), 7, InterestMethod.Emi)]),
                            new(new(3), Money.Rupees(500), Money.Zero, []),
                        ]
                    )
            );
    }

    /// <summary>The group starts with its history, confirmed by the treasurer.</summary>
    public async Task BringForwardAsync()
    {
        await OpenAsync();
        await OpenAsync();
        await AnswerAsync();
        await AnswerAsync();
    }
}
