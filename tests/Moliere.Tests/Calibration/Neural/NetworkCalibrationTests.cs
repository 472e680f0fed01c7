using Moliere.Calibration;
using Moliere.Calibration.Neural;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Neural;

public sealed class NetworkCalibrationTests : CalibrationContract
{
    protected override ICalibration Calibration => TrainedToys.Mixture;

    protected override string Name => "Mixture";

    protected override Table Clusters { get; } = ToyFeatures.Clusters(50, seed: 4);

    protected override IReadOnlyList<string> Needed { get; } = [.. ClusterFeatures.All.Select(feature => feature.Name)];

    [Fact]
    public void NonFiniteFeature_GivesFactorOneAndNoUncertainty()
    {
        Predictions predictions = TrainedToys.Mixture.Apply(Clusters.WithValue(ClusterColumns.Lateral, 3, float.NaN));
        Assert.Equal(1, predictions.NotCalibratedCount);
        Assert.Equal((CalibrationStatus.NotCalibrated, 1f), (predictions.Status[3], predictions.Response[3]));
        Assert.True(float.IsNaN(predictions.SigmaSyst![3]));
    }

    [Fact]
    public void MissingColumn_IsNamed()
    {
        Table without = new([.. Clusters.Columns.Where(column => column.Name != ClusterColumns.PtD)]);
        var error = Assert.Throws<MissingColumnException>(() => TrainedToys.Mixture.Apply(without));
        Assert.Contains("ptd", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_DoNotChangeABit()
    {
        NetworkCalibration one = TrainedToys.Mixture;
        NetworkCalibration two = new()
        {
            Name = one.Name,
            Options = one.Options,
            Features = one.Features,
            Network = one.Network,
            Threads = 2,
        };
        Assert.Equal(one.Apply(TrainedToys.Clusters).Response, two.Apply(TrainedToys.Clusters).Response);
        Assert.Equal(one.Apply(TrainedToys.Clusters).SigmaSyst, two.Apply(TrainedToys.Clusters).SigmaSyst);
    }
}

public sealed class RegressionContractTests : CalibrationContract
{
    protected override ICalibration Calibration => TrainedToys.Regression;

    protected override string Name => "Regression";

    protected override Table Clusters { get; } = ToyFeatures.Clusters(50, seed: 4);

    protected override IReadOnlyList<string> Needed { get; } = [.. ClusterFeatures.All.Select(feature => feature.Name)];
}
