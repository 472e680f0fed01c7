using Moliere.Data.Objects;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>Predictions of parts of a table, put together in the order of its rows.</summary>
internal sealed class PredictionParts(int rows)
{
    private readonly float[] _response = new float[rows];
    private readonly CalibrationStatus[] _status = new CalibrationStatus[rows];
    private float[]? _sigmaStat;
    private float[]? _sigmaSyst;
    private PredictedDistribution? _distribution;
    private int _clipped;

    /// <summary>Puts the predictions of some rows in their places.</summary>
    public void Add(int[] places, Predictions part)
    {
        Scatter(part.Response, 1, _response, places);
        Scatter(part.Status, 1, _status, places);
        _sigmaStat = Scattered(part.SigmaStat, 1, _sigmaStat, places);
        _sigmaSyst = Scattered(part.SigmaSyst, 1, _sigmaSyst, places);
        if (part.Distribution is { } distribution)
        {
            int width = 3 * distribution.Components;
            float[] all = Scattered(distribution.Parameters, width, _distribution?.Parameters, places)!;
            _distribution = distribution with { Parameters = all };
        }

        _clipped += part.ClippedCount;
    }

    /// <summary>All of them.</summary>
    public Predictions Joined() => new()
    {
        Response = _response,
        Status = _status,
        SigmaStat = _sigmaStat,
        SigmaSyst = _sigmaSyst,
        Distribution = _distribution,
        ClippedCount = _clipped,
    };

    private float[]? Scattered(float[]? part, int width, float[]? all, int[] places)
    {
        if (part is not null)
        {
            all ??= new float[rows * width];
            Scatter(part, width, all, places);
        }

        return all;
    }

    private static void Scatter<T>(T[] part, int width, T[] all, int[] places)
    {
        for (int i = 0; i < places.Length; i++)
        {
            part.AsSpan(i * width, width).CopyTo(all.AsSpan(places[i] * width));
        }
    }
}
