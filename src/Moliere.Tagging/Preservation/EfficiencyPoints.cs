using Moliere.Data.Tables;

namespace Moliere.Tagging.Preservation;

/// <summary>The values of a table on the axes of a map.</summary>
internal sealed class EfficiencyPoints
{
    private readonly Func<int, double>[] _valueOf;

    private EfficiencyPoints(Func<int, double>[] valueOf) => _valueOf = valueOf;

    /// <summary>Finds the columns.</summary>
    /// <exception cref="MissingColumnException">An axis is not among the columns.</exception>
    public static EfficiencyPoints Of(Table objects, IReadOnlyList<EfficiencyAxis> axes) =>
        new([.. axes.Select(axis => ValueOf(objects, axis.Name))]);

    /// <summary>The values of a row, in the order of the axes.</summary>
    public void Copy(int row, Span<double> point)
    {
        for (int a = 0; a < _valueOf.Length; a++)
        {
            point[a] = _valueOf[a](row);
        }
    }

    private static Func<int, double> ValueOf(Table objects, string name)
    {
        if (objects[name] is LongColumn whole)
        {
            return row => whole.Values[row];
        }

        float[] real = objects.Floats(name);
        return row => real[row];
    }
}
