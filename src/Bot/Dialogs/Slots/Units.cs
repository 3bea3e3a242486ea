using System.Collections.Frozen;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>Words that stand beside a number and say what it counts, and the small words that may stand around an answer.</summary>
internal static class Units
{
    internal static readonly FrozenSet<string> Rupees = Set(
        "₹ ₨ rs inr re rupee rupees rupaye rupaya rupay rupya rupiya rupiye rupye rupaiya rupaiye rupai rupe rupees rupes rupess rupey rupiah rupee's rupaaye rupye "
            + "रुपये रुपए रुपया रुपैया रुपयों रुपय रूपये रूपए रूपया रुपे रु रू र रुपयो rup rupey rps rupeese"
    );

    internal static readonly FrozenSet<string> Paise = Set("paise paisa paisey pese पैसे पैसा paisas");

    internal static readonly FrozenSet<string> Days = Set("din dino days day दिन दिनों diwas");

    internal static readonly FrozenSet<string> Weeks = Set(
        "hafte hafta haftay hafton haftey week weeks wk wks saptah हफ्ते हफ्ता हफ्तों सप्ताह"
    );

    internal static readonly FrozenSet<string> Months = Set(
        "m mo mahine mahina mahinay mahino mahinon maheene maheena mahiney mahne mahena maheney mhine mhina month months mth mths mnth mnths mon maah mahin "
            + "महीने महीना महिने महिना महीनों माह मास मंथ मन्थ kist kisht kiste kisten emi emis किस्त किस्तें किस्तों"
    );

    internal static readonly FrozenSet<string> Years = Set(
        "saal sal saalon salon year years yr yrs varsh baras saalo साल सालों वर्ष वर्षों बरस"
    );

    internal static readonly FrozenSet<string> Percent = Set(
        "% percent per_cent percentage pct pratishat pratisat pratishath parsent percnt taka saikda saikra sainkda saikada sekda saikde saikdaa sekra प्रतिशत फीसदी फीसद "
            + "परसेंट पर्सेंट सैकडा सैकडे सैंकडा टका फिसदी fisadi feesadi fisdi"
    );

    internal static readonly FrozenSet<string> DayOfMonth = Set(
        "tarikh tareekh tarik tareek tarikhko taarikh taareekh tarekh date तारीख तारिख तारीक तारिक"
    );

    internal static readonly FrozenSet<string> Ordinals = Set("st nd rd th va vi ve vaan वीं वें वा वां वी");

    internal static readonly FrozenSet<string> NumberSigns = Set("# number numbar nambar no num nmbr nos nr नंबर नम्बर नं");

    /// <summary>Around an amount these change nothing. A word that is not here makes the text more than an answer.</summary>
    internal static readonly FrozenSet<string> AroundAmounts = Set(
        "ka ke ki ko se mujhe mujhko muje mujh hame hamein hamko humko humein hai h hain he sirf only bas just keval total kul chahiye chahie chaiye chahye chaahiye chahiya chaahie "
            + "lena leni lene dene mere pure poore pura poora देने मेरे पूरे पूरा need want i we my mera meri loan karz karj karja udhaar rin amount rakam rashi the of is it its would like to take give for and aur ya or "
            + "पैसे रुपयों का के की को से मुझे हमें हमको है हैं सिर्फ केवल बस कुल चाहिए चाहिये लेना लेने मेरा मेरी लोन कर्ज ऋण रकम राशि और या कर करो दे दीजिए देना मात्र matra ही hi kar kr karo kro de dedo dijiye dena deni bhej likho likh cash nakad nagad नकद upi jama जमा payment bhugtan भुगतान"
    );

    private static readonly FrozenSet<string> Glued = Set(
            "k l cr lac lakh lakhs hazaar hazar hajar hjr thousand crore st nd rd th m mo d w y yr"
        )
        .Union(Rupees)
        .Union(Paise)
        .Union(Months)
        .Union(Years)
        .Union(Days)
        .Union(Weeks)
        .Union(Percent)
        .Union(DayOfMonth)
        .Union(Ordinals)
        .ToFrozenSet();

    internal static bool IsTime(string word) =>
        Days.Contains(word) || Weeks.Contains(word) || Months.Contains(word) || Years.Contains(word) || DayOfMonth.Contains(word);

    internal static bool MayBeGlued(string word) =>
        Glued.Contains(word) || NumberVocabulary.Find(word) is { Role: NumberRole.Scale or NumberRole.Hundred };

    /// <summary>"rs500", "₹500", "(500" was refused before; "l12" and "abc12" are no amounts.</summary>
    internal static bool MayPrecedeGlued(Token before) =>
        before.Kind != TokenKind.Word || Rupees.Contains(before.Text) || LoanMarks.Contains(before.Text);

    internal static readonly FrozenSet<string> LoanMarks = Set("loan karz karj लोन कर्ज payment member");

    internal static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Normaliser.Lowered(word.Replace('_', ' '))).ToFrozenSet();
}
