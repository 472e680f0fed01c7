namespace Moliere.Calibration.InSitu;

/// <summary>
/// C: how far predicted momenta moved from the initial ones. Means enter as h(d), d = sum w p / sum w p_initial - 1
/// over a bin, averaged over bins by weight; the slope as h(b - 1) with the regression b of the pair's mean ln p on the
/// logarithm of its initial average. h(d) = sqrt(d² + e²) - e is |d| beyond e: its pull does not fade near 0, so that a
/// constraint holds against the width's pull instead of giving way a little.
/// </summary>
/// <remarks>
/// The slope is that of pairs, not of single jets: ln p_initial of a jet contains the very fluctuation that a gain
/// removes, so slope 1 on it would forbid the gain.
/// </remarks>
/// <source>Physics notes section 2.4; exact penalties: Nocedal and Wright (2006), section 17.2.</source>
internal sealed class ScaleTerm(ScaleConstraint constraint, int bins)
{
    private const double Edge = 1e-2; // e: the percent that monitors allow; sigma_A moves a mean by 0.03 e against it

    private readonly double[] _predicted = new double[bins];
    private readonly double[] _initial = new double[bins];

    private bool HasBins => constraint is ScaleConstraint.BinMeans or ScaleConstraint.BinMeansAndSlope;

    private bool HasSlope => constraint is ScaleConstraint.Slope or ScaleConstraint.BinMeansAndSlope;

    private bool HasMean => constraint is ScaleConstraint.BatchMean or ScaleConstraint.Slope;

    /// <summary>The term; a factor times its derivative is added to the gradient of the batch.</summary>
    /// <returns>NaN where a slope is asked for and a momentum has no logarithm.</returns>
    public double Add(DijetBatch batch, double factor) =>
        (HasMean || HasBins ? AddMeans(batch, factor) : 0) + (HasSlope ? AddSlope(batch, factor) : 0);

    private int BinOf(DijetBatch batch, int jet) => HasBins ? batch.ScaleBin[jet] : 0;

    private double AddMeans(DijetBatch batch, double factor)
    {
        Array.Clear(_predicted);
        Array.Clear(_initial);
        double total = 0;
        for (int i = 0; i < batch.Jets; i++)
        {
            int bin = BinOf(batch, i);
            _predicted[bin] += batch.Weight[i] * batch.Momentum[i];
            _initial[bin] += batch.Weight[i] * batch.Initial[i];
            total += batch.Weight[i] * batch.Initial[i];
        }

        // Bins count by their summed initial momentum, which makes the slope by a momentum the same in all of them.
        double sum = 0;
        for (int bin = 0; bin < bins; bin++)
        {
            double move = _initial[bin] > 0 ? (_predicted[bin] / _initial[bin]) - 1 : 0;
            sum += _initial[bin] / total * Held(move);
            _predicted[bin] = HeldSlope(move);
        }

        for (int i = 0; i < batch.Jets; i++)
        {
            batch.Gradient[i] += factor * _predicted[BinOf(batch, i)] * batch.Weight[i] / total;
        }

        return sum;
    }

    private static double AddSlope(DijetBatch batch, double factor)
    {
        double total = 0, meanX = 0, meanY = 0, covariance = 0, variance = 0;
        for (int i = 0; i < batch.Jets; i++)
        {
            total += batch.Weight[i];
            meanX += batch.Weight[i] * batch.LogAverage[i];
            meanY += batch.Weight[i] * Math.Log(batch.Momentum[i]);
        }

        (meanX, meanY) = (meanX / total, meanY / total);
        for (int i = 0; i < batch.Jets; i++)
        {
            double x = batch.LogAverage[i] - meanX;
            covariance += batch.Weight[i] * x * (Math.Log(batch.Momentum[i]) - meanY);
            variance += batch.Weight[i] * x * x;
        }

        if (!(variance > 0))
        {
            return 0;
        }

        double move = (covariance / variance) - 1, slope = factor * HeldSlope(move) / variance;
        for (int i = 0; i < batch.Jets; i++)
        {
            batch.Gradient[i] += slope * batch.Weight[i] * (batch.LogAverage[i] - meanX) / batch.Momentum[i];
        }

        return Held(move);
    }

    private static double Held(double move) => Math.Sqrt((move * move) + (Edge * Edge)) - Edge;

    private static double HeldSlope(double move) => move / Math.Sqrt((move * move) + (Edge * Edge));
}
