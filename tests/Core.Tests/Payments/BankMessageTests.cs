using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Payments.BankMessages;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Payments;

/// <summary>Messages made here in the shapes in which the banks write them; no message of a person.</summary>
public sealed class BankMessageTests
{
    private const string Utr = "610012345601";

    [Theory]
    [InlineData("Dear SBI User, your A/c X1234-credited by Rs.500 on 10Apr26 transfer from SUNITA DEVI Ref No 610012345601 -SBI", 50000, "2026-04-10", "SUNITA DEVI", null)]
    [InlineData("Dear UPI user A/C X1234 credited by 500.0: Rs.500.00 on date 10Apr26 trf from Sunita Refno 610012345601. -SBI", 50000, "2026-04-10", "Sunita", null)]
    [InlineData("INR 500.00 credited\nA/c no. XX1234\n10-04-26, 09:12:33 IST\nUPI/P2A/610012345601/SUNITA D/SBI - Axis Bank", 50000, "2026-04-10", "SUNITA D", null)]
    [InlineData("HDFC Bank: Rs. 500.00 credited to a/c XXXXXX1234 on 10-04-26 by a/c linked to VPA sunita@okaxis (UPI Ref No 610012345601).", 50000, "2026-04-10", null, "sunita@okaxis")]
    [InlineData("Credit Alert! Rs.1,02,500.50 credited to HDFC Bank A/c XX1234 on 10-04-26 from VPA sunita.devi@ybl (UPI 610012345601)", 10250050, "2026-04-10", null, "sunita.devi@ybl")]
    [InlineData("Dear Customer, Acct XX123 is credited with Rs 500.00 on 10-Apr-26 from SUNITA DEVI. UPI:610012345601-ICICI Bank.", 50000, "2026-04-10", "SUNITA DEVI", null)]
    [InlineData("Received Rs.500.00 in your Kotak Bank AC X1234 from sunita@ybl on 10-04-26.UPI Ref:610012345601.", 50000, "2026-04-10", null, "sunita@ybl")]
    [InlineData("Ac XXXXXXXX1234 Credited with Rs.500.00, 10-04-2026 09:12:33 thru UPI/610012345601. Aval Bal Rs. 12345.60 CR. Never share your OTP. Call 18001800-PNB", 50000, "2026-04-10", null, null)]
    [InlineData("Rs.500 Credited to A/c ...1234 thru UPI/610012345601 by SUNITA DEVI. Total Bal:Rs.10500CR. Avlbl Amt:Rs.10500(10-04-2026 09:12:33) - Bank of Baroda", 50000, "2026-04-10", "SUNITA DEVI", null)]
    [InlineData("You received ₹500.00 from SUNITA DEVI in your bank account. UPI transaction ID: 610012345601", 50000, null, "SUNITA DEVI", null)]
    [InlineData("Received Rs.500 from Sunita Devi. Txn ID T2604100912339999. UTR 610012345601. Bank a/c XX1234", 50000, null, "Sunita Devi", null)]
    [InlineData("Rs.500 received in your Paytm Payments Bank A/c XX1234 from 9800000003@ptyes via UPI. UPI Ref: 610012345601", 50000, null, null, "9800000003@ptyes")]
    public void A_credit_of_each_bank_is_read(string sms, long paise, string? on, string? payer, string? vpa)
    {
        var read = BankMessageReader.Read(sms)!;
        read.Should().BeEquivalentTo(
            new BankMessage(BankMessageKind.Credit, new(paise), Utr, on is null ? null : DateOnly.Parse(on, null), payer, vpa, []),
            o => o.Excluding(m => m.Codes)
        );
        BankMessage.FromKept(read.Kept()).Should().BeEquivalentTo(read);
    }

    [Theory]
    [InlineData("BY TRANSFER-UPI/CR/610012345601/SUNITA D/SBIN/sunita@sbi/KJD1F--", "SUNITA D", "sunita@sbi", "KJD1F")]
    [InlineData("UPI-SUNITA DEVI-SUNITA@OKAXIS-UTIB0000123-610012345601-KJD1F SAHELI", "SUNITA DEVI", "sunita@okaxis", "KJD1F")]
    [InlineData("UPI/610012345601/KJD1F SAHELI/sunita@okicici/ICICI Bank/ICI0a1b2c", null, "sunita@okicici", "KJD1F")]
    [InlineData("UPI/P2A/610012345601/SUNITA DEVI/STATE BANK/KJD1F", "SUNITA DEVI", null, "KJD1F")]
    [InlineData("UPI/SUNITA DEVI/610012345601/KJD1F", "SUNITA DEVI", null, "KJD1F")]
    public void A_narration_of_each_bank_is_read(string narration, string? payer, string? vpa, string code)
    {
        var read = BankMessageReader.Read(narration)!;
        read.Should().BeEquivalentTo(new { Kind = BankMessageKind.Credit, Amount = (Money?)null, Reference = Utr, Payer = payer, Vpa = vpa });
        read.Codes.Should().Contain(code);
    }

