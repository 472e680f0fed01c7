using Moliere.Learning.Losses;
using Moliere.Numerics.Random;
using static System.FormattableString;

namespace Moliere.Calibration.InSitu;

/// <summary>Takes the numbers of a monitor from predicted momenta, and says what is wrong with them.</summary>
/// <source>Physics notes section 2.4, "properties worth unit-testing", and section 4, pitfalls 1 and 4.</source>
internal sealed class DijetMonitoring(WidthKind kind, int scaleBins, int widthBins, MonitorLimits limits, ulong seed)
{
    private const double Sigmas = 2; // of chance: in five bins one would otherwise complain every few epochs

    private readonly AsymmetryTerm _asymmetry = new(kind, widthBins);

    /// <summary>Monitoring as options ask for it.</summary>
    public static DijetMonitoring Of(InSituOptions options, DijetBins bins) =>
        new(options.Width, bins.ScaleBins, bins.WidthBins, options.Limits, options.Training.Seed);

    /// <summary>The numbers for a batch.</summary>
    public InSituMonitor Watch(DijetBatch batch)
    {
        double shuffled = WidthOfPairs(batch, Partners(batch.Events));
        double matched = WidthOfPairs(batch, [.. Enumerable.Range(0, batch.Events)]);
        (double meanShift, double binShift, double error) = Shifts(batch);
        double[] momenta = batch.Momentum.ToArray(), initial = batch.Initial.ToArray();
        double[] factors = [.. momenta.Select((momentum, i) => momentum / initial[i])];
        return new()
        {
            Asymmetry = _asymmetry.Add(batch, factor: 0),
            Shuffled = shuffled,
            Shared = Math.Sqrt(Math.Max((shuffled * shuffled) - (matched * matched), 0)),
            SlopeInBins = SlopeInBins(batch),
            SlopeOfPairs = SlopeOfPairs(batch),
            MeanShift = meanShift,
            BinShift = binShift,
            BinShiftError = error,
            SmallestPt = momenta.Min(),
            LargestPt = momenta.Max(),
            SmallestFactor = factors.Min(),
            LargestFactor = factors.Max(),
            TrueWidth = TrueWidth(batch),
        };
    }

    /// <summary>What is wrong compared with the initial momenta; null if nothing is.</summary>
    public string? Complaint(InSituMonitor found, InSituMonitor initial)
    {
        double shared = found.Shared / initial.Shared;
        return !(found.SmallestPt > 0) || !double.IsFinite(found.LargestPt)
                ? Invariant($"momenta from {found.SmallestPt:G3} to {found.LargestPt:G3} GeV are absurd")
            : found.LargestFactor > limits.Factor || found.SmallestFactor < 1 / limits.Factor
                ? Invariant($"factors from {found.SmallestFactor:F2} to {found.LargestFactor:F2} are absurd")
            : !(found.SlopeInBins >= limits.SlopeInBins)
                ? Invariant($"collapse inside the bins: ln p follows the initial one with slope {found.SlopeInBins:F2}")
            : !(Math.Abs(found.BinShift) <= limits.BinMean + (Sigmas * found.BinShiftError))
                ? Invariant($"the mean momentum of a bin moved by {100 * found.BinShift:F2} %")
            : !(shared >= 1 - limits.SharedWidth)
                ? Invariant($"collapse: what the jets of an event share fell to {100 * shared:F1} % of the initial")
            : null;
    }

    // Every event gets the probe of the next one in a random order: nobody keeps the own.
    private int[] Partners(int events)
    {
        var rng = new Rng(seed, "shuffled pairs");
        int[] order = [.. Enumerable.Range(0, events)], partners = new int[events];
        for (int left = events; left > 1; left--)
        {
            int other = rng.NextInt(left);
            (order[other], order[left - 1]) = (order[left - 1], order[other]);
        }

        for (int i = 0; i < events; i++)
        {
            partners[order[i]] = order[(i + 1) % events];
        }

        return partners;
    }

    private double WidthOfPairs(DijetBatch batch, int[] partners)
    {
        double[] values = new double[partners.Length], weights = new double[partners.Length];
        for (int e = 0; e < values.Length; e++)
        {
            int probe = (2 * partners[e]) + 1;
            values[e] = AsymmetryTerm.Asymmetry(batch.Momentum[2 * e], batch.Momentum[probe]);
            weights[e] = Math.Sqrt(batch.Weight[2 * e] * batch.Weight[probe]);
        }

        return Width.Of(kind, values, weights);
    }

    private (double Mean, double OfBin, double Error) Shifts(DijetBatch batch)
    {
        double[] predicted = new double[scaleBins], initial = new double[scaleBins], squares = new double[scaleBins];
        for (int i = 0; i < batch.Jets; i++)
        {
            predicted[batch.ScaleBin[i]] += batch.Weight[i] * batch.Momentum[i];
            initial[batch.ScaleBin[i]] += batch.Weight[i] * batch.Initial[i];
        }

        for (int i = 0; i < batch.Jets; i++)
        {
            int bin = batch.ScaleBin[i];
            double away = batch.Weight[i] * (batch.Momentum[i] - (predicted[bin] / initial[bin] * batch.Initial[i]));
            squares[bin] += away * away;
        }

        double mean = (predicted.Sum() / initial.Sum()) - 1;
        (double Shift, double Error) furthest = Enumerable.Range(0, scaleBins).Where(bin => initial[bin] > 0)
            .Select(bin => ((predicted[bin] / initial[bin]) - 1, Math.Sqrt(squares[bin]) / initial[bin]))
            .MaxBy(bin => Math.Abs(bin.Item1) - (Sigmas * bin.Item2));
        return (mean, furthest.Shift, furthest.Error);
    }

    private double SlopeInBins(DijetBatch batch)
    {
        var regressions = new Regression[scaleBins];
        for (int i = 0; i < batch.Jets; i++)
        {
            regressions[batch.ScaleBin[i]].Add(
                Math.Log(batch.Initial[i]), Math.Log(batch.Momentum[i]), batch.Weight[i]);
        }

        return regressions.Sum(bin => bin.Covariance) / regressions.Sum(bin => bin.Variance);
    }

    private static double SlopeOfPairs(DijetBatch batch)
    {
        var regression = default(Regression);
        for (int i = 0; i < batch.Jets; i++)
        {
            regression.Add(batch.LogAverage[i], Math.Log(batch.Momentum[i]), batch.Weight[i]);
        }

        return regression.Covariance / regression.Variance;
    }

    private static double TrueWidth(DijetBatch batch)
    {
        double[] truth = batch.Truth.ToArray(), ratios = batch.Momentum.ToArray();
        ratios = [.. ratios.Select((momentum, i) => momentum / truth[i]).Where(double.IsFinite).Order()];
        return ratios.Length == 0 ? double.NaN : (At(0.84) - At(0.16)) / (2 * At(0.5));

        double At(double share) => ratios[(int)(share * (ratios.Length - 1))];
    }

    private struct Regression
    {
        private double _weight;
        private double _meanX;
        private double _meanY;

        public double Covariance { get; private set; }

        public double Variance { get; private set; }

        public void Add(double x, double y, double weight)
        {
            _weight += weight;
            double before = x - _meanX, share = weight / _weight;
            _meanX += share * before;
            _meanY += share * (y - _meanY);
            Covariance += weight * before * (y - _meanY);
            Variance += weight * before * (x - _meanX);
        }
    }
}
