namespace DiGiBachat.Core.Groups;

/// <summary>Active groups act; an archived one is only read.</summary>
public enum GroupStatus
{
    Active,
    Archived,
}

/// <summary>The last numbers given in a group; the next is one more. They are given under the group's lock.</summary>
public sealed record GroupCounters(int Members, int Loans, int Payments, long Entries, long Events);

/// <summary>
/// An invite: 8 characters of Crockford base32, valid until a day. Whoever knows it may ask to join; an admin decides.
/// </summary>
public sealed record Invite(string Code, DateOnly ValidUntil)
{
    /// <summary>How long a new invite is valid.</summary>
    public const int ValidDays = 90;
}
