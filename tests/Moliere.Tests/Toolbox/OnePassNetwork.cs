using Moliere.Calibration.Neural;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Tests.Toolbox;

/// <summary>A Bayesian network that predicts in one pass wherever it is used.</summary>
internal sealed class OnePassNetwork(BayesianMlp inner) : Network
{
    public override int InputCount => inner.InputCount;

    public override int OutputCount => inner.OutputCount;

    public override float[] Parameters => inner.Parameters;

    internal override string Identity => inner.Identity;

    /// <summary>The same calibration with its network's other way to predict.</summary>
    public static NetworkCalibration Of(NetworkCalibration calibration) => new()
    {
        Name = calibration.Name,
        Options = calibration.Options,
        Features = calibration.Features,
        Network = new OnePassNetwork((BayesianMlp)calibration.Network),
    };

    public override void SetOutputBias(ReadOnlySpan<float> bias) => inner.SetOutputBias(bias);

    public override NetworkPrediction Predict(ReadOnlyMemory<float> features, int rows, Loss loss, int threads) =>
        inner.PredictInOnePass(features, rows, loss, threads);

    internal override IBatchGradient Differentiate(Loss loss, int trainingRows, TrainerOptions options) =>
        inner.Differentiate(loss, trainingRows, options);
}
