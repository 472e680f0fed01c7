using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural;

/// <summary>
/// A cluster calibration by a trained network, Bayesian network or ensemble: features, the network, and what its
/// outputs mean. What predicts a distribution gives the mode (or another central value) of R with its uncertainty, what
/// predicts a point the response alone.
/// </summary>
/// <source>Physics notes sections 1.4 and 1.5.</source>
public sealed class NetworkCalibration : ICalibration
{
    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <summary>How the network was made, and what its outputs mean.</summary>
    public required NetworkOptions Options { get; init; }

    /// <summary>Inputs with the transforms fitted on the training rows.</summary>
    public required FittedFeatures Features { get; init; }

    /// <summary>The trained network.</summary>
    public required Network Network { get; init; }

    /// <summary>Threads that predict; does not change the result.</summary>
    public int Threads { get; init; } = 1;

    /// <inheritdoc/>
    public Predictions Apply(Table objects)
    {
        int rows = objects.RowCount;
        float[] features = Features.Apply(objects, out bool[] isFinite);
        NetworkPrediction prediction = Network.Predict(features, rows, Options.Plan.Loss, Threads);
        float[] values = prediction.Values(Options.Central, Threads), response = new float[rows];
        var status = new CalibrationStatus[rows];
        for (int row = 0; row < rows; row++)
        {
            bool isUsable = isFinite[row] && float.IsFinite(values[row]);
            response[row] = isUsable ? (float)ResponseTarget.ResponseOf(values[row], Options.Scale) : 1;
            status[row] = isUsable ? CalibrationStatus.Calibrated : CalibrationStatus.NotCalibrated;
        }

        return new Predictions
        {
            Response = response,
            SigmaStat = SigmaOf(prediction.SigmaStat, response, status),
            SigmaSyst = SigmaOf(prediction.SigmaSyst, response, status),
            Distribution = prediction.SigmaSyst is null ? null : DistributionOf(prediction, status),
            Status = status,
        };
    }

    private float[]? SigmaOf(float[]? sigma, float[] response, CalibrationStatus[] status)
    {
        if (sigma is null)
        {
            return null;
        }

        var spread = new float[sigma.Length];
        for (int row = 0; row < spread.Length; row++)
        {
            spread[row] = status[row] == CalibrationStatus.Calibrated
                ? (float)ResponseTarget.SigmaOf(response[row], sigma[row], Options.Scale)
                : float.NaN;
        }

        return spread;
    }

    private PredictedDistribution DistributionOf(NetworkPrediction prediction, CalibrationStatus[] status)
    {
        int width = 3 * prediction.Components;
        for (int row = 0; row < status.Length; row++)
        {
            if (status[row] == CalibrationStatus.NotCalibrated)
            {
                prediction.Mixture.AsSpan(row * width, width).Fill(float.NaN);
            }
        }

        return new()
        {
            Scale = Options.Scale,
            Components = prediction.Components,
            Parameters = prediction.Mixture,
        };
    }
}
