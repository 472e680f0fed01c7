namespace Moliere.Validation.Metrics.Tagging;

/// <summary>
/// Judges taggers on the same objects, of the whole sample and in bins, with 95 % bootstrap intervals over events. Bits
/// do not depend on the number of threads.
/// </summary>
/// <source>Physics notes, section 0; sculpting: ATL-PHYS-PUB-2018-014, section 5.</source>
public static class TaggingValidation
{
    /// <summary>Makes all figures, ordered by axis (whole sample first), bin, method, metric.</summary>
    /// <param name="sample">Objects and taggers.</param>
    /// <param name="axes">Axes over variables of the sample; may be empty.</param>
    /// <param name="shape">What must not be sculpted, of the whole sample; null for nothing.</param>
    /// <param name="options">Seed, replicas, smallest bin, threads.</param>
    /// <exception cref="ArgumentException">Columns of different length, a score that is none, or one class.</exception>
    public static IReadOnlyList<FigureEntry> Evaluate(
        TaggingSample sample, IReadOnlyList<BinAxis> axes, ProtectedShape? shape, MetricsOptions options)
    {
        sample.Check();
        BootstrapCounts bootstrap = BootstrapCounts.Draw(sample.Events, sample.Rows, options);
        int[] all = [.. Enumerable.Range(0, sample.Rows)];
        float[] weights = sample.WeightsOrOnes();
        FigureBlock[] blocks =
        [
            .. sample.Methods.Select(method => new FigureBlock(
                new(null, [all], [0]), new TaggerSubject(sample, method, shape, bootstrap.Groups, weights))),
            .. axes.SelectMany(axis => sample.Methods.Select(method => new FigureBlock(
                BinnedRows.Of(axis, sample.Variables[axis.Variable], all),
                new TaggerSubject(sample, method, null, bootstrap.Groups, weights)))),
        ];
        return FigureFilling.Fill(blocks, weights, bootstrap, options);
    }
}

/// <summary>A variable whose distribution among background a cut must leave alone.</summary>
/// <param name="Values">Of each object [N].</param>
/// <param name="Edges">Rising edges of the bins compared; values outside do not count.</param>
public sealed record ProtectedShape(float[] Values, double[] Edges)
{
    /// <summary>Number of bins B.</summary>
    public int Bins => Edges.Length - 1;

    /// <summary>Equal bins.</summary>
    /// <param name="values">Of each object [N].</param>
    /// <param name="bins">At least 1.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, above the lower one.</param>
    public static ProtectedShape Equal(float[] values, int bins, double low, double high) =>
        new(values, [.. Enumerable.Range(0, bins + 1).Select(i => low + ((high - low) * i / bins))]);

    /// <summary>Bin of an object; -1 outside.</summary>
    /// <param name="row">In [0, N).</param>
    public int BinOf(int row)
    {
        double value = Values[row];
        if (!(value >= Edges[0] && value < Edges[^1]))
        {
            return -1;
        }

        int place = Array.BinarySearch(Edges, value);
        return place >= 0 ? place : ~place - 1;
    }
}