    [Theory]
    [InlineData("Dear UPI user A/C X1234 debited by 500.0 on date 10Apr26 trf to Meera Refno 610012345601. Rs.500 -SBI")]
    [InlineData("Sent Rs.500.00 from Kotak Bank AC X1234 to meera@ybl on 10-04-26.UPI Ref 610012345601. Not you?")]
    [InlineData("ICICI Bank Acct XX123 debited for Rs 500.00 on 10-Apr-26; SUNITA DEVI credited. UPI:610012345601.")]
    [InlineData("HDFC Bank: Rs 500.00 credited to a/c XX1234 on 10-04-26 is reversed (UPI Ref No 610012345601)")]
    [InlineData("TO TRANSFER-UPI/DR/610012345601/MEERA J/SBIN/meera@sbi/UPI--")]
    [InlineData("REV-UPI-SUNITA DEVI-SUNITA@OKAXIS-UTIB0000123-610012345601-KJD1F")]
    public void Money_that_went_or_came_back_is_no_money_received(string sms) => BankMessageReader.Read(sms)!.Kind.Should().Be(BankMessageKind.Debit);

    [Theory]
    [InlineData("482913 is your OTP for txn of Rs.500 at SAHELI on HDFC Bank card XX1234. Do not share.")]
    [InlineData("Your OTP for UPI registration is 482913. Valid for 10 minutes. -SBI")]
    [InlineData("Dear Customer, One Time Password to add payee is 48291377 -ICICI Bank")]
    [InlineData("Use verification code 4829 for Axis Mobile. Never share it with anyone")]
    public void Of_a_one_time_password_nothing_is_kept(string sms)
    {
        var read = BankMessageReader.Read(sms)!;
        read.Should().BeEquivalentTo(new BankMessage(BankMessageKind.OneTimePassword, null, null, null, null, null, []));
        read.Kept().Should().NotContainAny("4829", "500", "1234");
    }

    [Theory]
    [InlineData("paid 610012345601")]
    [InlineData("paid 610012345601 by Ramesh Kumar from Pune")]
    [InlineData("sunita ne 500 diye the, 10 tarikh ko, kripya dekhiye")]
    [InlineData("all 100, 7 no, 12 500 repay, 9 paid 200 only today")]
    [InlineData("reject 45 not received in the bank until today")]
    [InlineData("what is an otp and why does the bank send it to me")]
    public void What_people_write_is_no_message_of_a_bank(string words) => BankMessageReader.Read(words).Should().BeNull();

    [Fact]
    public void It_is_matched_by_reference_by_code_or_by_amount_and_payer_together()
    {
        var open = Begins().After(Pays(Sunita, Rs(500)), Claims(Sunita, Utr), Pays(Radha, Rs(500)), Pays(Asha, Rs(700)));
        Numbers(open, "credited", Rs(500), Utr, "X").Should().Equal(1);
        Numbers(open, PaymentCodes.Of(new(2)), Rs(400), "610012345699", null).Should().Equal(2);
        Numbers(open, "", Rs(700), "610012345699", "ASHA PAW").Should().Equal(3);
        Numbers(open, "", Rs(700), "610012345699", "RAMESH").Should().BeEmpty();
        Near(open, "", Rs(700), "610012345699", "RAMESH").Should().Equal(3);
        Near(open, "", Rs(1), "610012345699", "RADHA").Should().Equal(2);
    }

    [Fact]
    public void Two_that_fit_alike_are_both_named_and_a_claim_with_another_reference_is_none()
    {
        var open = Begins().After(Pays(Sunita, Rs(500)), Pays(Sunita, Rs(500), null)).WithSavings(2_000).WithLoan();
        var two = open.After(Pays(Sunita, Rs(500), loan: 1));
        Numbers(two, "", Rs(500), "610012345699", "SUNITA").Should().HaveCount(2);
        Numbers(two.After(Claims(Sunita, Utr)), "", Rs(500), "610012345699", "SUNITA").Should().HaveCount(1);
    }

    private static IEnumerable<int> Numbers(Saheli saheli, string words, Money amount, string reference, string? payer) =>
        BankMatches.Of(saheli.Group, Message(words, amount, reference, payer)).Exact.Select(p => p.Number.Value);

    private static IEnumerable<int> Near(Saheli saheli, string words, Money amount, string reference, string? payer) =>
        BankMatches.Of(saheli.Group, Message(words, amount, reference, payer)).Near.Select(p => p.Number.Value);

    private static BankMessage Message(string words, Money amount, string reference, string? payer) =>
        new(BankMessageKind.Credit, amount, reference, null, payer, null, [words]);
}
