using Moliere.Data.Tables;

namespace Moliere.Tagging.Preservation;

/// <summary>
/// The efficiency of a selection as a function of up to six true quantities: what remains of an analysis for those who
/// have neither its detector nor its networks. Immutable.
/// </summary>
/// <remarks>
/// A map knows nothing of what is not on its axes: applied to a model that differs in another quantity it is wrong, by
/// as much as the efficiency depends on that quantity. <see cref="EfficiencyClosure"/> measures it.
/// </remarks>
/// <source>Physics notes of tagging, section 9, preservation; what maps cannot do: arXiv:2412.13976.</source>
public sealed class EfficiencyMap
{
    /// <summary>Most axes of a map.</summary>
    public const int MostAxes = 6;

    private const int MostCells = 1 << 24;

    private readonly int[] _binOf;

    /// <summary>Builds a map and checks that the bins cover every cell once.</summary>
    /// <param name="axes">One to six.</param>
    /// <param name="bins">In any order.</param>
    /// <exception cref="ArgumentException">An axis is wrong, or a cell has no bin or two.</exception>
    public EfficiencyMap(IReadOnlyList<EfficiencyAxis> axes, IReadOnlyList<EfficiencyBin> bins)
    {
        (Axes, Bins) = (axes, bins);
        _binOf = new int[RequireAxes(axes)];
        Array.Fill(_binOf, -1);
        for (int bin = 0; bin < bins.Count; bin++)
        {
            Cover(bin);
        }

        if (Array.IndexOf(_binOf, -1) is >= 0 and int free)
        {
            throw new ArgumentException(
                $"Cell {free} of {_binOf.Length} has no bin; every cell needs one.", nameof(bins));
        }
    }

    /// <summary>What the efficiency depends on.</summary>
    public IReadOnlyList<EfficiencyAxis> Axes { get; }

    /// <summary>The measured efficiencies; each cell of the axes lies in one of them.</summary>
    public IReadOnlyList<EfficiencyBin> Bins { get; }

    /// <summary>What has to be passed, in a sentence.</summary>
    public string Selection { get; init; } = "";

    /// <summary>Probability content of the intervals, in (0, 1).</summary>
    public double Confidence { get; init; } = new EfficiencyMapOptions().Confidence;

    /// <summary>Where it comes from: sample, seed, version, entries left out; by name.</summary>
    public IReadOnlyDictionary<string, string> Provenance { get; init; } = new Dictionary<string, string>();

    /// <summary>The same map with one more note on where it comes from.</summary>
    /// <param name="name">Name of the note; one of that name is replaced.</param>
    /// <param name="text">What it says.</param>
    public EfficiencyMap With(string name, string text) => new(Axes, Bins)
    {
        Selection = Selection,
        Confidence = Confidence,
        Provenance = new Dictionary<string, string>(Provenance) { [name] = text },
    };

    /// <summary>The efficiency at a point.</summary>
    /// <param name="point">One value per axis, in their order.</param>
    /// <returns>
    /// Unknown where a value is outside an axis that says so or is not a number; else zero where one is outside an axis
    /// of that rule.
    /// </returns>
    /// <exception cref="ArgumentException">The number of values is not that of the axes.</exception>
    public EfficiencyEstimate At(ReadOnlySpan<double> point)
    {
        if (point.Length != Axes.Count)
        {
            throw new ArgumentException($"Found {point.Length} values for {Axes.Count} axes.", nameof(point));
        }

        int place = 0;
        bool isZero = false;
        for (int a = 0; a < point.Length; a++)
        {
            int cell = Axes[a].CellFor(point[a]);
            if (cell < 0 && (Axes[a].Outside != OutsideRange.Zero || double.IsNaN(point[a])))
            {
                return new(double.NaN, double.NaN, double.NaN, -1);
            }

            isZero |= cell < 0;
            place = (place * Axes[a].Count) + Math.Max(cell, 0);
        }

        EfficiencyBin bin = Bins[_binOf[place]];
        return isZero ? new(0, 0, 0, -1) : new(bin.Efficiency, bin.Low, bin.High, _binOf[place]);
    }

    /// <summary>The efficiency of every row of a table.</summary>
    /// <param name="objects">Has the axes as columns, of real or whole numbers.</param>
    /// <exception cref="MissingColumnException">An axis is not among the columns.</exception>
    public EfficiencyEstimate[] Apply(Table objects)
    {
        EfficiencyPoints points = EfficiencyPoints.Of(objects, Axes);
        var found = new EfficiencyEstimate[objects.RowCount];
        Span<double> point = stackalloc double[Axes.Count];
        for (int row = 0; row < found.Length; row++)
        {
            points.Copy(row, point);
            found[row] = At(point);
        }

        return found;
    }

    /// <summary>Refuses axes that make no map; gives the number of their cells.</summary>
    internal static int RequireAxes(IReadOnlyList<EfficiencyAxis> axes)
    {
        string? problem = axes.Count is 0 or > MostAxes ? $"there are {axes.Count} axes, expected 1 to {MostAxes}"
            : axes.Select(axis => axis.Problem()).FirstOrDefault(text => text is not null);
        double cells = problem is null ? axes.Aggregate(1.0, (product, axis) => product * axis.Count) : 0;
        problem ??= cells > MostCells ? $"the axes have {cells:G3} cells together, expected at most {MostCells}" : null;
        return problem is null
            ? (int)cells : throw new ArgumentException($"No efficiency map: {problem}.", nameof(axes));
    }

    private void Cover(int bin)
    {
        (IReadOnlyList<int> first, IReadOnlyList<int> last) = (Bins[bin].First, Bins[bin].Last);
        if (first.Count != Axes.Count || last.Count != Axes.Count || Enumerable.Range(0, Axes.Count).Any(
            a => first[a] < 0 || last[a] < first[a] || last[a] >= Axes[a].Count))
        {
            throw new ArgumentException(
                $"Bin {bin} goes from [{string.Join(", ", first)}] to [{string.Join(", ", last)}], which is no box of "
                + $"cells of the {Axes.Count} axes.");
        }

        Fill(bin, 0, 0);
    }

    private void Fill(int bin, int axis, int place)
    {
        if (axis == Axes.Count)
        {
            _binOf[place] = _binOf[place] < 0 ? bin : throw new ArgumentException(
                $"Cell {place} lies in the bins {_binOf[place]} and {bin}; every cell needs one.");
            return;
        }

        for (int cell = Bins[bin].First[axis]; cell <= Bins[bin].Last[axis]; cell++)
        {
            Fill(bin, axis + 1, (place * Axes[axis].Count) + cell);
        }
    }
}
