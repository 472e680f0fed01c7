namespace Moliere.Formats.Root.Ntuples;

/// <summary>Why a field cannot be read.</summary>
internal static class NtupleObstacles
{
    /// <summary>A sentence part such as <c>a variant without a column</c>; null where it can be read.</summary>
    public static string? Of(NtupleMetadata ntuple, NtupleField field) =>
        OfItself(ntuple, field) ?? ntuple.Schema.ChildrenOf(field)
            .Select(child => Of(ntuple, child) is { } why ? $"'{child.Name}' inside: {why}" : null)
            .FirstOrDefault(why => why is not null);

    /// <summary>Type in C++ words, also of untyped fields.</summary>
    public static string TypeOf(NtupleField field) => field.Type.Length == 0 ? "(untyped)" : field.Type;

    private static string? OfItself(NtupleMetadata ntuple, NtupleField field)
    {
        int children = ntuple.Schema.ChildrenOf(field).Count;
        IReadOnlyList<NtupleColumn> columns = ntuple.Schema.ColumnsOf(field);
        NtupleColumn? column = columns.Count > 0 ? columns[0] : null;
        if (column is not null && !NtupleEncodings.IsKnown(column.Encoding))
        {
            return $"a column of the unknown type {(int)column.Encoding}";
        }

        return field.Role switch
        {
            NtupleRole.Streamer when columns.Count < 2 => "streamed objects without their bytes",
            NtupleRole.Streamer => NtupleStreamed.Obstacle(ntuple.File, field),
            > NtupleRole.Streamer => $"the unknown structure {(int)field.Role}",
            NtupleRole.Collection when children != 1 || column is null => $"a collection of {children} subfields",
            NtupleRole.Variant when column is null => "a variant without a column",
            NtupleRole.Leaf when column is null && children != 1 => "no column",
            _ => null,
        };
    }
}
