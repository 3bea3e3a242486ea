namespace DiGiBachat.Core.Groups;

/// <summary>A new UPI address that nobody else could look at: it holds after a day, so that whoever sees the message can object.</summary>
public sealed record HeldUpiAddress(string Address, DateTimeOffset From);

/// <summary>How many messages to all went out on a day.</summary>
public sealed record Announcements(DateOnly On, int Count);

/// <summary>Who closed the group, and when. Final: dissolved by vote.</summary>
public sealed record ArchivedGroup(MemberNumber? By, DateOnly On, bool Final);
