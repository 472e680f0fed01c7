using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Neural;

/// <summary>The 15 inputs of the cluster networks with their transforms, in the production order.</summary>
/// <source>Physics notes table 1.2; arXiv:2412.04370 section 2.</source>
public static class ClusterFeatures
{
    // A logarithm needs a floor: below it a value carries no information that the network could use. The floors lie
    // under the smallest value that clusters of the simulation reach; a single-cell cluster has exactly the floor of
    // the variance.
    private const double EnergyFloor = 1e-3, DensityFloor = 1e-12, VarianceFloor = 1e-4, LengthFloor = 0.1;

    /// <summary>Features in the order of table 1.2: E_EM first, mu last.</summary>
    public static IReadOnlyList<Feature> All { get; } =
    [
        Log(ClusterColumns.EnergyEm, EnergyFloor),
        Plain(ClusterColumns.Rapidity),
        Log(ClusterColumns.Significance, EnergyFloor),
        Plain(ClusterColumns.Time) with { Transform = FeatureTransform.SignedCubeRoot },
        Log(ClusterColumns.TimeVariance, VarianceFloor),
        Log(ClusterColumns.Lambda, LengthFloor),
        Plain(ClusterColumns.CenterMagnitude),
        Plain(ClusterColumns.EmFraction),
        Log(ClusterColumns.EnergyDensity, DensityFloor),
        Plain(ClusterColumns.Longitudinal),
        Plain(ClusterColumns.Lateral),
        Plain(ClusterColumns.PtD),
        Plain(ClusterColumns.Isolation),
        Plain(ClusterColumns.VertexCount),
        Plain(ClusterColumns.Mu),
    ];

    /// <summary>Those of them whose columns a table has, in the same order.</summary>
    /// <param name="clusters">A cluster table, of a foreign file perhaps.</param>
    public static IReadOnlyList<Feature> In(Table clusters) =>
        [.. All.Where(feature => clusters.Has(feature.Name))];

    /// <summary>Unit of a feature's value before its transform, <c>1</c> for pure numbers.</summary>
    /// <param name="column">Name of the feature, which is that of its column.</param>
    public static string UnitOf(string column) => column switch
    {
        ClusterColumns.EnergyEm => "GeV",
        ClusterColumns.Time => "ns",
        ClusterColumns.TimeVariance => "ns²",
        ClusterColumns.Lambda or ClusterColumns.CenterMagnitude => "mm",
        ClusterColumns.EnergyDensity => "GeV/mm³",
        _ => "1",
    };

    private static Feature Plain(string column) => new() { Name = column, Expression = column };

    private static Feature Log(string column, double floor) =>
        Plain(column) with { Transform = FeatureTransform.Log10, Floor = floor };
}
