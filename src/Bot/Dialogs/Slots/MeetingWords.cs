using System.Collections.Frozen;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>The words of a meeting's message, each in one meaning only.</summary>
internal static class MeetingWords
{
    internal static readonly FrozenSet<string> All = Set(
        "all everyone everybody sab sabhi sabne sabhine sabka sabki sabse saare sare sari saari pure poore सब सभी सबने सबका सबकी सबसे सारे सारी पूरे"
    );

    internal static readonly FrozenSet<string> Except = Set(
        "except but without leaving chhodkar chodkar chhodke chodke chhod chhor chhorkar alawa alava siwa siva siway bina छोड़कर छोडकर छोड़के छोड़ छोड अलावा सिवा सिवाय बिना"
    );

    internal static readonly FrozenSet<string> Repayment = Set(
        "repay repaid repays repayment loan karz karj karja karza karje kist kisht kishte kishten kistein emi instalment installment udhaar udhar lautaya lautaye lautayi lautai lautae wapas vapas wapis chukaya chukaye chukai "
            + "कर्ज़ कर्ज कर्जा क़र्ज़ किस्त क़िस्त किश्त किस्तें लोन उधार लौटाया लौटाए लौटाये लौटाई वापस चुकाया चुकाए चुकाये चुकाई"
    );

    internal static readonly FrozenSet<string> Fine = Set("fine fines dand jurmana jurmaana penalty दंड दण्ड जुर्माना जुरमाना फाइन");

    internal static readonly FrozenSet<string> Saving = Set("saving savings save saved bachat jama contribution deposit deposited बचत जमा");

    internal static readonly FrozenSet<string> And = Set("and aur or और व tatha");

    /// <summary>Change nothing here.</summary>
    internal static readonly FrozenSet<string> Around = Set(
        "ne ka ki ke ko se has have gave give gives paid pay pays brought each per har member members number diya diye diyaa di diyi de dene kiya kiye aaya aaye aayi aai aaya mila mile rs rupees rupaye the from by also bhi only sirf ek-ek wale "
            + "ने का की के को से दिया दिए दिये दी किया किए किये मिला मिले रुपये रुपए रु भी सिर्फ हर नंबर सदस्य"
    );

    /// <summary>Brought nothing, or was not there.</summary>
    internal static readonly FrozenSet<string> Nothing = Set("none nothing nil absent zero kuch missing अनुपस्थित शून्य कुछ");

    internal static bool IsNo(string word) =>
        Nothing.Contains(word) || YesNoWords.No.Contains(YesNoWords.Key(word)) || word is "not" or "didnt" or "dint";

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Normaliser.Normalise).ToFrozenSet();
}
