using Moliere.Calibration;
using Moliere.Calibration.Classical;
using Moliere.Calibration.Neural;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration;

/// <summary>What every method promises, asked of each: a new method is one line of <see cref="Method"/>.</summary>
public sealed class ICalibrationTests
{
    private static readonly Table Clusters = ToyClusters.WithResponse(0.7, lambda: 200, 500, seed: 3);

    [Theory]
    [InlineData("em")]
    [InlineData("lcw")]
    [InlineData("net")]
    public void EveryRow_HasAPositiveResponseAndAStatus(string name)
    {
        Predictions predictions = Method(name).Apply(Clusters);
        Assert.Equal(Clusters.RowCount, predictions.Response.Length);
        Assert.Equal(0, predictions.NotCalibratedCount);
        Assert.All(predictions.Response, response => Assert.True(response > 0 && float.IsFinite(response)));
    }

    [Theory]
    [InlineData("em")]
    [InlineData("lcw")]
    [InlineData("net")]
    public void OrderOfRows_DoesNotMatter(string name)
    {
        ICalibration method = Method(name);
        int[] backwards = [.. Enumerable.Range(0, Clusters.RowCount).Reverse()];
        float[] expected = [.. method.Apply(Clusters).Response.Reverse()];
        Assert.Equal(expected, method.Apply(Clusters.Select(backwards)).Response);
    }

    [Theory]
    [InlineData("em")]
    [InlineData("lcw")]
    [InlineData("net")]
    public void EmptyTable_GivesNoPredictions(string name) =>
        Assert.Empty(Method(name).Apply(Clusters.Select([])).Response);

    [Theory]
    [InlineData("lcw")]
    [InlineData("net")]
    public void UnusableRow_KeepsResponseOneAndSaysSo(string name)
    {
        Table broken = Clusters.Select([0, 1]);
        broken.Floats(ClusterColumns.EnergyEm)[1] = float.NaN;
        Predictions predictions = Method(name).Apply(broken);
        Assert.Equal([CalibrationStatus.Calibrated, CalibrationStatus.NotCalibrated], predictions.Status);
        Assert.Equal(1, predictions.Response[1]);
    }

    [Theory]
    [InlineData("em")]
    [InlineData("lcw")]
    [InlineData("net")]
    public void Name_IsTheOneOfRecipesAndFigures(string name) => Assert.Equal(name, Method(name).Name);

    private static ICalibration Method(string name) => name switch
    {
        "em" => new EnergyScale(),
        "lcw" => new LcwDerivation(ToyClusters.Geometry, new float[ToyClusters.Geometry.CellCount])
            .Derive(ToyClusters.WithResponse(1, lambda: 100, 500, seed: 1), Clusters),
        _ => Network(name),
    };

    private static NetworkCalibration Network(string name)
    {
        Feature energy = new() { Name = "energy", Expression = ClusterColumns.EnergyEm };
        int[] all = [.. Enumerable.Range(0, Clusters.RowCount)];
        return new()
        {
            Name = name,
            Kind = NetworkKind.Regression,
            Features = new FeatureSet([energy]).Fit(Clusters, all),
            Network = new Mlp(1, new MlpOptions { Hidden = [4] }, 1, seed: 1),
        };
    }
}
