namespace DiGiBachat.Bot.Dialogs;

internal sealed class Turn { }
