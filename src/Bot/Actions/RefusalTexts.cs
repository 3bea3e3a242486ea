using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;

namespace DiGiBachat.Bot.Actions;

/// <summary>
/// A refusal's text: <c>refusals.</c> and its name in kebab case; its properties are the arguments. So a new refusal needs a text
/// and nothing here.
/// </summary>
internal static class RefusalTexts
{
    private static readonly ConcurrentDictionary<Type, (string Key, (string Name, PropertyInfo Property)[] Arguments)> Known = new();

    public static Text Of(Refusal refusal)
    {
        var (key, arguments) = Known.GetOrAdd(refusal.GetType(), Describe);
        return new(key, arguments.ToDictionary(a => a.Name, a => Argument(a.Property.GetValue(refusal))));
    }

    public static string KeyOf(Type refusal) => "refusals." + Kebab(refusal.Name);

    private static (string, (string, PropertyInfo)[]) Describe(Type type) =>
        (KeyOf(type), type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => (Kebab(p.Name), p)).ToArray());

    private static object? Argument(object? value) =>
        value switch
        {
            LoanNumber loan => loan.Value,
            Core.PaymentNumber payment => payment.Value,
            Core.Decisions.BallotNumber ballot => ballot.Value,
            Core.Payments.ObjectionNumber objection => objection.Value,
            MemberNumber member => member.Value,
            Role role => new Text("roles." + Kebab(role.ToString())),
            LoanStatus status => new Text("loan-status." + Kebab(status.ToString())),
            _ => value,
        };

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
