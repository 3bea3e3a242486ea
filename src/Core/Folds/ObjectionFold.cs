namespace DiGiBachat.Core.Folds;

/// <summary>Objections while they lie on the table.</summary>
internal static class ObjectionFold
{
    public static GroupState? Apply(GroupState group, GroupEvent happened) =>
        happened switch
        {
            ObjectionRaised e => group.Change(m =>
                m with
                {
                    Objections = [.. m.Objections, e.Objection],
                    LastObjection = e.Objection.Number.Value,
                }
            ),
            ObjectionResolved e => group.Change(m =>
                m with
                {
                    Objections = m.Objections.Where(o => o.Number != e.Objection.Number).ToList(),
                }
            ),
            _ => null,
        };
}
