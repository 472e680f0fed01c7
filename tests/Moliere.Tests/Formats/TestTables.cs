using Moliere.Data.Tables;
using Moliere.Formats.Tables;

namespace Moliere.Tests.Formats;

/// <summary>A table with every kind of column and every awkward value, and what it means to be the same.</summary>
internal static class TestTables
{
    public static Table AllKinds() => new(
    [
        new FloatColumn("pt", "GeV", "Transverse momentum, \"raw\".", [1, float.NaN, -0.1f]),
        new FloatColumn("odd", "", "", [float.PositiveInfinity, float.NegativeInfinity, float.MaxValue]),
        new FloatColumn("tiny", "", "", [float.Epsilon, -0.0f, 1e10f]),
        new LongColumn("event", "", "Number of the event.", [long.MinValue, 0, long.MaxValue]),
        new JaggedColumn<float>("energies", "GeV", "Signals.", [0, 2, 2, 3], [1.5f, 2, float.NaN]),
        new JaggedColumn<int>("cells", "", "Indices.", [0, 0, 3, 4], [7, -8, 9, int.MaxValue]),
    ]);

    public static void AssertSame(Table expected, Table actual, bool withDescriptions)
    {
        Assert.Equal(expected.RowCount, actual.RowCount);
        Assert.Equal(expected.Columns.Count, actual.Columns.Count);
        foreach ((Column a, Column b) in expected.Columns.Zip(actual.Columns))
        {
            ColumnSpec specA = ColumnSpec.Of(a), specB = ColumnSpec.Of(b);
            Assert.Equal(withDescriptions ? specA : specA with { Description = "" }, specB);
            Assert.Equal(Bits(a), Bits(b));
        }
    }

    private static long[] Bits(Column column) => column switch
    {
        FloatColumn floats => [.. floats.Values.Select(Bits)],
        LongColumn longs => longs.Values,
        JaggedColumn<float> lists => [.. lists.Offsets, .. lists.Values.Select(Bits)],
        JaggedColumn<int> lists => [.. lists.Offsets, .. lists.Values],
        _ => throw new ArgumentException(column.Name),
    };

    // All NaN are one value in text.
    private static long Bits(float value) => float.IsNaN(value) ? long.MaxValue : BitConverter.SingleToInt32Bits(value);
}
