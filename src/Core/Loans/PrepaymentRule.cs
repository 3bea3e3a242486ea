namespace DiGiBachat.Core.Loans;

/// <summary>What happens to money paid beyond the instalment of the running month. A group rule, default <see cref="ShortenLoan"/>.</summary>
public enum PrepaymentRule
{
    /// <summary>The instalment stays, the last ones fall away.</summary>
    ShortenLoan,

    /// <summary>The number of instalments stays, each becomes smaller.</summary>
    LowerInstalment,

    /// <summary>The next instalments are paid ahead as they stand; nothing is reckoned anew.</summary>
    NextInstalments,
}
