namespace Moliere.Data.Tables;

/// <summary>Joins rows of tables that have the same columns.</summary>
public static class ColumnJoin
{
    /// <summary>The rows of all tables behind each other, under the names and units of the first.</summary>
    /// <param name="tables">At least one; columns of the same names and kinds in the same order.</param>
    /// <exception cref="ArgumentException">A column differs in kind.</exception>
    public static Table Rows(IReadOnlyList<Table> tables) => tables.Count == 1
        ? tables[0]
        : new([.. tables[0].Columns.Select((_, i) => Join([.. tables.Select(table => table.Columns[i])]))]);

    private static Column Join(Column[] parts) => parts[0] switch
    {
        FloatColumn first when Array.TrueForAll(parts, part => part is FloatColumn) =>
            first with { Values = Concat(parts, part => ((FloatColumn)part).Values) },
        LongColumn first when Array.TrueForAll(parts, part => part is LongColumn) =>
            first with { Values = Concat(parts, part => ((LongColumn)part).Values) },
        JaggedColumn<float> when Array.TrueForAll(parts, part => part is JaggedColumn<float>) => Lists<float>(parts),
        JaggedColumn<int> when Array.TrueForAll(parts, part => part is JaggedColumn<int>) => Lists<int>(parts),
        _ => throw new ArgumentException($"The kinds of column '{parts[0].Name}' differ."),
    };

    private static JaggedColumn<T> Lists<T>(Column[] parts)
        where T : unmanaged
    {
        var offsets = new List<int>(parts.Sum(part => part.RowCount) + 1) { 0 };
        foreach (JaggedColumn<T> part in parts.Cast<JaggedColumn<T>>())
        {
            int shift = offsets[^1] - part.Offsets[0];
            offsets.AddRange(part.Offsets.Skip(1).Select(offset => checked(offset + shift)));
        }

        var first = (JaggedColumn<T>)parts[0];
        return first with
        {
            Offsets = [.. offsets],
            Values = Concat(parts, part => Used((JaggedColumn<T>)part)),
        };
    }

    private static T[] Used<T>(JaggedColumn<T> column)
        where T : unmanaged => column.Values[column.Offsets[0]..column.Offsets[^1]];

    private static T[] Concat<T>(Column[] parts, Func<Column, T[]> values)
    {
        T[][] arrays = Array.ConvertAll(parts, part => values(part));
        var all = new T[arrays.Sum(array => (long)array.Length)];
        int at = 0;
        foreach (T[] array in arrays)
        {
            array.CopyTo(all, at);
            at += array.Length;
        }

        return all;
    }
}
