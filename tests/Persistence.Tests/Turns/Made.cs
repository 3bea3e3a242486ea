using System.Reflection;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>A value of any type of Core, every property filled with something of its own.</summary>
internal static class Made
{
    private static int count;

    public static object Of(Type type)
    {
        var number = Interlocked.Increment(ref count) % 1_000 + 1;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return $"खेत {number} \"quoted\"";
        if (type == typeof(int))
            return number;
        if (type == typeof(long))
            return (long)number * 1_000_000_007;
        if (type == typeof(bool))
            return true;
        if (type == typeof(Guid))
            return Guid.CreateVersion7(Village.Start.AddMinutes(number));
        if (type == typeof(DateOnly))
            return new DateOnly(2026, 1, 1).AddDays(number);
        if (type == typeof(DateTimeOffset))
            return Village.Start.AddMinutes(number);
        if (type == typeof(Core.Decisions.Act))
            return new Core.Decisions.AskAll($"question {number}");
        if (type == typeof(GroupRules))
            return Village.Monthly with { MaximumLoan = new(number) };
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(number % Enum.GetValues(type).Length)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return Listed(type.GetGenericArguments()[0]);
        var make = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(c => c.GetParameters().Length)!;
        return make.Invoke([.. make.GetParameters().Select(p => Of(p.ParameterType))]);
    }

    private static Array Listed(Type type)
    {
        var list = Array.CreateInstance(type, 2);
        list.SetValue(Of(type), 0);
        list.SetValue(Of(type), 1);
        return list;
    }
}
