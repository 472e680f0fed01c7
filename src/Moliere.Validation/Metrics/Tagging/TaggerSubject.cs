using Moliere.Numerics.Statistics;

namespace Moliere.Validation.Metrics.Tagging;

/// <summary>Judges one tagger in one bin.</summary>
/// <param name="sample">Classes.</param>
/// <param name="method">Scores.</param>
/// <param name="shape">What must not be sculpted; null for nothing.</param>
/// <param name="groups">Event of each object, by which replicas count.</param>
/// <param name="weights">Weight of each object.</param>
internal sealed class TaggerSubject(
    TaggingSample sample, TaggedScores method, ProtectedShape? shape, int[] groups, float[] weights)
    : FigureSubject(method.Name)
{
    private const int LargestCorrelation = 20_000; // rows of background whose correlation is worth its time

    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics { get; } =
    [
        TaggingMetric.Area, .. TaggingMetric.Rejections.Select(rejection => rejection.Metric),
        .. shape is null ? NoMetrics
            : [TaggingMetric.Sculpting, TaggingMetric.SculptingFloor, TaggingMetric.Flatness,
                TaggingMetric.DistanceCorrelation],
        .. method.Cut is null ? NoMetrics : [TaggingMetric.SignalEfficiency, TaggingMetric.BackgroundEfficiency],
        .. method.IsProbability ? [TaggingMetric.CrossEntropy] : NoMetrics,
    ];

    private static string[] NoMetrics => [];

    /// <inheritdoc/>
    public override void Judge(BinFigures bin)
    {
        if (!HasBoth(bin.Rows))
        {
            return; // a bin of one class has no curve
        }

        float cut = AddCurve(bin);
        if (shape is not null)
        {
            AddSculpting(bin, shape, method.Cut ?? cut);
            AddCorrelation(bin, shape);
        }

        if (method.Cut is { } chosen)
        {
            AddEfficiency(bin, TaggingMetric.SignalEfficiency, isSignal: true, chosen);
            AddEfficiency(bin, TaggingMetric.BackgroundEfficiency, isSignal: false, chosen);
        }

        if (method.IsProbability)
        {
            AddEntropy(bin);
        }
    }

    private bool HasBoth(int[] rows) =>
        Array.Exists(rows, row => sample.IsSignal[row] && weights[row] > 0)
        && Array.Exists(rows, row => !sample.IsSignal[row] && weights[row] > 0);

    // Returns the cut at half of the signal.
    private float AddCurve(BinFigures bin)
    {
        var order = new ScoreOrder(Array.ConvertAll(bin.Rows, row => method.Scores[row]));
        ReplicaSeries area = bin.Add(TaggingMetric.Area);
        (ReplicaSeries Series, double Efficiency)[] rejections =
            [.. TaggingMetric.Rejections.Select(one => (bin.Add(one.Metric), one.Efficiency))];
        float cut = 0;
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            RocCurve? curve = Curve(bin, order, replica);
            area.Set(replica, curve?.Area ?? double.NaN);
            foreach ((ReplicaSeries series, double efficiency) in rejections)
            {
                series.Set(replica, curve?.Rejection(efficiency) ?? double.NaN);
            }

            cut = replica < 0 ? curve!.Cut(0.5) : cut;
        }

        return cut;
    }

    private RocCurve? Curve(BinFigures bin, ScoreOrder order, int replica)
    {
        byte[] counts = bin.Counts(replica).ToArray();
        try
        {
            return order.Curve(
                place => sample.IsSignal[bin.Rows[place]], place => Weight(bin.Rows[place], counts));
        }
        catch (ArgumentException) when (replica >= 0)
        {
            return null; // a replica may lack a class
        }
    }

    private double Weight(int row, ReadOnlySpan<byte> counts) =>
        counts.IsEmpty ? weights[row] : (double)weights[row] * counts[groups[row]];

    private void AddSculpting(BinFigures bin, ProtectedShape protectedShape, float cut)
    {
        ReplicaSeries divergence = bin.Add(TaggingMetric.Sculpting), floor = bin.Add(TaggingMetric.SculptingFloor);
        ReplicaSeries flatness = bin.Add(TaggingMetric.Flatness);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            var halves = new Halves(protectedShape.Bins);
            ReadOnlySpan<byte> counts = bin.Counts(replica);
            foreach (int row in bin.Rows)
            {
                if (!sample.IsSignal[row] && protectedShape.BinOf(row) is >= 0 and int place)
                {
                    halves.Add(method.Scores[row] >= cut, place, Weight(row, counts));
                }
            }

            double bits = JensenShannon.Bits(halves.Passing, halves.Failing);
            divergence.Set(replica, bits);
            floor.Set(replica, halves.Floor());
            flatness.Set(replica, bits > 0 ? 1 / bits : double.NaN);
        }
    }

    private void AddEfficiency(BinFigures bin, string metric, bool isSignal, float cut) => bin.AddMeans(
        [metric], (row, quantities) =>
        {
            quantities[0] = method.Scores[row] >= cut ? 1 : 0;
            return sample.IsSignal[row] == isSignal;
        });

    private void AddEntropy(BinFigures bin) => bin.AddMeans([TaggingMetric.CrossEntropy], (row, quantities) =>
    {
        double right = sample.IsSignal[row] ? method.Scores[row] : 1 - method.Scores[row];
        quantities[0] = -Math.Log(Math.Max(right, 1e-7)); // float32 probabilities end there
        return true;
    });

    // Too slow for replicas; of the first rows only where there are many.
    private void AddCorrelation(BinFigures bin, ProtectedShape protectedShape)
    {
        int[] rows = [.. bin.Rows.Where(row => !sample.IsSignal[row] && weights[row] > 0).Take(LargestCorrelation)];
        ReplicaSeries series = bin.Add(TaggingMetric.DistanceCorrelation);
        Array.Fill(series.Replicas, double.NaN);
        series.Value = DistanceCorrelation.Squared(
            [.. rows.Select(row => (double)protectedShape.Values[row])],
            [.. rows.Select(row => (double)method.Scores[row])], [.. rows.Select(row => (double)weights[row])]);
    }

    // Histograms of what passes and what fails, with the squares that say how many rows they stand for.
    private sealed class Halves(int bins)
    {
        private readonly double[] _squares = new double[2];

        public double[] Passing { get; } = new double[bins];

        public double[] Failing { get; } = new double[bins];

        public void Add(bool passes, int bin, double weight)
        {
            (passes ? Passing : Failing)[bin] += weight;
            _squares[passes ? 0 : 1] += weight * weight;
        }

        public double Floor()
        {
            int filled = Passing.Where((content, bin) => content > 0 || Failing[bin] > 0).Count();
            double first = Passing.Sum(), second = Failing.Sum();
            return JensenShannon.Floor(filled, first * first / _squares[0], second * second / _squares[1]);
        }
    }
}
