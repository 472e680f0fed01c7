namespace Moliere.Formats.Root.Ntuples;

/// <summary>Why a field cannot be read.</summary>
internal static class NtupleObstacles
{
    /// <summary>A sentence part such as <c>the old streamer holds its values</c>; null where it can be read.</summary>
    public static string? Of(NtupleSchema schema, NtupleField field) =>
        OfItself(schema, field) ?? schema.ChildrenOf(field)
            .Select(child => Of(schema, child) is { } why ? $"'{child.Name}' inside: {why}" : null)
            .FirstOrDefault(why => why is not null);

    /// <summary>Type in C++ words, also of untyped fields.</summary>
    public static string TypeOf(NtupleField field) => field.Type.Length == 0 ? "(untyped)" : field.Type;

    private static string? OfItself(NtupleSchema schema, NtupleField field)
    {
        int children = schema.ChildrenOf(field).Count;
        NtupleColumn? column = schema.ColumnsOf(field).Count > 0 ? schema.ColumnsOf(field)[0] : null;
        if (column is not null && !NtupleEncodings.IsKnown(column.Encoding))
        {
            return $"a column of the unknown type {(int)column.Encoding}";
        }

        return field.Role switch
        {
            NtupleRole.Streamer => $"objects of {TypeOf(field)} in the old streamer form",
            > NtupleRole.Streamer => $"the unknown structure {(int)field.Role}",
            NtupleRole.Collection when children != 1 || column is null => $"a collection of {children} subfields",
            NtupleRole.Variant when column is null => "a variant without a column",
            NtupleRole.Leaf when column is null && children != 1 => "no column",
            _ => null,
        };
    }
}
