using System.Globalization;
using Moliere.Data.Tables;

namespace Moliere.Tagging.Preservation;

/// <summary>
/// Measures an efficiency map. Cells are thin in many dimensions, so that bins are boxes of cells: the whole grid is
/// divided at the edge of a cell where the efficiency differs most, as long as both parts keep enough entries and the
/// difference is significant. A cell without entries has the efficiency of its box.
/// </summary>
/// <source>
/// Divisions by the binomial likelihood: Ciampi, Hogg, McKinney, Thiffault, Comput. Methods Programs Biomed. 26 (1988)
/// 239; intervals: <see cref="BinomialInterval"/>.
/// </source>
public sealed class EfficiencyMapDerivation
{
    private readonly IReadOnlyList<EfficiencyAxis> _axes;
    private readonly EfficiencyMapOptions _options;
    private readonly int[][] _cells;
    private readonly double[] _weights;
    private readonly bool[] _passed;
    private readonly List<EfficiencyBin> _bins = [];

    private EfficiencyMapDerivation(
        IReadOnlyList<EfficiencyAxis> axes, EfficiencyMapOptions options, int[][] cells, double[] weights,
        bool[] passed)
    {
        (_axes, _options, _cells, _weights, _passed) = (axes, options, cells, weights, passed);
        EfficiencyBox whole = new(new int[axes.Count], [.. axes.Select(axis => axis.Count - 1)]);
        var open = new Stack<(EfficiencyBox Box, int[] Rows)>(
            [(whole, Enumerable.Range(0, passed.Length).Where(row => cells[0][row] >= 0).ToArray())]);
        while (open.TryPop(out (EfficiencyBox Box, int[] Rows) next))
        {
            Divide(next.Box, next.Rows, open);
        }
    }

    /// <summary>Measures a map. Rows outside an axis are left out and counted in the provenance.</summary>
    /// <param name="objects">Has the axes as columns, of real or whole numbers.</param>
    /// <param name="passed">Of each row whether it passed the selection.</param>
    /// <param name="weights">Of each row its weight, finite; null for equal ones.</param>
    /// <param name="axes">One to six true quantities.</param>
    /// <param name="options">How cells are joined.</param>
    /// <param name="selection">What has to be passed, in a sentence.</param>
    /// <param name="provenance">What else is known of the sample; null for nothing.</param>
    /// <exception cref="ArgumentException">Axes are wrong, lengths differ, or no row is inside all axes.</exception>
    public static EfficiencyMap Derive(
        Table objects, bool[] passed, double[]? weights, IReadOnlyList<EfficiencyAxis> axes,
        EfficiencyMapOptions options, string selection, IReadOnlyDictionary<string, string>? provenance = null)
    {
        EfficiencyMap.RequireAxes(axes);
        RequireLengths(objects.RowCount, passed.Length, weights?.Length ?? passed.Length);
        int[][] cells = CellsOf(objects, axes, out int inside);
        if (inside == 0)
        {
            throw new ArgumentException(
                $"None of {objects.RowCount} rows is inside all axes of the map "
                + $"({string.Join(", ", axes.Select(axis => axis.Name))}); check their ranges and units.",
                nameof(objects));
        }

        double[] own = weights ?? [.. Enumerable.Repeat(1.0, passed.Length)];
        var derivation = new EfficiencyMapDerivation(axes, options, cells, own, passed);
        return new(axes, derivation._bins)
        {
            Selection = selection,
            Confidence = options.Confidence,
            Provenance = new Dictionary<string, string>(provenance ?? new Dictionary<string, string>())
            {
                ["entries"] = inside.ToString(CultureInfo.InvariantCulture),
                ["entries_outside"] = (objects.RowCount - inside).ToString(CultureInfo.InvariantCulture),
            },
        };
    }

    // By axis and row; -1 on all axes for a row that is outside of any.
    private static int[][] CellsOf(Table objects, IReadOnlyList<EfficiencyAxis> axes, out int inside)
    {
        EfficiencyPoints points = EfficiencyPoints.Of(objects, axes);
        int[][] cells = [.. axes.Select(_ => new int[objects.RowCount])];
        Span<double> point = stackalloc double[axes.Count];
        inside = 0;
        for (int row = 0; row < objects.RowCount; row++)
        {
            points.Copy(row, point);
            bool isInside = true;
            for (int a = 0; a < axes.Count; a++)
            {
                cells[a][row] = axes[a].IndexOf(point[a]);
                isInside &= cells[a][row] >= 0;
            }

            inside += isInside ? 1 : 0;
            cells[0][row] = isInside ? cells[0][row] : -1;
        }

        return cells;
    }

    private void Divide(EfficiencyBox box, int[] rows, Stack<(EfficiencyBox Box, int[] Rows)> open)
    {
        PassedSums sums = SumsOf(rows);
        (int axis, int cell) = BestDivision(box, rows, sums);
        if (axis < 0)
        {
            _bins.Add(box.With(sums, rows.Length, _options.Confidence));
            return;
        }

        int[] cells = _cells[axis];
        open.Push((box.Above(axis, cell), Array.FindAll(rows, row => cells[row] > cell)));
        open.Push((box.UpTo(axis, cell), Array.FindAll(rows, row => cells[row] <= cell)));
    }

    // The first of equal divisions, so that the map does not depend on the order of rows.
    private (int Axis, int Cell) BestDivision(EfficiencyBox box, int[] rows, in PassedSums whole)
    {
        (int Axis, int Cell) best = (-1, -1);
        double most = _options.MinimumGain;
        for (int a = 0; a < _axes.Count; a++)
        {
            PassedSums[] slices = SlicesOf(a, rows);
            PassedSums below = default;
            for (int cell = box.First[a]; cell < box.Last[a]; cell++)
            {
                below += slices[cell];
                PassedSums above = whole - below;
                double gain = Math.Min(below.Effective, above.Effective) >= _options.MinimumEntries
                    ? whole.GainOf(below, above) : 0;
                if (gain > most)
                {
                    (most, best) = (gain, (a, cell));
                }
            }
        }

        return best;
    }

    private PassedSums[] SlicesOf(int axis, int[] rows)
    {
        var slices = new PassedSums[_axes[axis].Count];
        foreach (int row in rows)
        {
            slices[_cells[axis][row]] += PassedSums.Of(_weights[row], _passed[row]);
        }

        return slices;
    }

    private PassedSums SumsOf(int[] rows)
    {
        PassedSums sum = default;
        foreach (int row in rows)
        {
            sum += PassedSums.Of(_weights[row], _passed[row]);
        }

        return sum;
    }

    private static void RequireLengths(int rows, int passed, int weights)
    {
        if (passed != rows || weights != rows)
        {
            throw new ArgumentException($"Found {passed} decisions and {weights} weights for {rows} rows.");
        }
    }
}
