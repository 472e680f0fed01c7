using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural;

/// <summary>
/// A cluster calibration by a trained network: features, the network, and what its outputs mean. A mixture network
/// predicts the mode of log10 R (or another central value) and its spread; a regression network the mean of log10 R
/// alone.
/// </summary>
/// <source>Physics notes section 1.4: mode as central value, sigma_R = ln(10) R sigma.</source>
public sealed class NetworkCalibration : ICalibration
{
    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <summary>What the outputs mean.</summary>
    public required NetworkKind Kind { get; init; }

    /// <summary>Inputs with the transforms fitted on the training rows.</summary>
    public required FittedFeatures Features { get; init; }

    /// <summary>The trained network.</summary>
    public required Mlp Network { get; init; }

    /// <summary>Which value of the mixture is the prediction; without effect for a regression.</summary>
    public CentralValue Central { get; init; } = CentralValue.Mode;

    /// <summary>Threads that predict; does not change the result.</summary>
    public int Threads { get; init; } = 1;

    /// <inheritdoc/>
    public Predictions Apply(Table clusters)
    {
        int rows = clusters.RowCount;
        float[] features = Features.Apply(clusters, out bool[] isFinite);
        var outputs = new float[rows * Network.OutputCount];
        Network.Predict(features, rows, outputs, Threads);
        (float[] log10, float[]? sigma) = Summarise(outputs, rows);
        var (response, spread, status) = (new float[rows], new float[rows], new CalibrationStatus[rows]);
        for (int row = 0; row < rows; row++)
        {
            bool isUsable = isFinite[row] && float.IsFinite(log10[row]);
            response[row] = isUsable ? (float)ResponseTarget.ResponseOf(log10[row]) : 1;
            spread[row] = isUsable && sigma is not null
                ? (float)(Math.Log(10) * response[row] * sigma[row])
                : float.NaN;
            status[row] = isUsable ? CalibrationStatus.Calibrated : CalibrationStatus.NotCalibrated;
        }

        return new Predictions { Response = response, SigmaSyst = sigma is null ? null : spread, Status = status };
    }

    private (float[] Log10, float[]? Sigma) Summarise(float[] outputs, int rows)
    {
        if (Kind == NetworkKind.Regression)
        {
            return (outputs, null);
        }

        float[] values = new float[rows], sigmas = new float[rows];
        GaussianMixture.Summarise(outputs, rows, values, sigmas, Central, Threads);
        return (values, sigmas);
    }
}
