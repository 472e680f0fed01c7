using Moliere.Numerics.Special;
using Moliere.Numerics.Statistics;

namespace Moliere.Tagging.Pivot;

/// <summary>
/// What is possible in the pivot toy, from its densities by sums over a fine grid of the plane. A step
/// of 0.02 instead changes cross-entropies by less than 1e-8, areas by 2e-6 and the distance by 4e-4.
/// </summary>
/// <source>Physics notes, section 7a; densities of arXiv:1611.01046, section 5.1.</source>
public static class PivotReference
{
    /// <summary>
    /// Entropy of z, ½ ln(2 pi e), in nats: the loss of an adversary that finds nothing.
    /// </summary>
    public const double EntropyOfZ = 1.4189385332046727;

    private const double Low = -7, High = 9, Step = 0.08; // seven widths around both classes
    private const int Side = (int)((High - Low) / Step);
    private const int ScoreBins = 100; // of equal probability: 400 on a grid of step 0.02 lower the entropy by 2e-4

    /// <summary>The best classifier that does not know z.</summary>
    public static PivotMeasures Best()
    {
        double[] signal = Signal(1, Math.Sqrt(2)), background = Background();
        float[] scores = Scores(signal, background);
        double distance = KolmogorovDistance.Of(
            scores, Either(Signal(0, 1), background), scores, Either(Signal(2, 1), background));
        return new(CrossEntropy(signal, background), RankArea.Of(
            scores, Weights(signal), scores, Weights(background)), distance);
    }

    /// <summary>The best classifier that looks at x0 alone: a pivot by construction.</summary>
    public static PivotMeasures Pivotal()
    {
        double sum = 0;
        for (int i = 0; i < Side; i++)
        {
            double x = Place(i), one = Normal(x, 1, 1) * Step, two = Normal(x, 0, 1) * Step;
            sum -= 0.5 * ((one * Math.Log(one / (one + two))) + (two * Math.Log(two / (one + two))));
        }

        return new(sum, ErrorFunction.NormalProbability(1 / Math.Sqrt(2)), 0);
    }

    /// <summary>
    /// Entropy of z given the score of the best classifier, in nats: the loss of the best adversary against it.
    /// </summary>
    public static double EntropyOfZGivenBest()
    {
        double[] background = Background();
        double[] signal = Signal(1, Math.Sqrt(2));
        int[] bins = Bins(Scores(signal, background), [.. signal.Zip(background, (one, two) => 0.5 * (one + two))]);
        double[] still = Contents(bins, background);
        const double step = 0.1;
        List<(double Density, double[] Shares)> slices = [];
        for (double z = -6; z < 6 + (step / 2); z += step)
        {
            double[] moved = Contents(bins, Signal(1 + z, 1));
            slices.Add((Normal(z, 0, 1) * step, [.. moved.Zip(still, (one, two) => 0.5 * (one + two))]));
        }

        double[] total = [.. Enumerable.Range(0, ScoreBins).Select(
            bin => slices.Sum(slice => slice.Density * slice.Shares[bin]))];
        return -slices.Sum(slice => slice.Density * Enumerable.Range(0, ScoreBins).Sum(
            bin => slice.Shares[bin] * Math.Log(slice.Density / step * slice.Shares[bin] / total[bin])));
    }

    private static double Place(int i) => Low + ((i + 0.5) * Step);

    private static double Normal(double x, double mean, double sigma) =>
        Math.Exp(-0.5 * (x - mean) * (x - mean) / (sigma * sigma)) / (Math.Sqrt(2 * Math.PI) * sigma);

    // Probability of each cell of the grid, x0 running faster.
    private static double[] Signal(double mean1, double sigma1)
    {
        double[] first = Slices(1, 1), second = Slices(mean1, sigma1);
        return [.. second.SelectMany(probability => first.Select(other => probability * other))];
    }

    private static double[] Background()
    {
        double[] first = Slices(0, 1);
        double[][] second = [.. Enumerable.Range(0, Side).Select(i => Slices(-0.5 * Place(i), Math.Sqrt(0.75)))];
        return
        [
            .. Enumerable.Range(0, Side * Side).Select(cell => first[cell % Side] * second[cell % Side][cell / Side])
        ];
    }

    private static double[] Slices(double mean, double sigma) =>
        [.. Enumerable.Range(0, Side).Select(i => Normal(Place(i), mean, sigma) * Step)];

    // Logarithm of the ratio of densities, which orders rows as the probability of signal does.
    private static float[] Scores(double[] signal, double[] background) =>
        [.. signal.Zip(background, (one, two) => (float)Math.Clamp(Math.Log(one / two), -700, 700))];

    private static double CrossEntropy(double[] signal, double[] background)
    {
        double sum = 0;
        for (int cell = 0; cell < signal.Length; cell++)
        {
            double one = signal[cell], two = background[cell], both = one + two;
            sum -= 0.5 * ((one > 0 ? one * Math.Log(one / both) : 0) + (two > 0 ? two * Math.Log(two / both) : 0));
        }

        return sum;
    }

    private static float[] Weights(double[] cells) => [.. cells.Select(cell => (float)cell)];

    private static float[] Either(double[] signal, double[] background) =>
        [.. signal.Zip(background, (one, two) => (float)(0.5 * (one + two)))];

    // Number of the bin of score of each cell; bins are equally likely.
    private static int[] Bins(float[] scores, double[] cells)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length)], bins = new int[scores.Length];
        Array.Sort((float[])scores.Clone(), order);
        double below = 0;
        foreach (int cell in order)
        {
            bins[cell] = Math.Min(ScoreBins - 1, (int)(ScoreBins * below));
            below += cells[cell];
        }

        return bins;
    }

    private static double[] Contents(int[] bins, double[] cells)
    {
        var contents = new double[ScoreBins];
        for (int cell = 0; cell < bins.Length; cell++)
        {
            contents[bins[cell]] += cells[cell];
        }

        return contents;
    }
}
