using Moliere.Calibration.Neural;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Neural;

/// <summary>Networks derived once from toy clusters and shared by the tests.</summary>
internal static class TrainedToys
{
    public static readonly Table Clusters = ToyFeatures.Clusters(6000, seed: 1);

    private static readonly Lazy<NetworkDerivation> s_derivation = new(() => Derivation(Clusters));
    private static readonly Lazy<NetworkCalibration> s_mixture =
        new(() => Derive("Mixture", new MixtureNll(2)).Calibration);
    private static readonly Lazy<NetworkCalibration> s_regression =
        new(() => Derive("Regression", new MeanSquaredError()).Calibration);

    public static NetworkCalibration Mixture => s_mixture.Value;

    public static NetworkCalibration Regression => s_regression.Value;

    /// <summary>The last quarter validates.</summary>
    public static NetworkDerivation Derivation(Table clusters)
    {
        int rows = clusters.RowCount, training = rows * 3 / 4;
        return new(clusters, [.. Enumerable.Range(0, training)], [.. Enumerable.Range(training, rows - training)]);
    }

    public static (NetworkCalibration Calibration, TrainingResult Result) Derive(
        string name, Loss loss, int threads = 1, int epochs = 60) =>
        s_derivation.Value.Derive(
            name,
            new NetworkOptions { Plan = new() { Shape = new MlpOptions { Hidden = [16] }, Loss = loss } },
            new TrainerOptions
            {
                Epochs = epochs,
                Patience = 0,
                BatchSize = 128,
                LearningRate = 0.01,
                Threads = threads,
            });
}
