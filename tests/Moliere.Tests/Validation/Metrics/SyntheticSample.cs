using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

/// <summary>Samples whose figures are known in closed form.</summary>
internal static class SyntheticSample
{
    /// <summary>
    /// True response log-normal around <paramref name="scale"/> times the prediction 1, energies log-uniform in
    /// 0.3-1000; the method "right" knows its spread, "bare" gives none.
    /// </summary>
    public static ValidationSample LogNormal(int rows, double scale, double sigma, ulong seed = 7, int perEvent = 4)
    {
        var target = new float[rows];
        var energy = new float[rows];
        var mu = new float[rows];
        var events = new ulong[rows];
        for (int row = 0; row < rows; row++)
        {
            var rng = new Rng(seed, "synthetic", (ulong)row);
            target[row] = (float)(scale * Math.Exp(sigma * rng.NextGaussian()));
            energy[row] = (float)(0.3 * Math.Pow(1000 / 0.3, rng.NextDouble()));
            mu[row] = (float)(80 * rng.NextDouble());
            events[row] = (ulong)(row / perEvent);
        }

        return new ValidationSample
        {
            Target = target,
            Events = events,
            Variables = new Dictionary<string, float[]> { ["E_dep"] = energy, ["mu"] = mu },
            Methods =
            [
                new("bare", Constant(rows, 1, null)),
                new("right", Constant(rows, (float)scale, (float)(scale * sigma))),
            ],
        };
    }

    /// <summary>The same prediction for every row.</summary>
    public static Predictions Constant(int rows, float response, float? sigma) =>
        new()
        {
            Response = [.. Enumerable.Repeat(response, rows)],
            SigmaSyst = sigma is { } value ? [.. Enumerable.Repeat(value, rows)] : null,
            Status = new CalibrationStatus[rows],
        };

    /// <summary>A normal sample: R = 1 + sigma_row z, with sigma between 0.02 and 0.2 known to the method.</summary>
    public static ValidationSample Normal(int rows, ulong seed, double claimed = 1)
    {
        var target = new float[rows];
        var sigma = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            var rng = new Rng(seed, "normal", (ulong)row);
            sigma[row] = (float)(0.02 * Math.Pow(10, rng.NextDouble()));
            target[row] = (float)(1 + (sigma[row] * rng.NextGaussian()));
            sigma[row] *= (float)claimed;
        }

        return new ValidationSample
        {
            Target = target,
            Variables = new Dictionary<string, float[]>(),
            Methods = [new("net", Constant(rows, 1, null) with { SigmaSyst = sigma })],
        };
    }
}
