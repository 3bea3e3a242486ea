using DiGiBachat.Bot.Statements;
using CsCheck;
using DiGiBachat.Bot.Statements.Drawing;
using HarfBuzzSharp;
using SkiaSharp;

namespace DiGiBachat.Bot.Tests.Statements;

public class ShapingTests
{
    private static readonly TextStyle Style = new(Weight.Regular, 10, SKColors.Black);

    [Theory]
    [InlineData("श्री", 2)]
    [InlineData("क्षेत्र", 3)]
    [InlineData("प्रार्थना", 6)]
    [InlineData("कि", 2)]
    [InlineData("₹12,34,567.50", 13)]
    public void A_conjunct_becomes_the_glyphs_it_is_written_with(string text, int glyphs)
    {
        var endMark = FontFace.Of(Weight.Regular).EndMark;
        var drawn = Glyphs(text, Weight.Regular).Where(glyph => glyph != endMark).ToList();
        drawn.Should().HaveCount(glyphs);
        drawn.Should().NotContain((ushort)0, "every sign is in the font");
    }

    [Fact]
    public void The_short_i_is_drawn_before_its_letter()
    {
        var letter = Glyphs("क", Weight.Regular).Single();
        Glyphs("कि", Weight.Regular)[1].Should().Be(letter);
    }

    [Fact]
    public void Every_label_is_in_the_font_in_both_weights()
    {
        foreach (var label in StatementLabels.All.SelectMany(key => new[] { "en", "hi", "hi-Latn" }.Select(language => SampleLabels.In(language)(key))))
        {
            foreach (var weight in Enum.GetValues<Weight>())
                Glyphs(label, weight).Should().NotContain((ushort)0, label);
        }
    }

    [Fact]
    public void The_mark_at_a_syllables_end_has_neither_ink_nor_width()
    {
        foreach (var weight in Enum.GetValues<Weight>())
        {
            var font = FontFace.Of(weight);
            font.Shaper.TryGetGlyphExtents(font.EndMark, out var ink).Should().BeTrue();
            (ink.Width, ink.Height, font.Shaper.GetHorizontalGlyphAdvance(font.EndMark))
                .Should()
                .Be((0, 0, 0));
        }
    }

    [Fact]
    public void Runs_are_cut_where_the_script_changes_and_digits_stay_with_the_words_before_them()
    {
        ScriptRuns
            .Of("₹500 UPI से 12 अप्रैल।")
            .Should()
            .Equal(
                new ScriptRun("₹500 UPI ", Script.Latin),
                new ScriptRun("से 12 अप्रैल।", Script.Devanagari)
            );
        ScriptRuns.Of("").Should().BeEmpty();
        ScriptRuns.Of("12").Should().Equal(new ScriptRun("12", Script.Latin));
    }

    [Theory]
    [InlineData("  Sunita\r\n\t Devi ", "Sunita Devi")]
    [InlineData("सहेली 🌻 समूह", "सहेली समूह")]
    [InlineData("a\u0000b\u202Ec", "a bc")]
    [InlineData("क्‍ष", "क्‍ष")]
    [InlineData("லட்சுமி ❤\uFE0F", "லட்சுமி")]
    public void What_cannot_be_printed_is_left_out_and_letters_stay(
        string text,
        string printable
    ) => ScriptRuns.Printable(text, FontFace.Of(Weight.Regular)).Should().Be(printable);

    [Fact]
    public void Lines_fit_their_width_and_lose_no_word()
    {
        string[] words = ["saving", "बचत", "सहमति", "₹1,23,456", "कोषाध्यक्ष", "a"];
        Gen.Int[0, words.Length - 1]
            .Select(i => words[i])
            .Array[1, 30]
            .Select(Gen.Float[60, 300])
            .Sample(
                (text, width) =>
                {
                    var typesetter = new Typesetter("hi");
                    var lines = typesetter.Break(string.Join(' ', text), Style, width);
                    lines.Should().OnlyContain(line => typesetter.Width(line, Style) <= width);
                    if (lines.Count < LineBreaks.MaximumLines)
                        string.Join(' ', lines).Should().Be(string.Join(' ', text));
                },
                iter: 300
            );
    }

    [Fact]
    public void A_word_wider_than_the_line_is_broken_between_syllables()
    {
        var typesetter = new Typesetter("hi");
        var word = string.Concat(Enumerable.Repeat("प्रार्थना", 6));
        var lines = typesetter.Break(word, Style, 60);
        lines.Count.Should().BeGreaterThan(2);
        string.Concat(lines).Should().Be(word);
        lines.Should().NotContain(line => line.EndsWith('\u094D'), "a conjunct is not torn");
        lines.Should().OnlyContain(line => typesetter.Width(line, Style) <= 60);
    }

    [Theory]
    [InlineData(12, false)]
    [InlineData(13, true)]
    public void A_text_of_more_than_twelve_lines_is_cut_and_shows_it(int lines, bool cut)
    {
        var typesetter = new Typesetter("en");
        var broken = typesetter.Break(
            string.Join(' ', Enumerable.Repeat("contribution", lines)),
            Style,
            80
        );
        broken.Should().HaveCount(12);
        broken[^1].EndsWith('…').Should().Be(cut);
    }

    [Fact]
    public void A_text_that_must_stay_on_one_line_is_cut_and_shows_it()
    {
        var typesetter = new Typesetter("hi");
        var whole = "प्रार्थना महिला बचत समूह";
        var width = typesetter.Width(whole, Style);
        typesetter.OneLine(whole, Style, width).Should().Be(whole);
        var cut = typesetter.OneLine(whole, Style, width - 1);
        cut.Should().EndWith("…");
        whole.Should().StartWith(cut[..^1]);
        typesetter.Width(cut, Style).Should().BeLessThan(width);
    }

    private static List<ushort> Glyphs(string text, Weight weight) =>
        new Typesetter("hi").Shape(text, weight).Runs.SelectMany(run => run.Glyphs).ToList();
}
