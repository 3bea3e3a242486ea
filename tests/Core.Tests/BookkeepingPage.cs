using System.Globalization;
using System.Text.RegularExpressions;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Savings;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests;

/// <summary>
/// A page that is told line by line: "&gt; 2026-01-16 Meera: cash 3 700" is done, "**Entry …**" becomes the next entry's heading, and
/// the rows of each table that is known by its head are what stands there at that moment. All other lines stay as they are.
/// </summary>
internal sealed partial class BookkeepingPage
{
    private const string EntryHead = "| account | Dr | Cr |";
    private const string PlainHead = "| account | what stands on it | grows on |";
    private static readonly string[] Names = ["", "Asha", "Meera", "Sunita", "Radha"];

    private static readonly Core.Groups.GroupRules OfThePage = Rules with
    {
        LateContributionFine = Rs(20),
        LateInstalmentCharge = Rs(25),
        VoteOnShareOut = false,
        Withdrawals = true,
    };

    public Saheli Saheli { get; private set; } = Begins(OfThePage);

    /// <summary>Groups whose story was told before this one's, each to its last entry.</summary>
    public List<Saheli> Before { get; } = [];

    /// <summary>How many entries were shown.</summary>
    public int Shown { get; private set; }

    public string Tell(string page)
    {
        var told = new List<string>();
        var (skipping, heading, plain) = (false, false, false);
        foreach (var line in page.Split('\n'))
        {
            if (skipping && line.StartsWith('|'))
                continue;
            skipping = false;
            if (ActLine().Match(line) is { Success: true } act)
                Do(act);
            if (line.StartsWith("**Entry", StringComparison.Ordinal))
            {
                told.Add(Heading());
                heading = true;
                continue;
            }
            told.Add(line);
            if (RowsOf(line, heading) is not { } rows)
            {
                plain = line.StartsWith('|') && (plain || IsPlainTable(line));
                continue;
            }
            told.Add(RuleOf(line));
            told.AddRange(rows);
            (skipping, heading) = (true, false);
        }
        return string.Join('\n', told);
    }

    /// <summary>A table whose rows nobody checks is known by its head too, so that a slip in another's head is found.</summary>
    private static bool IsPlainTable(string head) => head == PlainHead ? true : throw new FormatException($"No such table: {head}");

    private void Do(Match line)
    {
        if (line.Groups["anew"].Success)
        {
            if (Shown != Saheli.Register.Book.Count)
                throw new FormatException("An entry of the group before was not shown.");
            Before.Add(Saheli);
            (Saheli, Shown) = (Begins(OfThePage), 0);
            return;
        }
        var day = DateOnly.Parse(line.Groups["day"].Value, CultureInfo.InvariantCulture);
        Saheli = day == IndianTime.DayOf(Saheli.Now) ? Saheli : Saheli.On(day);
        if (line.Groups["command"].Value is { Length: > 0 } command)
            Saheli = Saheli.After(ActOf(new(Array.IndexOf(Names, line.Groups["name"].Value)), command.Split(' ')));
    }

    private Act ActOf(MemberNumber by, string[] words) =>
        words switch
        {
            ["cash", var member, var rupees] => Act.Cash(new(Number(member)), Rs(Number(rupees))).As(by),
            ["cash", var member, var rupees, "loan", var loan] => Act.Cash(new(Number(member)), Rs(Number(rupees)), Number(loan)).As(by),
            ["pay", "off", "loan", var loan] => Act.Pays(
                by,
                PayOff.Of(Saheli.Loan(Number(loan)).BookIn(Saheli.Group), IndianTime.DayOf(Saheli.Now)).Total,
                Number(loan)
            ),
            ["pay", var rupees] => Act.Pays(by, Rs(Number(rupees))),
            ["paid", var reference] => Act.Claims(by, reference),
            ["confirm", var payment] => Act.Confirms(Number(payment)).As(by),
            ["loan", var rupees, var months] => Act.Applies(by, Rs(Number(rupees)), Number(months)),
            ["approve", "loan", var loan] => Act.Approves(Number(loan)).As(by),
            ["disburse", "loan", var loan] => Act.Disburses(Number(loan)).As(by),
            // Meetings
            ["meeting", .. var brought] => Act.BooksMeeting([.. brought.Chunk(2).Select(b => Act.Line(new(Number(b[0])), Number(b[1])))]).As(by),
            ["close", "meeting", var counted, .. var reason] => Act.ClosesMeeting(Rs(Number(counted)), string.Join(' ', reason)).As(by),
            ["undo", "meeting", .. var reason] => Act.UndoesMeeting(string.Join(' ', reason)).As(by),
            ["agree", var ballot] => Act.Answers(by, Number(ballot)),
            // Opening
            ["opening", "cash", var cash, "bank", var bank, "grant", var grant, "surplus", var surplus, "savings", var member, var savings, "loan", var left, var months] =>
                Act.DraftsOpening(
                        Act.Purses(Number(cash), Number(bank), grants: Number(grant), surplus: Number(surplus)),
                        Act.Brings(new(Number(member)), Number(savings), 0, Act.Runs(Number(left), Number(months)))
                    )
                    .As(by),
            ["opening", "ready"] => Act.AsksOpening().As(by),
            // Fund
            ["fine", var member, var rupees] => Act.Fines(new(Number(member)), Rs(Number(rupees))).As(by),
            ["expense", var rupees] => Act.Spends(Rs(Number(rupees))).As(by),
            ["bank", "interest", var rupees] => Act.BankAdds(Rs(Number(rupees))).As(by),
            ["grant", var rupees] => Act.Granted(Rs(Number(rupees))).As(by),
            ["put", "in", "bank", var rupees] => Act.Moves(Rs(Number(rupees)), Core.Fund.Purse.Cash).As(by),
            ["take", "from", "bank", var rupees] => Act.Moves(Rs(Number(rupees)), Core.Fund.Purse.Bank).As(by),
            ["invest", var rupees] => Act.Invests(Rs(Number(rupees))).As(by),
            ["matured", var investment, var rupees] => Act.Matures(Number(investment), Rs(Number(rupees))).As(by),
            ["share", "out", "by-savings"] => Act.SharesOut(Core.Groups.ShareOutPolicy.BySavings).As(by),
            ["pay", "share", var member] => Act.PaysShare(new(Number(member))).As(by),
            ["save", "share", var member] => Act.SavesShare(new(Number(member))).As(by),
            ["write", "off", "loan", var loan] => Act.WritesOff(Number(loan)).As(by),
            ["vote", var ballot, var answer] => Act.Votes(by, answer == "yes", Number(ballot)),
            ["leave"] => Act.Leaves(by),
            ["withdraw", var rupees] => Act.TakesOut(by, Rs(Number(rupees))),
            ["agree"] => Act.Says(by),
            ["undo", var entry] => Act.Reverses(Number(entry)).As(by),
            _ => throw new FormatException($"The page says \"{string.Join(' ', words)}\", which no act is."),
        };

