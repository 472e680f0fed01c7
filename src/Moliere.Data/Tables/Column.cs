namespace Moliere.Data.Tables;

/// <summary>A named column of a <see cref="Table"/>; one of the sealed kinds in this folder.</summary>
/// <param name="Name">Name without spaces, unique in its table.</param>
/// <param name="Unit">House unit of the values; empty for pure numbers.</param>
/// <param name="Description">One sentence for readers.</param>
public abstract record Column(string Name, string Unit, string Description)
{
    /// <summary>Number of rows.</summary>
    public abstract int RowCount { get; }

    /// <summary>The given rows of this column, in the given order, as a new column.</summary>
    /// <param name="rows">Row indices in [0, <see cref="RowCount"/>).</param>
    public abstract Column Select(ReadOnlySpan<int> rows);

    /// <summary>Consecutive rows of this column as a new column; values are copied.</summary>
    /// <param name="first">First row.</param>
    /// <param name="count">Number of rows; the range must lie in [0, <see cref="RowCount"/>].</param>
    public abstract Column Slice(int first, int count);
}

/// <summary>A column of real numbers, held in single precision.</summary>
/// <param name="Name">Name without spaces, unique in its table.</param>
/// <param name="Unit">House unit of the values; empty for pure numbers.</param>
/// <param name="Description">One sentence for readers.</param>
/// <param name="Values">One value per row.</param>
public sealed record FloatColumn(string Name, string Unit, string Description, float[] Values)
    : Column(Name, Unit, Description)
{
    /// <inheritdoc/>
    public override int RowCount => Values.Length;

    /// <inheritdoc/>
    public override Column Select(ReadOnlySpan<int> rows) => this with { Values = Gather.Rows(Values, rows) };

    /// <inheritdoc/>
    public override Column Slice(int first, int count) => this with { Values = Values[first..(first + count)] };
}

/// <summary>A column of whole numbers: event numbers, counts, labels.</summary>
/// <param name="Name">Name without spaces, unique in its table.</param>
/// <param name="Unit">House unit of the values; empty for pure numbers.</param>
/// <param name="Description">One sentence for readers.</param>
/// <param name="Values">One value per row.</param>
public sealed record LongColumn(string Name, string Unit, string Description, long[] Values)
    : Column(Name, Unit, Description)
{
    /// <inheritdoc/>
    public override int RowCount => Values.Length;

    /// <inheritdoc/>
    public override Column Select(ReadOnlySpan<int> rows) => this with { Values = Gather.Rows(Values, rows) };

    /// <inheritdoc/>
    public override Column Slice(int first, int count) => this with { Values = Values[first..(first + count)] };
}

/// <summary>
/// A column with a list of any length in each row: values of all rows behind each other, and where each begins.
/// </summary>
/// <typeparam name="T">float or int.</typeparam>
/// <param name="Name">Name without spaces, unique in its table.</param>
/// <param name="Unit">House unit of the values; empty for pure numbers.</param>
/// <param name="Description">One sentence for readers.</param>
/// <param name="Offsets">
/// Row i holds the values [Offsets[i], Offsets[i + 1]); one longer than the number of rows.
/// </param>
/// <param name="Values">The values of all rows.</param>
public sealed record JaggedColumn<T>(string Name, string Unit, string Description, int[] Offsets, T[] Values)
    : Column(Name, Unit, Description)
    where T : unmanaged
{
    /// <inheritdoc/>
    public override int RowCount => Offsets.Length - 1;

    /// <summary>The values of one row.</summary>
    /// <param name="row">Row index in [0, <see cref="RowCount"/>).</param>
    public ReadOnlySpan<T> this[int row] => Values.AsSpan(Offsets[row], Offsets[row + 1] - Offsets[row]);

    /// <inheritdoc/>
    public override Column Select(ReadOnlySpan<int> rows)
    {
        var offsets = new int[rows.Length + 1];
        for (int i = 0; i < rows.Length; i++)
        {
            offsets[i + 1] = offsets[i] + this[rows[i]].Length;
        }

        var values = new T[offsets[^1]];
        for (int i = 0; i < rows.Length; i++)
        {
            this[rows[i]].CopyTo(values.AsSpan(offsets[i]));
        }

        return this with { Offsets = offsets, Values = values };
    }

    /// <inheritdoc/>
    public override Column Slice(int first, int count)
    {
        int start = Offsets[first];
        var offsets = new int[count + 1];
        for (int i = 0; i <= count; i++)
        {
            offsets[i] = Offsets[first + i] - start;
        }

        return this with { Offsets = offsets, Values = Values[start..Offsets[first + count]] };
    }
}

internal static class Gather
{
    public static T[] Rows<T>(T[] values, ReadOnlySpan<int> rows)
    {
        var picked = new T[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            picked[i] = values[rows[i]];
        }

        return picked;
    }
}
