namespace Moliere.Tagging.Inference;

/// <summary>
/// Templates of a summary from a sample of its own: signal, background, and the same background with each nuisance
/// moved up and down. Errors come from leaving out one of twenty parts at a time.
/// </summary>
/// <source>
/// de Castro and Dorigo, arXiv:1806.04743, section 5.1, the larger data set of the final figures; Efron, The Jackknife
/// (1982), section 3.1.
/// </source>
public sealed class MeasuredTemplates
{
    private const int Parts = 20;

    private readonly CountTemplates[] _without;

    private MeasuredTemplates(CountTemplates all, CountTemplates[] without) => (All, _without) = (all, without);

    /// <summary>Templates of the whole sample.</summary>
    public CountTemplates All { get; }

    /// <summary>Measures a summary.</summary>
    /// <param name="summary">Puts events into bins.</param>
    /// <param name="events">Signal events, and as many of background; at least 20, rounded down to twenties.</param>
    /// <param name="seed">Seed of the sample.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    public static MeasuredTemplates Measure(ISummary summary, int events, ulong seed, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(events, Parts);
        int size = events / Parts;
        CountTemplates[] parts =
        [
            .. Enumerable.Range(0, Parts).Select(part => Part(summary, part * size, size, seed, threads)),
        ];
        return new(Mean(parts), [.. parts.Select((_, left) => Mean([.. parts.Where((_, part) => part != left)]))]);
    }

    /// <summary>Expected uncertainty of the signal count with its standard error from the size of the sample.</summary>
    /// <param name="benchmark">Free parameters.</param>
    public (double Value, double Error) Uncertainty(InferenceBenchmark benchmark)
    {
        double[] without = [.. _without.Select(templates => templates.Uncertainty(benchmark))];
        double mean = without.Average();
        double squares = without.Sum(value => (value - mean) * (value - mean));
        return (All.Uncertainty(benchmark), Math.Sqrt(squares * (Parts - 1) / Parts));
    }

    private static CountTemplates Mean(CountTemplates[] parts) => new(
        Mean(parts, part => part.Counts),
        [
            .. Enum.GetValues<InferenceParameter>()
                .Select(parameter => Mean(parts, part => part.Slopes[(int)parameter])),
        ]);

    private static double[] Mean(CountTemplates[] parts, Func<CountTemplates, double[]> values) =>
        [.. Enumerable.Range(0, parts[0].Counts.Length).Select(bin => parts.Average(part => values(part)[bin]))];

    private static CountTemplates Part(ISummary summary, int first, int size, ulong seed, int threads)
    {
        double[] signal = Bins((index, x) => SyntheticMixture.Signal(seed, index, x));
        double[] background = Moved(0, SyntheticMixture.BackgroundRate);
        return new(
            Sum(signal, SyntheticMixture.SignalCount, background, SyntheticMixture.BackgroundCount),
            [
                signal,
                Slope(InferenceParameter.Shift, SummarySample.ShiftStep),
                Slope(InferenceParameter.Rate, SummarySample.RateStep),
                background,
            ]);

        double[] Moved(double shift, double rate) =>
            Bins((index, x) => SyntheticMixture.Background(seed, index, shift, rate, x));

        double[] Slope(InferenceParameter parameter, double step)
        {
            ((double upShift, double upRate), (double downShift, double downRate)) =
                (SummarySample.Move(parameter, 1), SummarySample.Move(parameter, -1));
            double scale = SyntheticMixture.BackgroundCount / (2 * step);
            return Sum(Moved(upShift, upRate), scale, Moved(downShift, downRate), -scale);
        }

        double[] Bins(Drawing draw) => Shares(summary, first, size, draw, threads);
    }

    private static double[] Sum(double[] a, double scaleOfA, double[] b, double scaleOfB) =>
        [.. a.Zip(b, (x, y) => (scaleOfA * x) + (scaleOfB * y))];

    private static double[] Shares(ISummary summary, int first, int size, Drawing draw, int threads)
    {
        const int width = SyntheticMixture.FeatureCount;
        var events = new float[size * width];
        for (int row = 0; row < size; row++)
        {
            draw((ulong)(first + row), events.AsSpan(row * width, width));
        }

        var bins = new int[size];
        summary.Assign(events, bins, threads);
        var shares = new double[summary.BinCount];
        foreach (int bin in bins)
        {
            shares[bin] += 1.0 / size;
        }

        return shares;
    }

    private delegate void Drawing(ulong index, Span<float> x);
}
