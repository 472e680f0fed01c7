namespace Moliere.Cli.Studies.Clusters;

/// <summary>How the time of the sample stage divides; unknown (0) where an earlier process made the sample.</summary>
internal sealed class ClusterTimes
{
    /// <summary>Share of clustering, moments and jets in the sample stage, in [0, 1].</summary>
    public double ReconstructionShare { get; set; }
}
