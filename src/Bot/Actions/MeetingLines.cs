using System.Globalization;
using System.Text.Json;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Meetings;

namespace DiGiBachat.Bot.Actions;

/// <summary>A meeting's figures in lines: who brought what, and the sheet.</summary>
internal static class MeetingLines
{
    public static IReadOnlyList<Text> Of(GroupState group, IEnumerable<MeetingLine> lines) =>
        lines
            .OrderBy(l => l.Member)
            .Select(l =>
            {
                var parts = Parts(l).ToList();
                return Text.Of(
                    parts.Count switch
                    {
                        1 => "meeting-lines.one",
                        2 => "meeting-lines.two",
                        _ => "meeting-lines.three",
                    },
                    ("number", l.Member.Value),
                    ("name", group.Member(l.Member).Name),
                    ("first", parts[0]),
                    ("second", parts.ElementAtOrDefault(1)),
                    ("third", parts.ElementAtOrDefault(2)),
                    ("total", l.Total)
                );
            })
            .ToList();

    private static IEnumerable<Text> Parts(MeetingLine line)
    {
        if (line.Saving.IsPositive)
            yield return Text.Of("meeting-lines.saving", ("amount", line.Saving));
        if (line.Repayment.IsPositive)
            yield return Text.Of("meeting-lines.repayment", ("amount", line.Repayment), ("loan", line.Loan?.Value));
        if (line.Fine.IsPositive)
            yield return Text.Of("meeting-lines.fine", ("amount", line.Fine));
    }

    public static string Names(IEnumerable<Member> members) =>
        string.Join(", ", members.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Number} {m.Name}")));

    /// <summary>Opening, what came in and went out by purpose, closing; for the box and the bank together.</summary>
    public static IReadOnlyList<Text> Of(MeetingSheet sheet)
    {
        var lines = new List<Text> { Text.Of("sheet-lines.opening", ("cash", sheet.Cash), ("bank", sheet.Bank)) };
        foreach (var line in sheet.Lines.OrderBy(l => l.Undone).ThenBy(l => l.Of))
        {
            var what = line.Undone ? Text.Of("sheet-lines.undone", ("what", Purpose(line.Of))) : Purpose(line.Of);
            if (line.In.IsPositive)
                lines.Add(Text.Of("sheet-lines.in", ("what", what), ("amount", line.In)));
            if (line.Out.IsPositive)
                lines.Add(Text.Of("sheet-lines.out", ("what", what), ("amount", line.Out)));
        }
        lines.Add(Text.Of("sheet-lines.closing", ("cash", sheet.ClosingCash), ("bank", sheet.ClosingBank)));
        return lines;
    }

    public static Text Attendance(GroupState group, IReadOnlyList<MemberNumber>? absent)
    {
        if (absent is null)
            return new Text("sheet-lines.attendance-not-taken");
        var there = group.ActiveMembers.Count(m => !absent.Contains(m.Number));
        return absent.Count == 0
            ? Text.Of("sheet-lines.all-present", ("present", there))
            : Text.Of("sheet-lines.attendance", ("present", there), ("absent", Names(absent.Select(group.Member))));
    }

    /// <summary>How the box stood against the book.</summary>
    public static Text Counted(Money difference, string? reason) =>
        difference.IsZero
            ? new Text("sheet-lines.counted-right")
            : Text.Of(
                difference.IsNegative ? "sheet-lines.counted-short" : "sheet-lines.counted-over",
                ("difference", difference.IsNegative ? -difference : difference),
                ("reason", reason)
            );

    private static Text Purpose(AccountKind of) => new("sheet-purposes." + JsonNamingPolicy.KebabCaseLower.ConvertName(of.ToString()));
}
