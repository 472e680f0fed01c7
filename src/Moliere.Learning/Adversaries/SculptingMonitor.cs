using Moliere.Learning.Losses;
using Moliere.Numerics.Statistics;

namespace Moliere.Learning.Adversaries;

/// <summary>
/// Watches whether a cut on an output changes the shape of a number that the adversary is after: divergence, in bits,
/// of the targets of accepted and rejected control rows. The cut accepts a share of the task's signal. Measures are the
/// cut and the divergence. The limit by chance is for one judgement and grows as the sample shrinks: the best of
/// many epochs within it may be one that sculpts and fluctuated under it; other rows have to say what is left.
/// </summary>
/// <param name="edges">Rising edges of the bins of the target, at least 2; what lies outside is not counted.</param>
/// <param name="limit">
/// Largest divergence allowed [bits]; null for what two samples of one distribution exceed once in twenty times.
/// </param>
/// <param name="efficiency">Share of signal that is accepted, in (0, 1).</param>
/// <param name="signal">Target of signal in the task.</param>
/// <param name="column">Output that is cut on; high is signal.</param>
/// <source>ATL-PHYS-PUB-2018-014, section 5: Jensen-Shannon divergence at fixed signal efficiency.</source>
public sealed class SculptingMonitor(
    double[] edges, double? limit = null, double efficiency = 0.5, float signal = 1, int column = 0) : GameMonitor
{
    /// <inheritdoc/>
    public override string Identity =>
        FormattableString.Invariant($"sculpting {limit:R} {efficiency:R} {signal:R} {column} ")
        + string.Join(' ', edges.Select(edge => FormattableString.Invariant($"{edge:R}")));

    /// <inheritdoc/>
    public override string Name => FormattableString.Invariant($"JSD of the target at efficiency {efficiency}");

    /// <summary>The limit given; 1 where chance is the limit, to which scores are scaled then.</summary>
    public override double Limit => limit ?? 1;

    /// <inheritdoc/>
    public override Verdict Judge(GameView view)
    {
        double cut = Cut(view);
        double[] accepted = new double[edges.Length - 1], rejected = new double[edges.Length - 1];
        double[] acceptedSquares = new double[edges.Length - 1], rejectedSquares = new double[edges.Length - 1];
        ReadOnlySpan<float> outputs = view.ControlOutputs.Span;
        for (int row = 0; row < view.Control.RowCount; row++)
        {
            int bin = BinOf(view.Control.Target(row));
            if (bin >= 0)
            {
                double weight = view.Control.Weight(row);
                bool isAccepted = outputs[(row * view.OutputCount) + column] > cut;
                (isAccepted ? accepted : rejected)[bin] += weight;
                (isAccepted ? acceptedSquares : rejectedSquares)[bin] += weight * weight;
            }
        }

        double divergence = JensenShannon.Bits(accepted, rejected);
        if (double.IsNaN(divergence))
        {
            return new Verdict(1) { Complaint = "the cut accepts all control rows or none", Measures = [cut, 1] };
        }

        double scale = limit is null ? Chance(
            accepted.Zip(rejected).Count(bin => bin.First > 0 || bin.Second > 0),
            SampleSize.Effective(accepted.Sum(), acceptedSquares.Sum()),
            SampleSize.Effective(rejected.Sum(), rejectedSquares.Sum())) : 1;
        return new Verdict(divergence / scale) { Measures = [cut, divergence] };
    }

    // Of one distribution the divergence over its mean is chi-squared over its degrees of freedom; 95 % quantile.
    private static double Chance(int bins, double accepted, double rejected)
    {
        double part = 2 / (9 * Math.Max(1.0, bins - 1));
        double quantile = Math.Pow(1 - part + (1.645 * Math.Sqrt(part)), 3); // Wilson, Hilferty, PNAS 17 (1931) 684
        return JensenShannon.Floor(bins, accepted, rejected) * quantile;
    }

    private double Cut(GameView view)
    {
        (float[] values, float[] weights) = view.Of(false, column, signal);
        Array.Sort(values, weights);
        double below = weights.Sum(weight => (double)weight) * (1 - efficiency);
        int at = 0;
        for (; at < values.Length - 1 && (below -= weights[at]) > 0;)
        {
            at++;
        }

        return values[at];
    }

    private int BinOf(double value)
    {
        int at = Array.BinarySearch(edges, value);
        int bin = at >= 0 ? at : ~at - 1;
        return bin < edges.Length - 1 ? bin : -1;
    }
}
