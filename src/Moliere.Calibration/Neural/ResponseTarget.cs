using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Neural;

/// <summary>
/// The target of the cluster networks: log10 R with R = E_EM / E_dep, reconstructed over true. The calibrated energy is
/// therefore E_EM / R.
/// </summary>
/// <source>Physics notes section 1.3.</source>
public static class ResponseTarget
{
    /// <summary>Smallest and largest response that a network may predict; predictions outside are clipped.</summary>
    /// <source>Physics notes section 4, pitfall 1.</source>
    public const double Smallest = 0.1, Largest = 10;

    /// <summary>log10 R of the given rows.</summary>
    /// <param name="clusters">Cluster table.</param>
    /// <param name="rows">Rows with positive E_EM and E_dep.</param>
    public static float[] Of(Table clusters, ReadOnlySpan<int> rows)
    {
        float[] signal = clusters.Floats(ClusterColumns.EnergyEm);
        float[] deposit = clusters.Floats(ClusterColumns.EnergyDeposited);
        var targets = new float[rows.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = (float)Math.Log10((double)signal[rows[i]] / deposit[rows[i]]);
        }

        return targets;
    }

    /// <summary>Response from its logarithm, clipped to the range a network may predict.</summary>
    /// <param name="log10">log10 R.</param>
    public static double ResponseOf(double log10) => Math.Clamp(Math.Pow(10, log10), Smallest, Largest);
}
