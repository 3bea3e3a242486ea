using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using DiGiBachat.Bot.Statements;
using DiGiBachat.Bot.Statements.Drawing;
using DiGiBachat.Core;
using SkiaSharp;

namespace DiGiBachat.Bot.Tests.Statements;

public partial class StatementPdfTests
{
    [Fact]
    public void Hindi_text_comes_back_out_of_the_file_as_it_went_in()
    {
        var text = Poppler.Text(
            StatementPdf.Draw(SampleStatements.Of("hi", 40, SampleStatements.Loan("hi", 12)))
        );
        string[] expected =
        [
            "प्रार्थना महिला बचत समूह, क्षेत्र श्रीरामपुर",
            "सुनीता देवी · सदस्य 7",
            "1 अप्रैल 2025 – 31 मार्च 2026",
            "श्री गणेश पूजा के लिए अतिरिक्त बचत",
            "कुल जमा",
            "₹5,07,020",
            "कर्ज़ 12",
            "₹12,000, 12 महीने के लिए, 2% महीना ब्याज, बराबर किस्तें। 5 अप्रैल 2025 को दिया गया। काम: बीज और खाद।",
            "12 दिन देर",
            "बही का कोड: 3f9a1c2e",
            SampleLabels.In("hi")(StatementLabels.HowToCheck),
        ];
        foreach (var part in expected)
            text.Should().Contain(part);
    }

    [Fact]
    public void English_text_comes_back_out_of_the_file_as_it_went_in()
    {
        var text = Poppler.Text(
            StatementPdf.Draw(SampleStatements.Of("en", 40, SampleStatements.Loan("en", 12)))
        );
        string[] expected =
        [
            "Saheli Savings Group, Rampur",
            "Sunita Devi · Member 7",
            "5 Apr 2026, 10:07",
            "Saving in cash at the meeting",
            "₹1,23,456",
            "Loan 12",
            "Code of the book: 3f9a1c2e",
            SampleLabels.In("en")(StatementLabels.HowToCheck),
        ];
        foreach (var part in expected)
            text.Should().Contain(part);
    }

    [Fact]
    public void A_word_can_be_marked_where_it_stands()
    {
        var sheet = new Sheet(new Typesetter("hi"));
        var style = new TextStyle(Weight.Regular, 20, SKColors.Black);
        sheet.Line("प्रार्थना क्षेत्र श्री iiii mmm", style, new SKPoint(40, 40));
        var words = Poppler.Words(
            PdfFile.Write([sheet], new PdfTitle("title", "hi", DateTimeOffset.UnixEpoch))
        );
        words
            .Select(word => word.Text)
            .Should()
            .Equal("प्रार्थना", "क्षेत्र", "श्री", "iiii", "mmm");
        var x = 40f;
        foreach (var (text, left, right) in words)
        {
            left.Should().BeApproximately(x, 0.5f, text);
            (right - left)
                .Should()
                .BeApproximately(new Typesetter("hi").Width(text, style), 0.5f, text);
            x =
                right
                + new Typesetter("hi").Width("a b", style)
                - new Typesetter("hi").Width("ab", style);
        }
    }

