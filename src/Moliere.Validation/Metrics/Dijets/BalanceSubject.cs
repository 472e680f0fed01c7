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

    private const int Shuffles = 12; // their mean width fluctuates with the events alone, not with who met whom

    private readonly BalancePair _jets = method.Jets;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics => BalanceMetric.All;

    /// <inheritdoc/>
    public override void Judge(BinFigures bin)
    {
        ReplicaSeries width = AddWidth(bin, BalanceMetric.AsymmetryWidth, bin.Sort(_jets.Asymmetry));
        AddFits(bin);
        if (sample.Truth is { } truth)
        {
            AddTrueResolution(bin, truth);
        }

        AddShuffled(bin, width);
        AddShift(bin);
        AddAbsurd(bin);
        AddRange(bin);
    }

    private static ReplicaSeries AddWidth(BinFigures bin, string metric, SortedSample sorted)
    {
        ReplicaSeries width = bin.Add(metric);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            width.Set(replica, sorted.Quantiles(bin.Counts(replica), out _).Width);
        }

        return width;
    }

    private void AddFits(BinFigures bin)
    {
        SortedSample sorted = bin.Sort(row => Math.Abs(_jets.Asymmetry(row)));
        double spread = sorted.Values.Length == 0 ? 0 : sorted.Values[(int)(0.6827 * (sorted.Values.Length - 1))];
        if (!(spread > 0))
        {
            return; // all alike: there is nothing to fit
        }

        double[] edges = AsymmetryHistogram.EdgesFor(spread);
        ReplicaSeries core = bin.Add(BalanceMetric.AsymmetryCore), raw = bin.Add(BalanceMetric.RawResolution);
        DetectorSeries? detector = shape is null ? null : new(bin);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            AsymmetryHistogram histogram = AsymmetryHistogram.OfSorted(
                sorted, sorted.Cumulative(bin.Counts(replica)), edges);
            double width = AsymmetryFit.Gaussian(histogram, Known(core.Value, replica)).Value;
            core.Set(replica, width);
            raw.Set(replica, width / Math.Sqrt(2));
            detector?.Set(replica, histogram, width, ShapeIn(shape!, replica));
        }
    }

    // The same shape for all methods in a replica, so that their ratios do not fluctuate with it.
    private (AsymmetryShape Shape, double Core) ShapeIn(ShapeEstimate truth, int replica)
    {
        var rng = new Rng(seed, "truth asymmetry", (ulong)Math.Max(0, replica));
        return replica < 0 ? (truth.Shape, truth.Core.Value) : truth.Vary(ref rng);
    }

    // A replica lies near the sample, whose fit is known by then.
    private static double? Known(double nominal, int replica) => replica >= 0 && nominal > 0 ? nominal : null;

    private void AddTrueResolution(BinFigures bin, BalancePair truth)
    {
        SortedSample sorted = _jets.Over(truth, bin);
        ReplicaSeries resolution = bin.Add(BalanceMetric.TrueResolution);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            CentralQuantiles core = sorted.Quantiles(bin.Counts(replica), out _);
            resolution.Set(replica, core.Width / core.Q50);
        }
    }

    private void AddShuffled(BinFigures bin, ReplicaSeries width)
    {
        int[][] partners =
            [.. Enumerable.Range(0, Shuffles).Select(i => ShuffledPairs.Partners(bin.Rows, seed, (ulong)i))];
        ReplicaSeries shuffled = AddWidth(bin, BalanceMetric.ShuffledWidth, bin.SortAll(
            Shuffles,
            (place, i) => BalancePair.Between(_jets.Reference[bin.Rows[place]], _jets.Probe[partners[i][place]])));
        ReplicaSeries shared = bin.Add(BalanceMetric.SharedWidth);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            (double all, double own) = (shuffled.At(replica), width.At(replica));
            shared.Set(replica, Math.Sqrt(Math.Max(0, (all * all) - (own * own))));
        }
    }

    private void AddShift(BinFigures bin)
    {
        GroupSums sums = bin.Sum(6, Sums);
        ReplicaSeries shift = bin.Add(BalanceMetric.MeanShift), slope = bin.Add(BalanceMetric.InBinSlope);
        Span<double> mean = stackalloc double[6];
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            sums.Means(bin.Counts(replica), mean);
            shift.Set(replica, (mean[0] / mean[1]) - 1);
            double xx = mean[4] - (mean[2] * mean[2]), xy = mean[5] - (mean[2] * mean[3]);
            slope.Set(replica, xy / xx);
        }
    }

    // A momentum that is no number at all counts too, although no mean can be made with it.
    private void AddAbsurd(BinFigures bin) => bin.AddMeans([BalanceMetric.AbsurdShare], (row, share) =>
    {
        share[0] = 0.5 * ((IsAbsurd(row, 0) ? 1 : 0) + (IsAbsurd(row, 1) ? 1 : 0));
        return true;
    });

    private bool IsAbsurd(int row, int side) =>
        !(_jets.At(row, side) / (double)sample.Initial.At(row, side) is > LeastFactor and < MostFactor);

    // Of both jets: calibrated and initial pT, logarithms of initial (x) and calibrated pT (y), x², xy.
    private bool Sums(int row, Span<double> values)
    {
        values.Clear();
        for (int side = 0; side < 2; side++)
        {
            double calibrated = _jets.At(row, side), initial = sample.Initial.At(row, side);
            double x = Math.Log(initial), y = x + (IsAbsurd(row, side) ? 0 : Math.Log(calibrated / initial));
            values[0] += 0.5 * calibrated;
            values[1] += 0.5 * initial;
            values[2] += 0.5 * x;
            values[3] += 0.5 * y;
            values[4] += 0.5 * x * x;
            values[5] += 0.5 * x * y;
        }

        return double.IsFinite(values[0] + values[1] + values[5]);
    }

    private void AddRange(BinFigures bin)
    {
        var momenta = bin.Rows.SelectMany(row => new[] { _jets.Reference[row], _jets.Probe[row] })
            .Where(float.IsFinite).DefaultIfEmpty(float.NaN).ToArray();
        SetAlone(bin.Add(BalanceMetric.LowestPt), momenta.Min());
        SetAlone(bin.Add(BalanceMetric.HighestPt), momenta.Max());
    }

    private static void SetAlone(ReplicaSeries series, double value)
    {
        series.Value = value;
        Array.Fill(series.Replicas, double.NaN);
    }

    /// <summary>Resolutions after the truth asymmetry is taken out, in both ways.</summary>
    private sealed class DetectorSeries(BinFigures bin)
    {
        private readonly ReplicaSeries _quadrature = bin.Add(BalanceMetric.QuadratureResolution);
        private readonly ReplicaSeries _convolved = bin.Add(BalanceMetric.ConvolvedResolution);
        private readonly ReplicaSeries _quality = bin.Add(BalanceMetric.ConvolutionQuality);

        public void Set(
            int replica, AsymmetryHistogram histogram, double width, (AsymmetryShape Shape, double Core) truth)
        {
            WidthEstimate rest = ProbeResolution.Difference(new(width, 0), new(truth.Core, 0));
            WidthEstimate detector = AsymmetryFit.Detector(
                histogram, truth.Shape, Known(_convolved.Value * Math.Sqrt(2), replica), out double quality);
            _quadrature.Set(replica, ProbeResolution.Central(rest).Value);
            _convolved.Set(replica, ProbeResolution.Central(detector).Value);
            _quality.Set(replica, quality);
        }
    }
}
