using Moliere.Data.Objects;

namespace Moliere.Calibration.Closure;

/// <summary>
/// Brings what was learnt at a starting scale to the scale that a table's momenta have, closure included: responses
/// multiply, and relative uncertainties go with the slope of the closure and the scale of the spread.
/// </summary>
/// <param name="eta">Pseudorapidity of each row, by which closures are binned.</param>
/// <param name="startPt">Transverse momentum at the starting scale [GeV].</param>
/// <param name="startResponse">The table's transverse momentum over that at the starting scale.</param>
/// <param name="closure">Correction of the mean; null for none.</param>
/// <param name="spread">Factor on the uncertainties; null for none.</param>
internal sealed class LaterSteps(
    float[] eta, float[] startPt, float[] startResponse, ClosureSpline? closure, SpreadScale? spread)
{
    /// <summary>Changes responses, uncertainties and distributions in place.</summary>
    public Predictions Compose(Predictions network)
    {
        for (int row = 0; row < network.Response.Length; row++)
        {
            if (network.Status[row] == CalibrationStatus.Calibrated)
            {
                Compose(network, row);
            }
        }

        return network;
    }

    private void Compose(Predictions network, int row)
    {
        double response = network.Response[row], pt = startPt[row] / response;
        (double factor, double slope) = closure?.At(pt, eta[row]) ?? (1, 1);
        double scale = factor * startResponse[row];
        slope *= spread?.At(pt / factor) ?? 1;
        network.Response[row] = (float)(response * scale);
        Multiply(network.SigmaStat, row, scale * slope);
        Multiply(network.SigmaSyst, row, scale * slope);
        if (network.Distribution is { } distribution)
        {
            Move(distribution, row, response, scale, slope);
        }
    }

    private static void Multiply(float[]? sigma, int row, double factor)
    {
        if (sigma is not null)
        {
            sigma[row] = (float)(sigma[row] * factor);
        }
    }

    // Around the central response the closure is a straight line in logarithms; over R itself that is one too.
    private static void Move(
        PredictedDistribution distribution, int row, double response, double scale, double slope)
    {
        int k = distribution.Components;
        bool isLog = distribution.Scale == ResponseScale.Log10;
        double centre = isLog ? Math.Log10(response) : response;
        double moved = isLog ? Math.Log10(response * scale) : response * scale;
        double stretch = isLog ? slope : slope * scale;
        Span<float> own = distribution.Parameters.AsSpan(row * 3 * k, 3 * k);
        for (int i = 0; i < k; i++)
        {
            own[k + i] = (float)(moved + (stretch * (own[k + i] - centre)));
            own[(2 * k) + i] = (float)(stretch * own[(2 * k) + i]);
        }
    }
}
