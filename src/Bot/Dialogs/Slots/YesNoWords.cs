using System.Collections.Frozen;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>
/// The words that every speaker means in one way, by what they do in a sentence. Words on which speakers differ (accha, ruko,
/// rehne do, band karo, mat bhejo, hmm) stand nowhere here, and a text with an unknown word is not understood.
/// </summary>
internal static class YesNoWords
{
    internal static readonly string[] YesSigns = ["👍", "✅", "✔", "☑"];
    internal static readonly string[] NoSigns = ["👎", "❌", "🚫", "✖", "⛔"];

    /// <summary>Yes by itself.</summary>
    internal static readonly FrozenSet<string> Yes = Folded(
        "yes yess ys yea yeah yah ya yep yup y haan han haa ha hn hnn hanji haanji hnji haji hanjee haanjee yass sure surely definitely certainly absolutely affirmative zaroor zarur jarur jaroor jarur avashya beshak yas "
            + "हाँ हां हा हान हाॅ हॅा हाजी हांजी हाँजी जीहाँ जीहां यस जरूर जरुर अवश्य बेशक"
    );

    /// <summary>Makes stronger what follows, and is a yes when nothing does: "bilkul", "bilkul nahi".</summary>
    internal static readonly FrozenSet<string> Sure = Folded("bilkul bilkool bilkull बिल्कुल बिलकुल");

    /// <summary>Says that something is right; with a negation before or after it, that it is not.</summary>
    internal static readonly FrozenSet<string> Right = Folded(
        "ok okay okey oky okk okie okays thik thk theek teek tik thick thikh teekh sahi sahee right correct true fine alright agree agreed agreeing confirm confirmed confirmd manzoor manjoor manzur manjur sahmat sehmat swikar sweekar svikar pakka pakkaa accept accepted approved "
            + "ओके ओकें ठीक ठिक सही मंजूर मंजुर मन्जूर सहमत स्वीकार पक्का कन्फर्म कंफर्म"
    );

    /// <summary>Tells us to go on.</summary>
    internal static readonly FrozenSet<string> Do = Folded(
        "karo kro karna kr kar kardo krdo karde krde kardijiye kijiye kijie karen kare karein karlo krlo kariye kariyega करो कर करदो करें करे कीजिए कीजिये करिए करिये proceed"
    );

    /// <summary>Help of a doing word: kar do, kar dijiye. Means nothing alone.</summary>
    internal static readonly FrozenSet<string> DoEnding = Folded(
        "do de dijiye dijie dein den lo lijiye dena दो दे दीजिए दीजिये दें लो लीजिए it"
    );

    /// <summary>No by itself.</summary>
    internal static readonly FrozenSet<string> No = Folded(
        "no nope nop nah naah nahi nahin nhi nai nahee naheen nay nehi nahiin nhin nein nahii नहीं नही नहि नहिं नाही नई नो नहीँ"
    );

    /// <summary>Turns what it stands beside.</summary>
    internal static readonly FrozenSet<string> Not = Folded("not mat never मत na naa ना न isnt dont donot wont aint cannot cant");

    /// <summary>Says that something is wrong.</summary>
    internal static readonly FrozenSet<string> Wrong = Folded(
        "wrong incorrect false galat disagree asahmat asahamat asehmat namanzoor namanjoor namanzur namanjur negative गलत असहमत नामंजूर अस्वीकार नामन्जूर asvikar"
    );

    /// <summary>Changes nothing.</summary>
    internal static readonly FrozenSet<string> Filler = Folded(
        "hai h hain he hoon hu hun ji jee it its is that thats this yeh ye woh the very much so i am im you youre your please pls plz kripya bhai bhaiya didi behen bahen sir madam mera meri meraa "
            + "है हैं हूँ हूं जी यह ये वह कृपया भाई दीदी बहन मैं main mai me lets just then to toh तो sab saara सब ekdum एकदम mujhe muje mujhko मुझे abhi अभी now chahiye chahie chaiye चाहिए चाहिये"
    );

    /// <summary>Whole sayings.</summary>
    internal static readonly FrozenSet<string> YesSayings = Folded(
        "of_course|exactly|indeed|perfect|i_do|yes_i_do|please_do|sounds_great|thats_right|thats_correct|you_got_it|haan_haan_haan|स्वीकार_है|go_ahead|all_right|ji_ji|जी_जी|do_it|lets_do_it|aage_badho|aage_badhiye|aage_badhaye|ji|jee|जी|why_yes|sounds_good|that_works|kyun_nahi_haan|thats_it|आगे_बढ़ो|आगे_बढ़िए|जी_बिल्कुल|haan_haan|you_are_right",
        '|'
    );

    /// <summary>Beside other words they are manners; alone, once or twice, they agree.</summary>
    internal static readonly FrozenSet<string> Courtesies = new[] { "ji", "jee", "जी" }.ToFrozenSet();

    internal static readonly FrozenSet<string> NoSayings = Folded(
        "na|naa|ना|न|na_na|ना_ना|na_ji|ji_na|na_karo|na_kare|na_karein|no_no|do_not|do_not_do_it|no_need|no_way|not_needed|not_really|i_dont_want_to|i_dont_want_that|i_do_not|do_not_want|dont_like_it|i_dont_like_it|not_interested|i_refuse|inkar|inkaar|इनकार|इंकार|mana|मना|मना_है|no_thanks|no_thank_you|nahi_chahiye|nahin_chahiye|nahi_chaiye|nhi_chahiye|नहीं_चाहिए|नही_चाहिए|नहीं_चाहिये|kabhi_nahi|kabhi_nahin|kabhi_nhi|कभी_नहीं|chhod_do|chod_do|छोड़_दो|mat|मत|never|not_at_all|bilkul_nahi|bilkul_nahin|bilkul_nhi|बिल्कुल_नहीं|बिलकुल_नहीं|bilkul_bhi_nahi|ek_dum_nahi|mujhe_aisa_nahi_lagta|मुझे_ऐसा_नहीं_लगता|i_dont_think_so|nothing|kuch_nahi|कुछ_नहीं|nahi_karna|nahi_karna_hai|nahin_karna|nhi_karna|नहीं_करना|नहीं_करना_है|mana_hai|nahi_nahi|dont_do_it|i_dont_want|i_dont_want_it|dont_want|abhi_nahi|not_now|अभी_नहीं|n|zaroorat_nahi|jarurat_nahi|जरूरत_नहीं",
        '|'
    );

    private static FrozenSet<string> Folded(string words, char between = ' ') =>
        words
            .Split(between, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Key(Normaliser.Lowered(word.TrimEnd('_').Replace('_', ' '))))
            .ToFrozenSet();

    /// <summary>Doubled letters written once, nasals of Devanagari off: "haan" and "han", "हाँ" and "हां" are one.</summary>
    internal static string Key(string words)
    {
        Span<char> key = words.Length <= 256 ? stackalloc char[words.Length] : new char[words.Length];
        var length = 0;
        foreach (var c in words)
        {
            var nasal = c is 'ँ' or 'ं' or 'ॅ';
            if (!nasal && (length == 0 || key[length - 1] != c || !char.IsLetter(c)))
            {
                key[length++] = c switch
                {
                    'ी' => 'ि',
                    'ू' => 'ु',
                    _ => c,
                };
            }
        }

        return new string(key[..length]);
    }
}
