using Moliere.Calibration.Neural;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Simulation.Samples;

namespace Moliere.Tests.Calibration.Neural;

public sealed class ClusterFeaturesTests
{
    // Physics notes table 1.2: the order of production, with the transform of each.
    private static readonly (string Name, FeatureTransform Transform)[] s_table =
    [
        (ClusterColumns.EnergyEm, FeatureTransform.Log10),
        (ClusterColumns.Rapidity, FeatureTransform.Identity),
        (ClusterColumns.Significance, FeatureTransform.Log10),
        (ClusterColumns.Time, FeatureTransform.SignedCubeRoot),
        (ClusterColumns.TimeVariance, FeatureTransform.Log10),
        (ClusterColumns.Lambda, FeatureTransform.Log10),
        (ClusterColumns.CenterMagnitude, FeatureTransform.Identity),
        (ClusterColumns.EmFraction, FeatureTransform.Identity),
        (ClusterColumns.EnergyDensity, FeatureTransform.Log10),
        (ClusterColumns.Longitudinal, FeatureTransform.Identity),
        (ClusterColumns.Lateral, FeatureTransform.Identity),
        (ClusterColumns.PtD, FeatureTransform.Identity),
        (ClusterColumns.Isolation, FeatureTransform.Identity),
        (ClusterColumns.VertexCount, FeatureTransform.Identity),
        (ClusterColumns.Mu, FeatureTransform.Identity),
    ];

    [Fact]
    public void Features_AreThoseOfTheTableInItsOrder() =>
        Assert.Equal(s_table, ClusterFeatures.All.Select(feature => (feature.Name, feature.Transform)));

    [Fact]
    public void EveryFeature_IsAColumnOfTheSample() =>
        Assert.All(ClusterFeatures.All, feature => Assert.True(ClusterSampler.NoClusters.Has(feature.Expression)));

    [Theory]
    [InlineData(ClusterColumns.TimeVariance, 0, -4)]
    [InlineData(ClusterColumns.TimeVariance, -1e-13, -4)]
    [InlineData(ClusterColumns.EnergyEm, 100, 2)]
    [InlineData(ClusterColumns.Time, -8, -2)]
    [InlineData(ClusterColumns.Mu, 36, 36)]
    public void Transform_HasItsFloorAndSign(string name, double value, double expected) =>
        Assert.Equal(expected, ClusterFeatures.All.Single(feature => feature.Name == name).Apply(value), 1e-12);

    [Fact]
    public void NonFiniteValue_StaysNonFiniteUnderEveryTransform() =>
        Assert.All(ClusterFeatures.All, feature => Assert.False(double.IsFinite(feature.Apply(double.NaN))));
}