    private string Heading()
    {
        if (Shown == Saheli.Register.Book.Count)
            throw new FormatException($"The page shows an entry after {Shown}, where nothing was booked.");
        var entry = Saheli.Register.Book[Shown++].Entry;
        return $"**Entry {entry.Number}, {Kebab($"{entry.Narration}")}, cause `{entry.Cause}`, by {Names[entry.By!.Value.Value]}**";
    }

    private IEnumerable<string>? RowsOf(string head, bool ofEntry) =>
        head switch
        {
            EntryHead when ofEntry => Saheli.Register.Book[Shown - 1].Entry.Postings.Select(p => Row(p.Account, p.Amount)),
            EntryHead => [.. TrialBalance()],
            "| due | amount | paid | fine | fine paid |" => [.. Dues()],
            "| instalment | due | principal | interest | charge | paid |" => Saheli.Loan(1).Instalments.Where(i => !i.IsNeedless).Select(Row),
            "| entry | cause | hash begins | covers |" => Saheli.Register.Book.Select(b =>
                $"| {b.Entry.Number} | `{b.Entry.Cause}` | `{b.Entry.Hash[..8]}` | {(b.Entry.Number == 1 ? "zeros" : $"`{Saheli.Register.Book[(int)b.Entry.Number - 2].Entry.Hash[..8]}`")} |"
            ),
            _ => null,
        };

    private IEnumerable<string> TrialBalance()
    {
        var all = Saheli.Group.Balances.All.Where(b => !b.Value.IsZero).OrderBy(b => b.Key.Kind).ThenBy(b => b.Key.Number).ToList();
        var debit = all.Where(b => b.Value.IsPositive).Aggregate(Money.Zero, (sum, b) => sum + b.Value);
        var credit = all.Where(b => b.Value.IsNegative).Aggregate(Money.Zero, (sum, b) => sum - b.Value);
        return all.Select(b => Row(b.Key, b.Value)).Append($"| **sum** | **{Show(debit)}** | **{Show(credit)}** |");
    }

    private IEnumerable<string> Dues()
    {
        var dues = Saheli.Group.Dues.Concat(Saheli.Register.SettledDues.Values).Where(d => d.Member == Sunita).OrderBy(d => d.PeriodOn);
        return dues.Select(Row).Append($"| advance | | {Show(Saheli.Group.Member(Sunita).Advance)} | | |");
    }

    private static string Row(Due d) =>
        $"| {d.PeriodOn:yyyy-MM-dd} | {Show(d.Amount)} | {Show(d.Paid)} | {Show(d.Fine)} | {Show(d.FinePaid)} |";

    private static string Row(Instalment i) =>
        $"| {i.Number} | {i.DueOn:yyyy-MM-dd} | {Show(i.Principal)} | {Show(i.Interest)} | {Show(i.Charge)} | {Show(i.Paid)} |";

    private static string Row(Account account, Money amount) =>
        amount.IsPositive ? $"| `{Name(account)}` | {Show(amount)} | |" : $"| `{Name(account)}` | | {Show(-amount)} |";

    private static string RuleOf(string head) =>
        head switch
        {
            EntryHead => "|---|---:|---:|",
            "| due | amount | paid | fine | fine paid |" => "|---|---:|---:|---:|---:|",
            "| instalment | due | principal | interest | charge | paid |" => "|---|---|---:|---:|---:|---:|",
            _ => "|---|---|---|---|",
        };

    private static string Name(Account account) => Kebab($"{account.Kind}") + (account.Number == 0 ? "" : $":{account.Number}");

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : $"{c}"));

    private static string Show(Money money) => (money.Paise / 100m).ToString("N2", CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^> (?<day>\d{4}-\d\d-\d\d) (?:(?<name>\w+): (?<command>.+)|time passes|(?<anew>another group))$")]
    private static partial Regex ActLine();
}
