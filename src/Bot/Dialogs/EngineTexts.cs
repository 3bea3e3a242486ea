namespace DiGiBachat.Bot.Dialogs;

/// <summary>Keys of the engine's own texts and phrases.</summary>
public static class EngineTexts
{
    public const string NotUnderstood = "engine.not-understood";
    public const string NotUnderstoodExample = "engine.not-understood-example";
    public const string NotUnderstoodAgain = "engine.not-understood-again";
    public const string AskTreasurer = "engine.ask-treasurer";
    public const string AskSomebody = "engine.ask-somebody";
    public const string QuestionGone = "engine.question-gone";
    public const string Continue = "engine.continue";
    public const string BackTo = "engine.back-to";
    public const string Cancelled = "engine.cancelled";
    public const string Ended = "engine.ended";
    public const string NothingOpen = "engine.nothing-open";
    public const string BackAtStart = "engine.back-at-start";
    public const string LateConfirmation = "engine.late-confirmation";
    public const string SetAsideClosed = "engine.set-aside-closed";
    public const string TooManySteps = "engine.too-many-steps";
    public const string ClosedByUpdate = "engine.closed-by-update";
    public const string DidYouMean = "engine.did-you-mean";
    public const string WhichMeant = "engine.which-meant";
    public const string Greeting = "engine.greeting";
    public const string Thanks = "engine.thanks";
    public const string SayItAgain = "engine.say-it-again";
    public const string Empty = "engine.empty";
    public const string Media = "engine.media-not-understood";
    public const string Voice = "engine.voice-not-understood";
    public const string WriteLikeThis = "engine.write-like-this";
    public const string WriteMenu = "engine.write-menu";
    public const string HeardWords = "engine.heard-words";
    public const string SpokenAnswer = "engine.spoken-answer";
    public const string Location = "engine.location-not-understood";
    public const string NotYours = "dialogs.not-yours";
    public const string NeedsGroup = "engine.needs-group";
    public const string NothingToChoose = "engine.nothing-to-choose";
    public const string Which = "engine.which";
    public const string Value = "engine.value";
    public const string MemberValue = "engine.member-value";
    public const string MemberValueDigits = "engine.member-value-digits";
    public const string Help = "engine.help";
    public const string LanguageChanged = "engine.language-changed";
    public const string Yes = "engine.choices.yes";
    public const string No = "engine.choices.no";

    public const string ExamplePrefix = "engine.examples.";
    public const string RolePrefix = "engine.roles.";

    public const string HelpCommand = "engine.commands.help";
    public const string MenuCommand = "engine.commands.menu";
    public const string BackCommand = "engine.commands.back";
    public const string CancelCommand = "engine.commands.cancel";
    public const string GreetingCommand = "engine.commands.greeting";
    public const string ThanksCommand = "engine.commands.thanks";
    public const string LanguageCommandPrefix = "engine.commands.language-";

    /// <summary>Words that may be left out or added anywhere: please, ji.</summary>
    public const string PoliteWords = "engine.commands.polite";

    /// <summary>Every text the engine can say by itself, for the checks.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        NotUnderstood,
        NotUnderstoodExample,
        NotUnderstoodAgain,
        AskTreasurer,
        AskSomebody,
        QuestionGone,
        Continue,
        BackTo,
        Cancelled,
        Ended,
        NothingOpen,
        BackAtStart,
        LateConfirmation,
        SetAsideClosed,
        TooManySteps,
        ClosedByUpdate,
        DidYouMean,
        WhichMeant,
        Greeting,
        Thanks,
        SayItAgain,
        Empty,
        Media,
        Voice,
        WriteLikeThis,
        WriteMenu,
        HeardWords,
        SpokenAnswer,
        Location,
        NotYours,
        NeedsGroup,
        NothingToChoose,
        Which,
        Value,
        MemberValue,
        MemberValueDigits,
        Help,
        LanguageChanged,
        Yes,
        No,
        RolePrefix + "stranger",
        RolePrefix + "pending",
        RolePrefix + "member",
        RolePrefix + "treasurer",
        RolePrefix + "admin",
        .. HelpTexts.All,
    ];

    /// <summary>The engine's commands that every language must have phrases for.</summary>
    public static readonly IReadOnlyList<string> Commands = [HelpCommand, MenuCommand, BackCommand, CancelCommand];

    /// <summary>What people say to be polite, and are answered.</summary>
    public static readonly IReadOnlyList<string> Courtesies = [GreetingCommand, ThanksCommand];
}
