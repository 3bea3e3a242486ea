using System.Data.Common;
using System.Text;
using System.Text.RegularExpressions;

namespace DiGiBachat.Bot.Operations;

/// <summary>
/// What may stand in a log line. Our own lines carry ids, states and figures only; this is for the lines of libraries and for
/// exceptions, whose messages may quote what somebody wrote.
/// </summary>
public static partial class LogRedaction
{
    /// <summary>The types, the database's code and the places of a failure: everything but its messages.</summary>
    public static string Describe(Exception failure)
    {
        var text = new StringBuilder();
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            text.Append(text.Length == 0 ? "" : " <- ").Append(cause.GetType().Name);
            if (cause is DbException { SqlState: { } state })
                text.Append(" (").Append(state).Append(')');
        }
        return text.Append('\n').Append(failure.StackTrace).ToString();
    }

    /// <summary>Takes out of a line of any origin what names a person or opens a door.</summary>
    public static string Mask(string line)
    {
        line = PageToken().Replace(line, "$1***");
        line = Credential().Replace(line, "$1***");
        line = AddressWithAt().Replace(line, "***@***");
        return PhoneOrId().Replace(line, match => match.Groups["id"].Success ? match.Value : "+***");
    }

    [GeneratedRegex(@"(/[psd]/)[A-Za-z0-9_\-]+")]
    private static partial Regex PageToken();

    [GeneratedRegex(@"\b((?:Basic|Bearer)\s+|(?:Password|Pwd|AuthToken|Secret)\s*[=:]\s*)[^\s;,""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Credential();

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+")]
    private static partial Regex AddressWithAt();

    /// <summary>An id may look like a phone number in part; it is met first and stays.</summary>
    [GeneratedRegex(
        @"(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(?:(?<![A-Za-z0-9])\+?|%2B)[0-9](?:[ \-]?[0-9]){9,14}(?![A-Za-z0-9])"
    )]
    private static partial Regex PhoneOrId();
}
