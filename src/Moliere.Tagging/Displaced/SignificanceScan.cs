using Moliere.Data.Objects;

namespace Moliere.Tagging.Displaced;

/// <summary>What passes one cut.</summary>
/// <param name="Cut">Events with at least this score pass.</param>
/// <param name="Signal">Share of the signal that passes, in [0, 1].</param>
/// <param name="Background">Beam-induced events that pass, plus the others scaled to as many before the cut.</param>
public readonly record struct ScanPoint(double Cut, double Signal, double Background)
{
    /// <summary>Share of the signal over the root of the background; NaN without background.</summary>
    public double Significance => Background > 0 ? Signal / Math.Sqrt(Background) : double.NaN;
}

/// <summary>
/// S / sqrt(B) against the cut on a score, where B = N_BIB + N_QCD scaled so that both are equal before the cut; cuts
/// that leave too little background to count are not considered.
/// </summary>
/// <source>Significance of gordonwatts/CalRatioTrainer: B above 10 asked for.</source>
public sealed record SignificanceScan
{
    /// <summary>Background that a cut must leave more than.</summary>
    public const double LeastBackground = 10; // gordonwatts/CalRatioTrainer

    /// <summary>What no score can exceed: all signal passes and no more background than must.</summary>
    public static double Ceiling => 1 / Math.Sqrt(LeastBackground);

    /// <summary>All cuts at scores of events, from the loosest to the tightest.</summary>
    public required IReadOnlyList<ScanPoint> Points { get; init; }

    /// <summary>
    /// What each event counts [E]: of the signal its share, beam-induced its weight, others that scaled.
    /// </summary>
    public required IReadOnlyList<double> Counts { get; init; }

    /// <summary>Beam-induced events before any cut.</summary>
    public double BeamInduced => Points[0].Background / 2;

    /// <summary>
    /// The cut to use on other events: that of largest significance among those that leave more than some background;
    /// null where there is none. Cuts lie at scores of background events: above the n-th of N there lie n / (N + 1) of
    /// the distribution on average. Between it and the next one the count stays and promises too little.
    /// </summary>
    /// <param name="background">Background that must be left.</param>
    /// <source>David, Nagaraja, Order Statistics (2003), section 2.5: mean of the n-th of N.</source>
    public ScanPoint? Choice(double background) => Points.Zip(Points.Skip(1).Append(new(double.PositiveInfinity, 0, 0)))
        .Where(pair => pair.First.Background > Math.Max(background, pair.Second.Background))
        .Select(pair => (ScanPoint?)pair.First).MaxBy(point => point!.Value.Significance);

    /// <summary>What passes a cut that was chosen elsewhere.</summary>
    /// <param name="cut">Any.</param>
    public ScanPoint At(double cut)
    {
        int first = 0;
        while (first < Points.Count && Points[first].Cut < cut)
        {
            first++;
        }

        return first < Points.Count ? Points[first] with { Cut = cut } : new(cut, 0, 0);
    }

    /// <summary>Scans all cuts.</summary>
    /// <param name="scores">Score of each event [E], finite; large for signal.</param>
    /// <param name="classes">Number of a <see cref="DisplacedClass"/> of each event [E].</param>
    /// <param name="weights">Weights [E]; empty for all 1.</param>
    /// <exception cref="ArgumentException">A class has no event with weight, or an event no class.</exception>
    public static SignificanceScan Of(
        ReadOnlySpan<float> scores, ReadOnlySpan<int> classes, ReadOnlySpan<float> weights)
    {
        ClassBalance.RequireClasses(classes);
        double[] sums = new double[3];
        for (int i = 0; i < scores.Length; i++)
        {
            sums[classes[i]] += weights.IsEmpty ? 1 : weights[i];
        }

        int empty = Array.FindIndex(sums, sum => !(sum > 0));
        if (empty >= 0)
        {
            throw new ArgumentException(
                $"No event of the class {ClassBalance.NameOf((DisplacedClass)empty)} has two jets; the scan needs all "
                + "three classes.");
        }

        double[] scale = [sums[(int)DisplacedClass.BeamInduced] / sums[0], 1 / sums[1], 1];
        double[] counts = new double[scores.Length];
        int[] order = [.. Enumerable.Range(0, scores.Length)];
        float[] keys = scores.ToArray();
        Array.Sort(keys, order);
        double[] passed = new double[3];
        var points = new List<ScanPoint>();
        for (int i = keys.Length - 1; i >= 0; i--)
        {
            int row = order[i];
            counts[row] = scale[classes[row]] * (weights.IsEmpty ? 1 : weights[row]);
            passed[classes[row]] += counts[row];
            if (i == 0 || keys[i - 1] < keys[i])
            {
                points.Add(new(keys[i], passed[1], passed[0] + passed[2]));
            }
        }

        points.Reverse();
        return new() { Points = points, Counts = counts };
    }
}
