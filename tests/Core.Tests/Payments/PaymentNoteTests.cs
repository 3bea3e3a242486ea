using DiGiBachat.Core.Payments;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Payments;

/// <summary>Pictures and voice notes that come with a payment.</summary>
public sealed class PaymentNoteTests
{
    private const string Utr = "600112345678";
    private const string Picture = "https://media.example/1";

    [Fact]
    public void A_picture_is_kept_with_the_newest_open_payment_and_moves_nothing()
    {
        var saheli = Begins().WithSavings(2_000).WithLoan().After(Pays(Sunita, Rs(500)), Pays(Sunita, Rs(300), loan: 1));
        var last = saheli.Group.Counters.Payments;
        var book = saheli.Register.Book.Count;
        var kept = saheli.After(Sends(Sunita, NoteKind.Picture, Picture));
        kept.Group.Matters.Notes.Should().Equal(new PaymentNote(new(last), NoteKind.Picture, Picture, IndianTime.DayOf(kept.Now)));
        kept.Register.Book.Should().HaveCount(book);
    }

    [Fact]
    public void It_says_whether_the_reference_is_known()
    {
        var saheli = Begins().After(Pays(Sunita, Rs(500)));
        saheli
            .Events(Sends(Sunita, NoteKind.Voice, Picture))
            .Should()
            .ContainSingle()
            .Which.Should()
            .BeOfType<PaymentNoteKept>()
            .Which.Claimed.Should()
            .BeFalse();
        saheli
            .After(Claims(Sunita, Utr))
            .Events(Sends(Sunita, NoteKind.Voice, Picture))
            .Should()
            .ContainSingle()
            .Which.Should()
            .BeOfType<PaymentNoteKept>()
            .Which.Claimed.Should()
            .BeTrue();
    }

    [Fact]
    public void It_leaves_the_table_when_the_payment_is_settled()
    {
        var noted = Begins().After(Pays(Sunita, Rs(500)), Claims(Sunita, Utr), Sends(Sunita, NoteKind.Picture, Picture));
        noted.Group.Matters.Notes.Should().ContainSingle();
        noted.After(Confirms(noted.Group.Counters.Payments)).Group.Matters.Notes.Should().BeEmpty();
    }

    [Fact]
    public void Without_an_open_payment_of_hers_nothing_is_kept() =>
        Begins().After(Pays(Radha, Rs(500))).Refusal(Sends(Sunita, NoteKind.Picture, Picture)).Should().Be(new NothingToClaim());

    [Fact]
    public void Five_are_enough()
    {
        var saheli = Begins().After(Pays(Sunita, Rs(500)));
        for (var i = 0; i < KeepPaymentNote.MostNotes; i++)
            saheli = saheli.After(Sends(Sunita, NoteKind.Picture, Picture + i));
        saheli
            .Refusal(Sends(Sunita, NoteKind.Picture, Picture))
            .Should()
            .Be(new PaymentNotesFull(saheli.Group.Payments[^1].Number, KeepPaymentNote.MostNotes));
    }
}
