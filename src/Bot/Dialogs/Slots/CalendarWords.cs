using System.Collections.Frozen;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>Names of months and weekdays, and the words around days, in three spellings at once.</summary>
internal static class CalendarWords
{
    private static readonly FrozenDictionary<string, int> Months = Numbered(
        "january jan janvari janwari janavari janawari januari janury jenuary जनवरी जन",
        "february feb farvari farwari farvary fabruary febuary februari pharvari farwary फरवरी फर फरबरी",
        "march mar marc maarch march मार्च",
        "april apr aprail aprel apreel aprial aprl अप्रैल अप्रेल अपरैल",
        "may mai maye मई मइ",
        "june jun joon junee जून जुन",
        "july jul julai julaai julay julaee जुलाई जुलाइ",
        "august aug agast agust augst agasth अगस्त अगस्",
        "september sep sept sitambar sitamber september sitmbar septamber सितंबर सितम्बर सेप्टेंबर",
        "october oct aktubar aktoobar aktubar october oktober oktobar octuber अक्टूबर अक्तूबर अक्टुबर",
        "november nov navambar navamber november nowember novembar नवंबर नवम्बर",
        "december dec disambar disamber december desember disember decembar दिसंबर दिसम्बर"
    );

    private static readonly FrozenDictionary<string, int> Weekdays = Numbered(
        "monday mon somvar somwar somvaar somwaar somavar mandey सोमवार सोम",
        "tuesday tue tues mangalvar mangalwar mangalvaar mangalwaar mangal mangalbar मंगलवार मंगल",
        "wednesday wed budhvar budhwar budhvaar budhwaar budh wednsday budhbar बुधवार बुध",
        "thursday thu thur thurs guruvar guruwar guruvaar guruwaar brihaspativar brihaspatiwar veervar veerwar guru गुरुवार गुरूवार बृहस्पतिवार वीरवार गुरु",
        "friday fri shukravar shukrawar shukravaar shukrawaar sukravar sukrawar shukra sukrvar jumma juma शुक्रवार शुक्र जुम्मा",
        "saturday sat shanivar shaniwar shanivaar shaniwaar sanivar saniwar shani sanichar shanichar शनिवार शनि शनिचर",
        "sunday sun ravivar raviwar ravivaar raviwaar itvar itwar itvaar itwaar etwar raviwaar रविवार इतवार रवि"
    );

    /// <summary>"pehli tarikh": days of the month that have a word of their own.</summary>
    private static readonly FrozenDictionary<string, int> Ordinals = Numbered(
        "pehli pahli paheli pehla pahla first पहली पहला प्रथम",
        "doosri dusri doosra dusra second दूसरी दूसरा",
        "teesri tisri teesra tisra third तीसरी तीसरा",
        "chauthi chothi chautha fourth चौथी चौथा",
        "paanchvi panchvi paanchvin fifth पाँचवीं पांचवी पांचवीं"
    );

    internal static readonly FrozenSet<string> Last = Units.Set(
        "aakhri akhri aakhiri akhiri aakhari akhari antim last end ant aakhir akhir आखिरी आखरी अंतिम अंत आखिर एंड"
    );

    internal static readonly FrozenSet<string> Hence = Units.Set("after baad bad baaad later hence बाद");
    internal static readonly FrozenSet<string> Since = Units.Set("pehle pahle phle pehley ago before पहले पूर्व pahale");

    /// <summary>With a day named beside it, some other day: "kal ke baad", "before Monday".</summary>
    internal static readonly FrozenSet<string> Beyond = Units.Set("after baad bad baaad before pehle pahle phle pehley बाद पहले पूर्व");

    internal static readonly FrozenSet<string> Today = Units.Set("today aaj aj tody todays आज");
    internal static readonly FrozenSet<string> Tomorrow = Units.Set("tomorrow tommorow tomorow tomorrw tmrw tmr");
    internal static readonly FrozenSet<string> Yesterday = Units.Set("yesterday yesterdy yestrday");

    /// <summary>The day beside today, on either side.</summary>
    internal static readonly FrozenSet<string> Kal = Units.Set("kal kl कल");

    /// <summary>Two days from today, on either side.</summary>
    internal static readonly FrozenSet<string> Parso = Units.Set("parso parson parsoon parsu परसों परसो");

    internal static readonly FrozenSet<string> Coming = Units.Set(
        "next agle agla agli agley aane aanewale aanewala aagle coming upcoming this_coming wale अगले अगला अगली आने आगामी aagami"
    );
    internal static readonly FrozenSet<string> Gone = Units.Set(
        "last pichle pichla pichhle pichhla pichli pichhli pichley beeta beete bita bite guzra gujra guzre gaye gaya gayi previous past पिछले पिछला पिछली बीता बीते गुजरा गुजरे गए गत"
    );
    internal static readonly FrozenSet<string> This = Units.Set("this is iss isi current इस इसी yeh ye");
    internal static readonly FrozenSet<string> After = Units.Set("baad bad baaad after later in mein बाद hence me में");
    internal static readonly FrozenSet<string> Ago = Units.Set("pehle pahle phle pehley ago before back पहले पूर्व pahale");
    internal static readonly FrozenSet<string> Until = Units.Set("to se till until tak upto through - – से तक");

    internal static readonly FrozenSet<string> Around = Units.Set(
        "ko ka ke ki hi on from the of dated date din day wala wale vala vale tarikh tareekh tarik tareek taarikh sal saal year mahine mahina mahinay mah month in mein me se for "
            + "ही को का के की दिन तारीख तारिख साल वर्ष महीने महीना माह में वाला वाले hisaab statement report के_लिए लिए liye aaj आज at par पर"
    );

    internal static int? Month(string word) => Months.TryGetValue(word, out var month) || Folded(Months, word, out month) ? month : null;

    internal static int? Ordinal(string word) => Ordinals.TryGetValue(word, out var day) ? day : null;

    /// <summary>Monday is 1, Sunday 7.</summary>
    internal static int? Weekday(string word) => Weekdays.TryGetValue(word, out var day) || Folded(Weekdays, word, out day) ? day : null;

    private static bool Folded(FrozenDictionary<string, int> names, string word, out int number)
    {
        number = 0;
        return word.Length >= 4 && names.TryGetValue(Spelling.Fold(word), out number);
    }

    private static FrozenDictionary<string, int> Numbered(params ReadOnlySpan<string> lines)
    {
        var names = new Dictionary<string, int>();
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var word in Units.Set(lines[i]))
            {
                names[word] = i + 1;
                if (word.Length >= 4)
                {
                    names.TryAdd(Spelling.Fold(word), i + 1);
                }
            }
        }

        return names.ToFrozenDictionary();
    }
}
