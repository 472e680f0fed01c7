using Moliere.Calibration.InSitu;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Tests.Calibration.InSitu;

public sealed class CorrectionNetworkTests
{
    private static readonly Table Jets = ToyDijets.Make(100, 1);

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void UntilItIsTuned_ItsMeanIsZeroForEveryJet(int hidden)
    {
        foreach (Loss loss in new Loss[] { new MeanSquaredError(), new GaussianNll() })
        {
            var network = new CorrectionNetwork(
                Jets, ToyDijets.Features, new MlpOptions { Hidden = hidden == 0 ? [] : [hidden] }, 1, loss);
            NetworkPrediction prediction = network.Network.Predict(network.RowsOf(Jets), loss, threads: 1);
            Assert.All(prediction.Mean, mean => Assert.Equal(0, mean));
            Assert.Equal(loss, network.Plan.Loss);
        }
    }

    [Fact]
    public void Rows_AreTheStandardisedFeatures()
    {
        var network = new CorrectionNetwork(Jets, ToyDijets.Features, new MlpOptions(), 1);
        TrainingRows rows = network.RowsOf(Jets.Slice(10, 5));
        Assert.Equal((5, 2), (rows.RowCount, rows.Width));
        double expected = (Jets.Floats("f_tile0")[12] - network.Features.Features[0].Mean)
            / network.Features.Features[0].Sigma;
        Assert.Equal(expected, rows.Row(2)[0], 1e-5);
    }

    [Fact]
    public void DefaultFeatures_AreTheGlobalsButTheMomentum()
    {
        string[] names = [.. CorrectionNetwork.WithoutMomentum.Select(feature => feature.Name)];
        Assert.Equal(22, names.Length);
        Assert.DoesNotContain(JetColumns.Pt, names);
    }
}
