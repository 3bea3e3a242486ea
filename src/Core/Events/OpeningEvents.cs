using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Opening;

namespace DiGiBachat.Core;

/// <summary>A loan that was running before the group came here, as it went into the book; for the member's message.</summary>
public sealed record OpenedLoan(LoanNumber Loan, MemberNumber Borrower, Money Outstanding);

/// <summary>The figures brought forward, as far as they are put together; null when they are forgotten. Nothing is booked.</summary>
public sealed record OpeningDrafted(OpeningDraft? Draft) : GroupEvent;

/// <summary>A loan that was running before: active from here on, with instalments for what is left of it. Its money is in <see cref="OpeningBooked"/>.</summary>
public sealed record LoanOpened(Loan Loan) : GroupEvent;

/// <summary>The figures brought forward were confirmed by a second person and are in the book: one entry, once.</summary>
public sealed record OpeningBooked(OpeningDraft Draft, IReadOnlyList<OpenedLoan> Loans, DateOnly On) : GroupEvent;
