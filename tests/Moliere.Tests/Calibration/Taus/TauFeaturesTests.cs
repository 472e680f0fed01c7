using Moliere.Calibration.Taus;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Taus;

public sealed class TauFeaturesTests
{
    private static readonly Table s_taus = Scaled(ToyTauScales.Make(20, seed: 1));

    [Fact]
    public void ThereAreTwentyWithDistinctNames()
    {
        Assert.Equal(20, TauFeatures.All.Count);
        Assert.Equal(20, TauFeatures.All.Select(feature => feature.Name).Distinct().Count());
        Assert.Equal(TauFeatures.All, TauFeatures.In(s_taus));
    }

    [Fact]
    public void Ratios_AreThoseOfTheirColumns()
    {
        FittedFeatures fitted = new FeatureSet(TauFeatures.All).Fit(s_taus, [.. Enumerable.Range(0, 20)]);
        Assert.All(fitted.Features, feature => Assert.True(double.IsFinite(feature.Mean)));
        double mean = fitted.Features.Single(f => f.Feature.Name == TauFeatures.LocalOverCombined).Mean;
        Assert.Equal(0.5, mean, 1e-6);
    }

    [Fact]
    public void ColumnsThatATableLacks_TakeTheirFeaturesWithThem()
    {
        var without = new Table([.. s_taus.Columns.Where(column => column.Name != TauColumns.PtSubstructure)]);
        Assert.Equal(
            TauFeatures.All.Where(feature => feature.Name != TauFeatures.SubstructureOverCombined),
            TauFeatures.In(without));
    }

    [Theory]
    [InlineData(-1111f, false)]
    [InlineData(-999f, false)]
    [InlineData(float.NaN, false)]
    [InlineData(float.PositiveInfinity, false)]
    [InlineData(0f, true)]
    [InlineData(-998f, true)]
    public void Sentinels_AreMissing(float value, bool isPresent)
    {
        Assert.Equal(isPresent, TauFeatures.IsPresent(value));
        var table = new Table([new FloatColumn("a", "", "", [1, value]), new FloatColumn("b", "", "", [1, 2])]);
        Table cleaned = TauFeatures.WithoutSentinels(table);
        Assert.Equal(isPresent ? value : float.NaN, cleaned.Floats("a")[1]);
        Assert.Same(table["b"], cleaned["b"]);
    }

    internal static Table Scaled(Table taus)
    {
        float[] doubled = [.. taus.Floats(TauColumns.Pt).Select(pt => 2 * pt)];
        return new([
            .. taus.Columns,
            new FloatColumn(TauColumns.PtCombined, "GeV", "", doubled),
            new FloatColumn(TauColumns.PtCalorimeter, "GeV", "", doubled),
            .. TauColumns.Modes.Select(mode => new FloatColumn(mode, "", "", [.. doubled.Select(_ => 0.2f)])),
        ]);
    }
}
