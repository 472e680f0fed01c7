using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Expressions;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tests.Calibration.Neural.Jets;

public sealed class JetFeaturesTests
{
    private static IReadOnlyList<Feature> All => JetFeatures.All(JetNetworkKind.Globals, true);

    [Fact]
    public void Globals_ComeFirstAndAreAll() =>
        Assert.Equal(JetColumns.Globals, All.Take(23).Select(feature => feature.Name));

    [Fact]
    public void EnergyFlow_DoesWithoutCountsOfObjects() => Assert.Equal(
        ["n90", "n_track"],
        JetFeatures.All(JetNetworkKind.Globals, true).Except(JetFeatures.All(JetNetworkKind.EnergyFlow, true))
            .Select(feature => feature.Name));

    [Fact]
    public void PtIsThatOfTheStartingScale() =>
        Assert.Equal(JetFeatures.StartPt, All.Single(f => f.Name == JetColumns.Pt).Expression);

    [Theory]
    [InlineData(true, 1.5)]
    [InlineData(false, -1.5)]
    public void DetectorEta_IsFoldedWhereAsked(bool fold, double expected) =>
        Assert.Equal(expected, ValueOf("eta_det", (JetColumns.DetectorEta, -1.5f), fold));

    [Fact]
    public void Mass_IsThatOfTheFourVectorOverPt()
    {
        // e² = (1 + 0.2²) pt² cosh² eta at eta = 0.
        Table jet = Row(("pt", 50), ("eta", 0), ("e", 50 * (float)Math.Sqrt(1.04)));
        Assert.Equal(Math.Log10(0.2), Value(All.Single(f => f.Name == "mass_over_pt"), jet), 1e-5);
    }

    [Theory]
    [InlineData("n_track", 0, 0)]
    [InlineData("n_track", 9, 1)]
    [InlineData("f_lar2", 7, 1.5)]
    [InlineData("f_charged", -3, 0)]
    public void Transform_HasItsFloorAndBounds(string name, float value, double expected) =>
        Assert.Equal(expected, ValueOf(name, (name, value), true), 1e-12);

    [Fact]
    public void ForeignTable_GivesTheFeaturesItHas()
    {
        Table jets = Row((JetFeatures.StartPt, 30), ("eta_det", 1), ("n_pv", 20), ("rho", 3), ("pt", 20));
        Assert.Equal(
            ["pt", "eta_det", "n_pv"],
            JetFeatures.In(jets, JetNetworkKind.Globals, true).Select(feature => feature.Name));
    }

    private static double ValueOf(string name, (string, float) column, bool fold) =>
        Value(JetFeatures.All(JetNetworkKind.Globals, fold).Single(feature => feature.Name == name), Row(column));

    private static double Value(Feature feature, Table jet) =>
        feature.Apply(Expression.Parse(feature.Expression).Evaluate(jet)[0]);

    private static Table Row(params (string Name, float Value)[] values) =>
        new([.. values.Select(column => new FloatColumn(column.Name, "", "", [column.Value]))]);
}
