// covers: NetworkOptions, ClusterPiece
using Moliere.Calibration.Neural;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Learning.Training;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Neural;

public sealed class NetworkDerivationTests
{
    private static readonly Table s_fresh = ToyFeatures.Clusters(2000, seed: 2);

    [Fact]
    public void Mixture_LearnsResponseAndSpread()
    {
        Predictions predictions = TrainedToys.Mixture.Apply(s_fresh);
        Assert.InRange(RootMeanSquare(predictions), 0, 0.025);
        double[] spreads = [.. predictions.SigmaSyst!.Zip(predictions.Response, (s, r) => s / (r * Math.Log(10)))];
        Assert.Equal(ToyFeatures.Spread, spreads.Average(), 0.012);
    }

    [Fact]
    public void Regression_LearnsTheResponseAlone()
    {
        Predictions predictions = TrainedToys.Regression.Apply(s_fresh);
        Assert.InRange(RootMeanSquare(predictions), 0, 0.025);
        Assert.False(predictions.HasUncertainty);
    }

    [Fact]
    public void PiecesOnDisk_TrainToTheBitsOfOneTableInMemory()
    {
        using TempFolder folder = new();
        Table table = ToyFeatures.Clusters(2000, seed: 3);
        int[] all = [.. Enumerable.Range(0, 500)];
        ClusterPiece[] pieces =
        [
            .. Enumerable.Range(0, 4).Select(i => new ClusterPiece(
                table.Slice(i * 500, 500), all[..400], all[400..])),
        ];
        int[] training = [.. Enumerable.Range(0, 2000).Where(row => row % 500 < 400)];
        using NetworkDerivation disk = new(pieces, folder.At("")),
            memory = new(table, training, [.. Enumerable.Range(0, 2000).Except(training)]);
        foreach (ResponseScale scale in Enum.GetValues<ResponseScale>())
        {
            var options = new NetworkOptions { Scale = scale };
            float[] Fitted(NetworkDerivation rows, int threads) => rows.WithPart(0.7).Derive(
                "n", options, new TrainerOptions { Epochs = 2, Threads = threads }).Calibration.Network.Parameters;
            Assert.Equal(Fitted(memory, 1), Fitted(disk, 2));
        }
    }

    [Fact]
    public void Threads_DoNotChangeABit()
    {
        (NetworkCalibration one, TrainingResult first) =
            TrainedToys.Derive("one", new MixtureNll(2), threads: 1, epochs: 3);
        (NetworkCalibration two, TrainingResult second) =
            TrainedToys.Derive("one", new MixtureNll(2), threads: 2, epochs: 3);
        Assert.Equal(one.Network.Parameters, two.Network.Parameters);
        Assert.Equal(first.History, second.History);
        Assert.Equal(3, first.Epochs);
    }

    [Theory]
    [InlineData(ClusterColumns.Lambda, float.NaN)]
    [InlineData(ClusterColumns.Mu, float.PositiveInfinity)]
    [InlineData(ClusterColumns.EnergyDeposited, 0)]
    [InlineData(ClusterColumns.EnergyDeposited, float.PositiveInfinity)]
    [InlineData(ClusterColumns.EnergyEm, -1)]
    [InlineData(ClusterColumns.Weight, float.NaN)]
    public void UnusableRows_AreLeftOutAndCounted(string column, float value)
    {
        Table clusters = ToyFeatures.Clusters(400, 3).WithValue(column, 5, value).WithValue(column, 390, value);
        NetworkDerivation derivation = TrainedToys.Derivation(clusters);
        Assert.Equal(2, derivation.LeftOut);
        Assert.True(derivation.HasRows);
        (_, TrainingResult result) = derivation.Derive("x", new(), new TrainerOptions { Epochs = 1 });
        Assert.Equal((299, TrainingStatus.Completed), (result.Rows, result.Status));
    }

    [Fact]
    public void NoUsableValidationRow_IsToldBeforeTraining()
    {
        Table clusters = ToyFeatures.Clusters(4, 3).WithValue(ClusterColumns.Mu, 3, float.NaN);
        Assert.False(TrainedToys.Derivation(clusters).HasRows);
    }

    [Fact]
    public void TooFewRows_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => TrainedToys.Derivation(ToyFeatures.Clusters(40, 3)).RequireLearnable());
        Assert.Equal("30 usable training clusters are fewer than the 50 a network needs.", error.Message);
    }

    [Theory]
    [InlineData(0f, "The weights of all 150 training clusters are zero.")]
    [InlineData(-1f, "The weights of the 150 training clusters sum to -150, 150 of them are negative")]
    public void WeightsWithoutPositiveSum_AreRefused(float weight, string expected)
    {
        Table clusters = With(ToyFeatures.Clusters(200, 3), ClusterColumns.Weight, _ => weight);
        var error = Assert.Throws<ArgumentException>(() => TrainedToys.Derivation(clusters).RequireLearnable());
        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public void SingleTarget_IsRefused()
    {
        Table clusters = ToyFeatures.Clusters(200, 3);
        float[] signal = clusters.Floats(ClusterColumns.EnergyEm);
        clusters = With(clusters, ClusterColumns.EnergyDeposited, row => signal[row] / 2);
        var error = Assert.Throws<ArgumentException>(() => TrainedToys.Derivation(clusters).RequireLearnable());
        Assert.Contains("is 2 in all 150 training clusters", error.Message);
    }

    [Fact]
    public void ConstantFeature_IsNamed()
    {
        Table clusters = With(ToyFeatures.Clusters(200, 3), ClusterColumns.Mu, _ => 36);
        Assert.Equal([ClusterColumns.Mu], TrainedToys.Derivation(clusters).ConstantFeatures);
    }

    [Fact]
    public void Part_LearnsFromTheFirstRowsOnly()
    {
        NetworkDerivation whole = TrainedToys.Derivation(ToyFeatures.Clusters(400, 3));
        Assert.Equal((300, 75, 1), (
            whole.TrainingRows, whole.WithPart(0.25).TrainingRows, whole.WithPart(1e-9).TrainingRows));
        Assert.Same(whole.Features, whole.WithPart(0.25).Features);
    }

    private static Table With(Table table, string column, Func<int, float> value) => new(
    [
        .. table.Columns.Select(old => old.Name != column ? old : new FloatColumn(
            old.Name, old.Unit, old.Description, [.. Enumerable.Range(0, table.RowCount).Select(value)])),
    ]);

    private static double RootMeanSquare(Predictions predictions) => Math.Sqrt(s_fresh.Floats(ClusterColumns.EmFraction)
        .Zip(predictions.Response, (f, r) => Math.Pow(Math.Log10(r) - ToyFeatures.ExpectedLog10(f), 2)).Average());
}