    [Fact]
    public void Balances_stand_under_each_other_by_their_last_digit()
    {
        var content = SampleStatements.Of("hi", 10);
        var words = Poppler.Words(StatementPdf.Draw(content));
        foreach (var row in content.Passbook.Rows)
            words
                .Where(word => word.Text == content.Style.Money(row.Balance))
                .Max(word => word.Right)
                .Should()
                .BeApproximately(PdfFile.Width - 36 - 5, 0.5f);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    [InlineData("hi-Latn")]
    public void Every_label_is_printed(string language)
    {
        var loan = SampleStatements.Loan(language, 3);
        var pdfs = new[]
        {
            SampleStatements.Of(language, 0),
            SampleStatements.Of(language, 1, loan),
        }.Select(StatementPdf.Draw);
        var text = Squeezed(string.Concat(pdfs.Select(Poppler.Text)));
        foreach (var key in StatementLabels.All)
            text.Should().Contain(Squeezed(SampleLabels.In(language)(key)), key);
    }

    [Theory]
    [InlineData("en", 1, 1)]
    [InlineData("hi", 1, 1)]
    [InlineData("en", 40, 2)]
    [InlineData("hi", 120, 5)]
    [InlineData("hi", 500, 17)]
    public void A_long_statement_goes_over_numbered_pages_and_each_has_the_heading_and_the_foot(
        string language,
        int rows,
        int pages
    )
    {
        var content = SampleStatements.Of(language, rows);
        var label = content.Style.Label;
        var read = Poppler.Pages(StatementPdf.Draw(content));
        read.Should().HaveCount(pages);
        for (var i = 0; i < pages; i++)
        {
            read[i].Should().Contain($"{label(StatementLabels.Page)} {i + 1} / {pages}");
            read[i]
                .Should()
                .Contain(label(StatementLabels.Narration))
                .And.Contain(label(StatementLabels.BookCode));
        }
        foreach (var row in content.Passbook.Rows.Where(row => row.Receipt is not null))
            read.Sum(page => Regex.Count(page, $@"{row.Receipt}\b")).Should().Be(1, row.Receipt);
    }

    [Fact]
    public void The_closing_balance_never_stands_alone_on_a_page()
    {
        for (var rows = 20; rows < 60; rows++)
        {
            var pages = Poppler.Pages(StatementPdf.Draw(SampleStatements.Of("en", rows)));
            pages[^1].Should().Contain("Closing balance");
            Narration()
                .Count(pages[^1])
                .Should()
                .BePositive($"{rows} rows end on a page with a row");
        }
    }

    [Theory]
    [InlineData("en", "No money came in or went out in this period.")]
    [InlineData("hi", "इस अवधि में न पैसा आया, न गया।")]
    public void An_empty_statement_says_so(string language, string sentence) =>
        Poppler
            .Text(StatementPdf.Draw(SampleStatements.Of(language, 0)))
            .Should()
            .Contain(sentence);

    [Fact]
    public void The_same_content_gives_the_same_bytes_also_on_many_threads()
    {
        var first = StatementPdf.Draw(
            SampleStatements.Of("hi", 40, SampleStatements.Loan("hi", 12))
        );
        var drawn = new byte[8][];
        Parallel.For(
            0,
            drawn.Length,
            i =>
                drawn[i] = StatementPdf.Draw(
                    SampleStatements.Of("hi", 40, SampleStatements.Loan("hi", 12))
                )
        );
        foreach (var pdf in drawn)
            pdf.Should().Equal(first);
    }

    [Fact]
    public void Another_moment_gives_another_file()
    {
        var content = SampleStatements.Of("hi", 1);
        var later = content with
        {
            Proof = content.Proof with { ProducedAt = content.Proof.ProducedAt.AddMinutes(1) },
        };
        StatementPdf.Draw(later).Should().NotEqual(StatementPdf.Draw(content));
    }

    [Fact]
    public void Only_the_glyphs_in_use_are_embedded()
    {
        FontSubset.IsAvailable.Should().BeTrue("the native library that is shipped can cut fonts");
        var pdf = StatementPdf.Draw(SampleStatements.Of("hi", 20));
        Poppler
            .Fonts(pdf)
            .Should()
            .MatchRegex(@"NotoSansDevanagari-Bold +CID TrueType +Identity-H +yes yes yes")
            .And.MatchRegex(@"NotoSansDevanagari-Regular +CID TrueType +Identity-H +yes yes yes");
        pdf.Length.Should().BeLessThan(40 * 1024);
    }

    [Fact]
    public void Without_the_cut_the_whole_font_is_embedded_and_the_text_is_the_same()
    {
        var typesetter = new Typesetter("hi");
        var sheet = new Sheet(typesetter);
        sheet.Line(
            "प्रार्थना क्षेत्र श्री ₹500",
            new TextStyle(Weight.Regular, 12, SKColors.Black),
            new SKPoint(40, 40)
        );
        var title = new PdfTitle("title", "hi", DateTimeOffset.UnixEpoch);
        var (cut, whole) = (
            PdfFile.Write([sheet], title),
            PdfFile.Write([sheet], title, (_, _) => null)
        );
        Poppler
            .Text(whole)
            .Should()
            .Be(Poppler.Text(cut))
            .And.Contain("प्रार्थना क्षेत्र श्री ₹500");
        whole.Length.Should().BeGreaterThan(5 * cut.Length);
    }

    [Fact]
    public void The_file_names_its_title_its_language_and_its_moment()
    {
        var pdf = StatementPdf.Draw(SampleStatements.Of("hi", 1));
        var info = Poppler.Info(pdf);
        info.Should()
            .Contain(
                "हिसाब का ब्योरा · सुनीता देवी · प्रार्थना महिला बचत समूह, क्षेत्र श्रीरामपुर · 1 अप्रैल 2025 – 31 मार्च 2026"
            );
        info.Should()
            .MatchRegex("CreationDate: +Sun Apr  5 .*2026")
            .And.MatchRegex("Page size: .*A4");
        Encoding.Latin1.GetString(pdf).Should().Contain("/Lang (hi)");
        Poppler.Links(pdf).Should().Contain(SampleStatements.Verification.AbsoluteUri);
    }

    [Fact]
    public void A_statement_that_does_not_add_up_is_not_drawn()
    {
        var good = SampleStatements.Of("en", 3);
        var rows = good.Passbook.Rows;
        var wrongRow = good with
        {
            Passbook = good.Passbook with
            {
                Rows = [rows[0], rows[1] with { In = Money.Rupees(501) }, rows[2]],
            },
        };
        var wrongClosing = good with
        {
            Passbook = good.Passbook with { Closing = good.Passbook.Closing + new Money(1) },
        };
        FluentActions
            .Invoking(() => StatementPdf.Draw(wrongRow))
            .Should()
            .Throw<InvalidOperationException>()
            .WithMessage("*R-001K1*");
        FluentActions
            .Invoking(() => StatementPdf.Draw(wrongClosing))
            .Should()
            .Throw<InvalidOperationException>()
            .WithMessage("*closes with*");
    }

    [Fact]
    public void Five_hundred_rows_are_drawn_and_one_more_is_refused()
    {
        StatementPdf
            .Draw(SampleStatements.Of("en", StatementContent.MaximumRows))
            .Should()
            .NotBeEmpty();
        FluentActions
            .Invoking(() =>
                StatementPdf.Draw(SampleStatements.Of("en", StatementContent.MaximumRows + 1))
            )
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("*500*");
    }

    [Fact]
    public void The_sums_are_those_of_the_rows()
    {
        var book = SampleStatements.Of("en", 40).Passbook;
        (book.Opening + book.TotalIn - book.TotalOut).Should().Be(book.Closing);
        (book.TotalIn, book.TotalOut).Should().Be((Money.Rupees(507_824), Money.Rupees(2_004)));
    }

    [Fact]
    public void Great_amounts_stand_whole_on_one_line()
    {
        var content = SampleStatements.Of("hi", 0);
        var much = new Money(99_999_999_999_99);
        var row = new StatementRow(
            SampleStatements.Start,
            "अनुदान",
            "R-3F7K2",
            much,
            Money.Zero,
            content.Passbook.Opening + much
        );
        var great = content with
        {
            Passbook = new StatementPassbook(content.Passbook.Opening, [row], row.Balance),
        };
        Poppler
            .Text(StatementPdf.Draw(great))
            .Should()
            .Contain("₹99,99,99,99,999.99")
            .And.Contain("₹1,00,00,00,01,199.99")
            .And.Contain("अनुदान");
    }

    [Fact]
    public void No_name_and_no_narration_can_break_the_drawing()
    {
        var content = SampleStatements.Of("hi", 1);
        Gen.String.Select(Gen.String[0, 1600])
            .Sample(
                (name, narration) =>
                {
                    var odd = content with
                    {
                        Heading = content.Heading with { GroupName = name, MemberName = narration },
                        Passbook = content.Passbook with
                        {
                            Rows = [content.Passbook.Rows[0] with { Narration = narration }],
                        },
                    };
                    StatementPdf.Draw(odd).Should().StartWith("%PDF"u8.ToArray());
                },
                iter: 60
            );
    }

    private static string Squeezed(string text) => Whitespace().Replace(text, "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();

    [GeneratedRegex("Saving (of|in) |Savings taken out|Late fine|Extra saving")]
    private static partial Regex Narration();
}
