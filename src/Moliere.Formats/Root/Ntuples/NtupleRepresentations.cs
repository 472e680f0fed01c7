namespace Moliere.Formats.Root.Ntuples;

/// <summary>Sees to it that all representations of a field stand for the same kind of values.</summary>
internal static class NtupleRepresentations
{
    /// <summary>Refuses a schema in which clusters could hold different kinds of values of one field.</summary>
    /// <param name="schema">The whole schema.</param>
    /// <param name="cursor">Where it was read, for errors.</param>
    public static void Require(NtupleSchema schema, NtupleCursor cursor)
    {
        foreach (NtupleField field in schema.Fields.Where(field => schema.ColumnsOf(field).Count > 1))
        {
            string[] kinds = [.. schema.ColumnsOf(field).GroupBy(column => column.Representation)
                .Select(one => string.Join(' ', one.Select(Kind))).Distinct()];
            if (kinds.Length > 1)
            {
                throw cursor.Wrong(
                    $"field '{field.Name}' as {kinds[0]} and as {kinds[1]}", "the same kind in all representations");
            }
        }
    }

    private static string Kind(NtupleColumn column) =>
        NtupleEncodings.IsIndex(column.Encoding) ? "index"
        : column.Encoding == NtupleEncoding.Switch ? "switch"
        : "number";
}
