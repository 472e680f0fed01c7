using Moliere.Learning.Losses;
using Moliere.Numerics.Statistics;

namespace Moliere.Learning.Adversaries;

/// <summary>
/// Watches whether main says the same about two kinds of control rows, such as data and simulation: the largest
/// Kolmogorov-Smirnov distance over its outputs. Measures are the distances of the single outputs.
/// </summary>
/// <param name="first">Target of the one kind.</param>
/// <param name="second">Target of the other.</param>
/// <param name="limit">Largest distance allowed; null for the flag of two samples of one distribution.</param>
/// <source>arXiv:2203.01009, public code of its training; physics notes, section 0, weighted KS.</source>
public sealed class KolmogorovMonitor(float first = 0, float second = 1, double? limit = null) : GameMonitor
{
    /// <inheritdoc/>
    public override string Identity =>
        FormattableString.Invariant($"Kolmogorov {first:R} {second:R} {limit:R}");

    /// <inheritdoc/>
    public override string Name => FormattableString.Invariant($"KS of targets {first} and {second}");

    /// <summary>The limit given; 1 where the flag is the limit, to which scores are scaled then.</summary>
    public override double Limit => limit ?? 1;

    /// <inheritdoc/>
    public override Verdict Judge(GameView view)
    {
        var distances = new double[view.OutputCount];
        double scale = 1;
        for (int column = 0; column < distances.Length; column++)
        {
            (float[] Values, float[] Weights) one = view.Of(true, column, first), two = view.Of(true, column, second);
            distances[column] = KolmogorovDistance.Of(one.Values, one.Weights, two.Values, two.Weights);
            scale = limit is null ? Flag(one.Weights, two.Weights) : 1;
        }

        return new Verdict(distances.Max() / scale) { Measures = distances };
    }

    private static double Flag(float[] one, float[] two) =>
        KolmogorovDistance.Flag(SampleSize.Effective(one), SampleSize.Effective(two));
}
