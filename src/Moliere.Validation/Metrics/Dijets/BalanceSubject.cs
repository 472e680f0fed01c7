using Moliere.Numerics.Random;

namespace Moliere.Validation.Metrics.Dijets;

/// <summary>Judges the jets of one method in one bin of dijets.</summary>
/// <param name="sample">Initial and true jets.</param>
/// <param name="method">The method's jets.</param>
/// <param name="shape">Asymmetry of jets of particles in this bin; null where nobody knows it.</param>
/// <param name="seed">Seed of replicas and shuffled pairs.</param>
internal sealed class BalanceSubject(
    BalanceSample sample, (string Name, BalancePair Jets) method, ShapeEstimate? shape, ulong seed)
    : FigureSubject(method.Name)
{
    private const double LeastFactor = 0.1, MostFactor = 10; // what physics section 4, pitfall 1, calls absurd beyond

    private readonly BalancePair _jets = method.Jets;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics => BalanceMetric.All;

    /// <inheritdoc/>
    public override void Judge(BinFigures bin)
    {
        AddWidth(bin, BalanceMetric.AsymmetryWidth, _jets.Asymmetry);
        AddFits(bin);
        if (sample.Truth is { } truth)
        {
            AddTrueResolution(bin, truth);
        }

        AddShuffled(bin);
        AddShift(bin);
        AddRange(bin);
    }

    private static void AddWidth(BinFigures bin, string metric, Func<int, float> quantity)
    {
        SortedSample sorted = bin.Sort(quantity);
        ReplicaSeries width = bin.Add(metric);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            width.Set(replica, sorted.Quantiles(bin.Counts(replica), out _).Width);
        }
    }

    private void AddFits(BinFigures bin)
    {
        SortedSample sorted = bin.Sort(row => Math.Abs(_jets.Asymmetry(row)));
        ReplicaSeries core = bin.Add(BalanceMetric.AsymmetryCore), raw = bin.Add(BalanceMetric.RawResolution);
        ReplicaSeries quadrature = bin.Add(BalanceMetric.QuadratureResolution);
        ReplicaSeries convolved = bin.Add(BalanceMetric.ConvolvedResolution);
        ReplicaSeries quality = bin.Add(BalanceMetric.ConvolutionQuality);
        if (sorted.Values.Length == 0 || !(sorted.Values[(int)(0.6827 * (sorted.Values.Length - 1))] > 0))
        {
            return;
        }

        double[] edges = AsymmetryHistogram.EdgesFor(sorted.Values[(int)(0.6827 * (sorted.Values.Length - 1))]);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            AsymmetryHistogram histogram = AsymmetryHistogram.OfSorted(
                sorted, sorted.Cumulative(bin.Counts(replica)), edges);
            double width = AsymmetryFit.Gaussian(histogram).Value;
            core.Set(replica, width);
            raw.Set(replica, width / Math.Sqrt(2));
            if (ShapeIn(replica) is (var truth, var truthCore))
            {
                quadrature.Set(replica, ProbeResolution.Central(
                    ProbeResolution.Difference(new(width, 0), new(truthCore, 0))).Value);
                convolved.Set(
                    replica, AsymmetryFit.Detector(histogram, truth, out double deviance).Value / Math.Sqrt(2));
                quality.Set(replica, deviance);
            }
        }
    }

    // The same shape for all methods in a replica, so that their ratios do not fluctuate with it.
    private (AsymmetryShape Shape, double Core)? ShapeIn(int replica)
    {
        if (shape is null || replica < 0)
        {
            return shape is null ? null : (shape.Shape, shape.Core.Value);
        }

        var rng = new Rng(seed, "truth asymmetry", (ulong)replica);
        return shape.Vary(ref rng);
    }

    private void AddTrueResolution(BinFigures bin, BalancePair truth)
    {
        SortedSample sorted = bin.SortPairs((row, side) =>
            truth.At(row, side) > 0 ? _jets.At(row, side) / truth.At(row, side) : float.NaN);
        ReplicaSeries resolution = bin.Add(BalanceMetric.TrueResolution);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            CentralQuantiles core = sorted.Quantiles(bin.Counts(replica), out _);
            resolution.Set(replica, core.Width / core.Q50);
        }
    }

    private void AddShuffled(BinFigures bin)
    {
        int[] partners = ShuffledPairs.Partners(bin.Rows, seed);
        var partnerOf = new Dictionary<int, int>(partners.Length);
        for (int i = 0; i < partners.Length; i++)
        {
            partnerOf.Add(bin.Rows[i], partners[i]);
        }

        AddWidth(bin, BalanceMetric.ShuffledWidth, row =>
            BalancePair.Between(_jets.Reference[row], _jets.Probe[partnerOf[row]]));
    }

    private void AddShift(BinFigures bin)
    {
        GroupSums sums = bin.Sum(7, Sums);
        ReplicaSeries shift = bin.Add(BalanceMetric.MeanShift), slope = bin.Add(BalanceMetric.InBinSlope);
        ReplicaSeries absurd = bin.Add(BalanceMetric.AbsurdShare);
        Span<double> mean = stackalloc double[7];
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            sums.Means(bin.Counts(replica), mean);
            shift.Set(replica, (mean[0] / mean[1]) - 1);
            double xx = mean[4] - (mean[2] * mean[2]), xy = mean[5] - (mean[2] * mean[3]);
            slope.Set(replica, xy / xx);
            absurd.Set(replica, mean[6]);
        }
    }

    // Of both jets: calibrated and initial pT, the logarithms of initial (x) and calibrated pT (y), x², xy, absurd ones.
    private bool Sums(int row, Span<double> values)
    {
        values.Clear();
        for (int side = 0; side < 2; side++)
        {
            double calibrated = _jets.At(row, side), initial = sample.Initial.At(row, side);
            double factor = calibrated / initial;
            bool isAbsurd = !(factor is > LeastFactor and < MostFactor);
            double x = Math.Log(initial), y = x + (isAbsurd ? 0 : Math.Log(factor));
            values[0] += 0.5 * calibrated;
            values[1] += 0.5 * initial;
            values[2] += 0.5 * x;
            values[3] += 0.5 * y;
            values[4] += 0.5 * x * x;
            values[5] += 0.5 * x * y;
            values[6] += isAbsurd ? 0.5 : 0;
        }

        return double.IsFinite(values[0] + values[1] + values[5]);
    }

    private void AddRange(BinFigures bin)
    {
        var momenta = bin.Rows.SelectMany(row => new[] { _jets.Reference[row], _jets.Probe[row] })
            .Where(float.IsFinite).DefaultIfEmpty(float.NaN).ToArray();
        bin.Add(BalanceMetric.LowestPt).Value = momenta.Min();
        bin.Add(BalanceMetric.HighestPt).Value = momenta.Max();
    }
}
