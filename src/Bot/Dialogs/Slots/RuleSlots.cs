using System.Collections.Frozen;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>A rule by the name that people give it, and a new value of one before it is known of which.</summary>
internal static class RuleSlots
{
    /// <summary>Said for a rule that shall not hold, or cost nothing.</summary>
    internal static readonly FrozenSet<string> Off = Units.Set("off none nothing no_limit band koi_nahi kuch_nahi nahi बंद कोई_नहीं कुछ_नहीं नहीं");

    internal static readonly FrozenSet<string> On = Units.Set("on chalu shuru चालू शुरू");

    private static readonly FrozenSet<string> Around = Units.Set("the our rule for of ka ki ke ko niyam hamara group samooh का की के को नियम हमारा समूह");

    private static readonly FrozenDictionary<string, string> Names = Named(
        ("contribution", "saving savings contribution bachat jama saving_amount monthly_saving bachat_rakam बचत जमा बचत_रकम"),
        ("calendar", "saving_day saving_days due_day due_date calendar bachat_din bachat_tarikh jama_tarikh बचत_दिन बचत_तारीख जमा_तारीख"),
        ("late-contribution-fine", "fine late_fine late_saving_fine dand jurmana der_dand bachat_dand दंड जुर्माना देर_दंड बचत_दंड"),
        ("days-of-grace", "grace grace_days days_grace chhoot chhoot_din छूट छूट_दिन"),
        ("absence-fine", "absence absence_fine absent_fine gairhaziri gairhaziri_dand baithak_dand गैरहाजिरी गैरहाजिरी_दंड बैठक_दंड"),
        ("withdrawals", "withdrawal withdrawals taking_out_savings nikasi bachat_nikasi निकासी बचत_निकासी"),
        ("autopay", "autopay auto_pay ऑटोपे"),
        ("loan-rate", "interest rate interest_rate loan_rate loan_interest byaaj byaj vyaj sood byaaj_dar karz_byaaj ब्याज सूद ब्याज_दर कर्ज_ब्याज"),
        ("interest-method", "method interest_method byaaj_tarika byaj_tarika ब्याज_तरीका"),
        ("interest-in-whole-rupees", "whole_rupees whole_rupee_interest poora_rupaya poore_rupaye byaaj_poora_rupaya पूरा_रुपया पूरे_रुपये ब्याज_पूरा_रुपया"),
        ("instalment-rounding", "rounding instalment_rounding kist_gol kist_rounding किस्त_गोल"),
        ("prepayment", "prepayment early_payment paying_more zyada_dena zyada_lautana ज्यादा_देना ज्यादा_लौटाना"),
        ("late-instalment-charge", "charge late_charge instalment_charge instalment_fine kist_dand der_kist किस्त_दंड देर_किस्त"),
        ("maximum-months", "months tenure longest_loan_time mahine karz_mahine महीने कर्ज_महीने"),
        ("minimum-loan", "minimum_loan smallest_loan min_loan sabse_chhota_karz chhota_karz सबसे_छोटा_कर्ज छोटा_कर्ज"),
        ("maximum-loan-times-savings", "multiple times_savings times guna bachat_guna गुना बचत_गुना"),
        ("maximum-loan", "maximum_loan largest_loan max_loan sabse_bada_karz bada_karz सबसे_बड़ा_कर्ज बड़ा_कर्ज"),
        ("maximum-active-loans", "number_loans loans_at_time loans_at_a_time ek_saath_karz एक_साथ_कर्ज"),
        ("treasurer-limit", "treasurer_limit treasurers_limit limit koshadhyaksh_seema seema कोषाध्यक्ष_सीमा सीमा"),
        ("reserve", "reserve kept_back reserve_money jama_surakshit surakshit bachakar रिजर्व सुरक्षित"),
        ("guarantors", "guarantors guarantor guarantee zamanat zamanatdar jamanat जमानत जमानतदार"),
        ("vote-on-loans-above", "vote_on_loans loan_vote loans_vote karz_vote karz_par_vote कर्ज_मत कर्ज_पर_मत"),
        ("vote-on-rules", "vote_on_rules rules_vote niyam_vote niyam_par_vote नियम_मत नियम_पर_मत"),
        ("vote-on-share-out", "vote_on_share_out share_out_vote bantwara_vote bantware_par_vote बंटवारा_मत बँटवारे_पर_मत बँटवारा_मत"),
        ("quorum", "quorum koram vote_quorum कोरम"),
        ("vote-days", "vote_days voting_days vote_din vote_ke_din मत_दिन मत_के_दिन"),
        ("maximum-members", "members maximum_members member_limit most_members sadasya sadasya_seema सदस्य सदस्य_सीमा"),
        ("leaver-gets", "leaver leaving leaver_gets chhodne_par jaane_par छोड़ने_पर जाने_पर"),
        ("share-out", "share_out share_out_policy profit_share bantwara बंटवारा बँटवारा"),
        ("share-out-in-rupees", "share_out_rounding share_out_rupees bantwara_rupaya बँटवारा_रुपया"),
        ("remind-days-before", "reminder reminders reminder_days yaad yaad_din याद याद_दिन"),
        ("remind-on-the-day", "reminder_on_day reminder_on_the_day usi_din_yaad उसी_दिन_याद"),
        ("quiet-from", "quiet quiet_hours quiet_from shaant_samay raat_shaant शांत_समय रात_शांत"),
        ("quiet-until", "quiet_until morning subah subah_tak सुबह सुबह_तक"),
        ("default-language", "group_language new_members_language samooh_bhasha समूह_भाषा")
    );

    /// <summary>The rules that have a name here.</summary>
    internal static IEnumerable<string> Known => Names.Values.Distinct();

    internal static SlotOutcome Name(string text, SlotSurroundings surroundings)
    {
        if (Names.Values.Contains(text))
            return new SlotOutcome.Understood(text);
        var words = Normaliser.Normalise(text).Split(' ').Where(word => !Normaliser.IsPolite(word)).ToList();
        var bare = string.Join(' ', words.Where(word => !Around.Contains(word)));
        return Names.TryGetValue(string.Join(' ', words), out var rule) || Names.TryGetValue(bare, out rule)
            ? new SlotOutcome.Understood(rule)
            : new SlotOutcome.NotUnderstood();
    }

    /// <summary>Whatever some rule could be: an amount, a rate, a count, on or off, a language. What it means is known with the rule.</summary>
    internal static SlotOutcome Value(string text, SlotSurroundings surroundings)
    {
        var words = Normaliser.Normalise(text);
        var isOne = Off.Contains(words) || On.Contains(words) || Readings.Any(read => read(text, surroundings) is not SlotOutcome.NotUnderstood);
        return isOne ? new SlotOutcome.Understood(text.Trim()) : new SlotOutcome.NotUnderstood();
    }

    private static readonly Func<string, SlotSurroundings, SlotOutcome>[] Readings =
    [
        MoneySlot.Read,
        CountSlots.Number,
        CountSlots.Percent,
        CountSlots.Months,
        YesNoSlot.Read,
        WordSlots.Language,
    ];

    private static FrozenDictionary<string, string> Named(params ReadOnlySpan<(string Rule, string Names)> rules)
    {
        var named = new Dictionary<string, string>();
        foreach (var (rule, names) in rules)
        foreach (var name in names.Split(' '))
            named[Normaliser.Normalise(name.Replace('_', ' '))] = rule;
        return named.ToFrozenDictionary();
    }
}
