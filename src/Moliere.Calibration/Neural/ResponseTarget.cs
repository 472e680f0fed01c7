using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Neural;

/// <summary>
/// The target of the cluster networks: R = E_EM / E_dep, reconstructed over true, or its decimal logarithm. The
/// calibrated energy is therefore E_EM / R.
/// </summary>
/// <source>Physics notes section 1.3.</source>
public static class ResponseTarget
{
    /// <summary>Smallest and largest response that a network may predict; predictions outside are clipped.</summary>
    /// <source>Physics notes section 4, pitfall 1.</source>
    public const double Smallest = 0.1, Largest = 10;

    /// <summary>The target of the given rows.</summary>
    /// <param name="clusters">Cluster table.</param>
    /// <param name="rows">Rows with positive E_EM and E_dep.</param>
    /// <param name="scale">R or log10 R.</param>
    public static float[] Of(Table clusters, ReadOnlySpan<int> rows, ResponseScale scale)
    {
        float[] signal = clusters.Floats(ClusterColumns.EnergyEm);
        float[] deposit = clusters.Floats(ClusterColumns.EnergyDeposited);
        var targets = new float[rows.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            double response = (double)signal[rows[i]] / deposit[rows[i]];
            targets[i] = (float)(scale == ResponseScale.Log10 ? Math.Log10(response) : response);
        }

        return targets;
    }

    /// <summary>Response from a predicted target, clipped to the range a network may predict.</summary>
    /// <param name="target">R or log10 R.</param>
    /// <param name="scale">Which of them.</param>
    public static double ResponseOf(double target, ResponseScale scale) =>
        Math.Clamp(scale == ResponseScale.Log10 ? Math.Pow(10, target) : target, Smallest, Largest);

    /// <summary>Whether <see cref="ResponseOf"/> had to clip.</summary>
    /// <param name="target">R or log10 R.</param>
    /// <param name="scale">Which of them.</param>
    public static bool IsClipped(double target, ResponseScale scale) => scale == ResponseScale.Log10
        ? Math.Abs(target) > Math.Log10(Largest)
        : target is < Smallest or > Largest;

    /// <summary>
    /// Standard deviation of R from that of the target: sigma_R = ln(10) R sigma for the logarithm, in first order.
    /// </summary>
    /// <param name="response">R.</param>
    /// <param name="sigma">Of the target.</param>
    /// <param name="scale">R or log10 R.</param>
    public static double SigmaOf(double response, double sigma, ResponseScale scale) =>
        scale == ResponseScale.Log10 ? Math.Log(10) * response * sigma : sigma;
}
