namespace DiGiBachat.Bot.Dialogs.Understanding;

/// <summary>Words that mean one thing in any language: loan, karz, उधार. A word may stand in several families.</summary>
public sealed record WordFamily(
    string Name,
    Place Place,
    IReadOnlyList<(string Word, Place Place)> Words
);

/// <summary>A sentence as its file says it, and the dialog or engine command that it starts.</summary>
public sealed record WrittenSentence(string Target, string Written, Place Place);

/// <summary>The word families and sentences of the two files in <c>locales/</c>, and what was wrong in them.</summary>
public sealed record SentenceBook(
    IReadOnlyList<WordFamily> Families,
    IReadOnlyList<WrittenSentence> Sentences,
    IReadOnlyList<DialogFault> Faults
)
{
    public static readonly SentenceBook Empty = new([], [], []);

    public IEnumerable<string> WordsOf(string family) =>
        Families.Where(f => f.Name == family).SelectMany(f => f.Words).Select(w => w.Word);
}

/// <summary>Families that the reading itself knows by name; every other family is only a name.</summary>
public static class FamilyNames
{
    /// <summary>Changes nothing: pronouns, postpositions, politeness.</summary>
    public const string Small = "small";

    /// <summary>Small, and says that the speaker means herself.</summary>
    public const string Self = "self";

    /// <summary>Small, and follows a name or a thing: ka, ne, ko.</summary>
    public const string Postposition = "postposition";

    /// <summary>May open or close any sentence.</summary>
    public const string Greeting = "greeting";

    /// <summary>May open any sentence while no question is open.</summary>
    public const string YesWord = "yes-word";

    /// <summary>A sentence with one means what it says only where the sentence names this family.</summary>
    public const string Not = "not";

    /// <summary>Asks whether: "ya nahi".</summary>
    public const string OrNot = "or-not";

    /// <summary>A command in the negative begins with one: mat, don't.</summary>
    public const string Forbidding = "forbidding";

    /// <summary>Says nothing but that something is done: karo, do it.</summary>
    public const string Doing = "doing";

    /// <summary>Things of other banks and of other talk.</summary>
    public const string Foreign = "foreign";

    /// <summary>What stands before it is what a loan is for: "beej ke liye".</summary>
    public const string PurposeAfter = "purpose-after";

    /// <summary>What stands behind it is what a loan is for: "for seeds".</summary>
    public const string PurposeBefore = "purpose-before";

    /// <summary>The number beside it is no amount that is asked for: "income 50000".</summary>
    public const string Income = "income";

    public const string Period = "period";
    public const string Loan = "loan";
    public const string Payment = "payment";
    public const string Member = "member";

    /// <summary>Words on which speakers differ: a sentence that needs one counts for nothing while a question is open.</summary>
    public const string VaguePrefix = "vague-";

    public static readonly IReadOnlyList<string> All =
    [
        Small,
        Self,
        Postposition,
        Greeting,
        YesWord,
        Not,
        Forbidding,
        Foreign,
        PurposeAfter,
        PurposeBefore,
        Income,
        Doing,
        Period,
        Loan,
        Payment,
        Member,
    ];
}
