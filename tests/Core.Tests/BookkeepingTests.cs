using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Core.Tests;

/// <summary>docs/BOOKKEEPING.md is run: its acts are done, and its tables must be what came out.</summary>
public sealed class BookkeepingTests
{
    private static readonly string File = Path.Combine(Root(), "docs", "BOOKKEEPING.md");

    [Fact]
    public void The_tables_of_the_page_are_what_the_acts_on_it_book()
    {
        var written = System.IO.File.ReadAllText(File);
        var told = new BookkeepingPage().Tell(written);
        if (Environment.GetEnvironmentVariable("BACHAT_UPDATE") == "1")
            System.IO.File.WriteAllText(File, told);
        else
            written.Split('\n').Should().Equal(told.Split('\n'));
    }

    [Fact]
    public void Every_event_that_moves_money_is_on_the_page_and_every_entry_is_shown()
    {
        var page = new BookkeepingPage();
        page.Tell(System.IO.File.ReadAllText(File));
        page.Shown.Should().Be(page.Saheli.Register.Book.Count);
        var booked = page.Before.Append(page.Saheli).SelectMany(s => s.Register.Book).ToList();
        booked.Select(b => b.Cause.GetType()).Distinct().Should().BeEquivalentTo([
            typeof(ContributionReceived),
            typeof(LoanDisbursed),
            typeof(RepaymentReceived),
            typeof(RepaymentReversed),
            typeof(ContributionReversed),
            // Meetings
            typeof(MeetingDifferenceBooked),
            // Opening
            typeof(OpeningBooked),
            // Fund
            typeof(ExpensePaid),
            typeof(BankInterestReceived),
            typeof(GrantReceived),
            typeof(MoneyMoved),
            typeof(InvestmentPlaced),
            typeof(InvestmentMatured),
            typeof(OtherMoneyReversed),
            typeof(SurplusShared),
            typeof(SharePaid),
            // Lending
            typeof(LoanWrittenOff),
            typeof(LoanRecovered),
            typeof(RecoveryReversed),
            typeof(LeaverPaid),
            typeof(SavingsPaidOut),
        ]);
        booked.Select(b => b.Entry.Narration).Distinct().Should().BeEquivalentTo(Enum.GetValues<Narration>());
    }

    [Fact]
    public void The_hash_is_what_the_page_says_it_is()
    {
        var page = new BookkeepingPage();
        page.Tell(System.IO.File.ReadAllText(File));
        var previous = new string('0', 64);
        foreach (var (entry, _) in page.Saheli.Register.Book)
            entry.Hash.Should().Be(previous = HashOf(entry, previous));
        page.Saheli.Group.LedgerHead.Should().Be(previous);
    }

    /// <summary>By the page's description, without a look at the program's own.</summary>
    private static string HashOf(LedgerEntry entry, string previous)
    {
        var cause = Encoding.UTF8.GetBytes(entry.Cause);
        var day = entry.On.DayNumber;
        var ticks = (entry.At - new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.Zero)).Ticks;
        IEnumerable<byte> all =
        [
            .. Encoding.ASCII.GetBytes(previous),
            .. Bytes(entry.Number, day, (int)entry.Narration, entry.By?.Value ?? 0, ticks, cause.Length),
            .. cause,
            .. entry.Postings.SelectMany(p => Bytes((int)p.Account.Kind, p.Account.Number, p.Amount.Paise)),
        ];
        return Convert.ToHexStringLower(SHA256.HashData([.. all]));
    }

    private static IEnumerable<byte> Bytes(params long[] numbers) =>
        numbers.SelectMany(number =>
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(bytes, number);
            return bytes;
        });

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "DiGiBachat.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests are run from within the repository.");
        return folder.FullName;
    }
}
