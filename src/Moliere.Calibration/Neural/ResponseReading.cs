using Moliere.Data.Objects;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural;

/// <summary>What the outputs of a network say about the response of clusters or jets.</summary>
/// <source>Physics notes sections 1.5 and 2.4; clipping: section 4, pitfall 1.</source>
internal static class ResponseReading
{
    /// <summary>The central value as response, its uncertainty, and the whole distribution.</summary>
    /// <param name="prediction">Of all rows; its mixture is taken over.</param>
    /// <param name="isUsable">Whether the inputs of a row are; others get no calibration.</param>
    /// <param name="options">What the target is, and which value of a distribution counts.</param>
    /// <param name="threads">Does not change the result.</param>
    public static Predictions Of(NetworkPrediction prediction, bool[] isUsable, NetworkOptions options, int threads)
    {
        int rows = isUsable.Length, clipped = 0;
        float[] values = prediction.Values(options.Central, threads), response = new float[rows];
        var status = new CalibrationStatus[rows];
        for (int row = 0; row < rows; row++)
        {
            bool isCalibrated = isUsable[row] && float.IsFinite(values[row]);
            response[row] = isCalibrated ? (float)ResponseTarget.ResponseOf(values[row], options.Scale) : 1;
            status[row] = isCalibrated ? CalibrationStatus.Calibrated : CalibrationStatus.NotCalibrated;
            clipped += isCalibrated && ResponseTarget.IsClipped(values[row], options.Scale) ? 1 : 0;
        }

        return new()
        {
            Response = response,
            SigmaStat = SigmaOf(prediction.SigmaStat, response, status, options.Scale),
            SigmaSyst = SigmaOf(prediction.SigmaSyst, response, status, options.Scale),
            Distribution = prediction.SigmaSyst is null ? null : DistributionOf(prediction, status, options.Scale),
            Status = status,
            ClippedCount = clipped,
        };
    }

    private static float[]? SigmaOf(
        float[]? sigma, float[] response, CalibrationStatus[] status, ResponseScale scale)
    {
        if (sigma is null)
        {
            return null;
        }

        var spread = new float[sigma.Length];
        for (int row = 0; row < spread.Length; row++)
        {
            spread[row] = status[row] == CalibrationStatus.Calibrated
                ? (float)ResponseTarget.SigmaOf(response[row], sigma[row], scale)
                : float.NaN;
        }

        return spread;
    }

    private static PredictedDistribution DistributionOf(
        NetworkPrediction prediction, CalibrationStatus[] status, ResponseScale scale)
    {
        int width = 3 * prediction.Components;
        for (int row = 0; row < status.Length; row++)
        {
            if (status[row] == CalibrationStatus.NotCalibrated)
            {
                prediction.Mixture.AsSpan(row * width, width).Fill(float.NaN);
            }
        }

        return new() { Scale = scale, Components = prediction.Components, Parameters = prediction.Mixture };
    }
}
