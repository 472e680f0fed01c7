using Moliere.Numerics.Statistics;

namespace Moliere.Validation.Metrics.Dijets;

/// <summary>
/// The noise of a jet from cones at random places of events without hard jets in them: the difference of two cones of
/// one event has root 2 times the fluctuation of one, and no mean.
/// </summary>
/// <source>ATLAS, arXiv:2007.02645, section 6 (random cones), and arXiv:1910.04482, section 8.2.</source>
public static class NoiseTerm
{
    // Error of half the central 68 % interval of n normal values, in widths over root n: asymptotic covariance of two
    // quantiles, Kendall and Stuart, The Advanced Theory of Statistics 1, section 10.10.
    private const double QuantileError = 1.0567;

    /// <summary>Fluctuation of the transverse momentum inside one cone [GeV].</summary>
    /// <param name="differences">Difference of two cones, one per event [GeV].</param>
    /// <returns>Half of the central 68 % interval over root 2; NaN for fewer than 3 differences.</returns>
    public static WidthEstimate OfCones(ReadOnlySpan<float> differences)
    {
        float[] sorted = [.. differences.ToArray().Where(float.IsFinite).Order()];
        if (sorted.Length < 3)
        {
            return new(double.NaN, double.NaN);
        }

        var weights = new float[sorted.Length];
        Array.Fill(weights, 1);
        Span<double> quantiles = stackalloc double[3];
        WeightedQuantile.OfSorted(sorted, weights, CentralQuantiles.Probabilities, quantiles);
        double width = 0.5 * (quantiles[2] - quantiles[0]) / Math.Sqrt(2);
        return new(width, width * QuantileError / Math.Sqrt(sorted.Length));
    }

    /// <summary>
    /// Noise of a calibrated jet [GeV]: fluctuations of independent pieces of the calorimeter grow with the root of the
    /// area, and a calibration that divides by the response divides them too.
    /// </summary>
    /// <param name="cone">Result of <see cref="OfCones"/>.</param>
    /// <param name="coneArea">Area of a cone in pseudorapidity and azimuth.</param>
    /// <param name="jetArea">Mean area of the jets.</param>
    /// <param name="response">Mean response of the jets at the scale of the cones, in (0, 1] at most times.</param>
    public static WidthEstimate OfJets(WidthEstimate cone, double coneArea, double jetArea, double response)
    {
        double factor = Math.Sqrt(jetArea / coneArea) / response;
        return new(cone.Value * factor, cone.Error * factor);
    }
}
