using DiGiBachat.Core.Tests.Stories;

namespace DiGiBachat.Core.Tests.Laws;

/// <summary>What is true at every moment of the group's money beside savings and loans.</summary>
internal static class FundLaws
{
    public static void Hold(Register register)
    {
        var fines = register.Group.Matters.Fines;
        Law.Holds(fines.All(f => !f.Paid.IsNegative && f.Left.IsPositive), "an open fine is never paid beyond what it is, nor in full");
        Law.Holds(fines.Select(f => f.Number).SequenceEqual(fines.Select(f => f.Number).Order().Distinct()), "a fine stands open once, in order");
        var imposed = register.Events.OfType<FineImposed>().Sum(e => e.Amount.Paise);
        var waived = register.Events.OfType<FineWaived>().Sum(e => e.Amount.Paise);
        Law.Holds(imposed - waived - FinesPaid(register) == fines.Sum(f => f.Left.Paise), "what was put on members is paid, waived or open");
    }

    /// <summary>Of fines beside the dues, in paise, less what was undone.</summary>
    public static long FinesPaid(Register register) =>
        register.Events.Sum(e =>
            e switch
            {
                ContributionReceived c => c.Fines?.Sum(f => f.Paid.Paise) ?? 0,
                ContributionReversed r => -(r.Fines?.Sum(f => f.Paid.Paise) ?? 0),
                _ => 0,
            }
        );
}
