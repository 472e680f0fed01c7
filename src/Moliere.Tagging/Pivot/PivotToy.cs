using Moliere.Numerics.Random;

namespace Moliere.Tagging.Pivot;

/// <summary>
/// Two classes in a plane, of which a nuisance z moves one: background (x0, x1) normal around (0, 0) with unit
/// variances and correlation -1/2, signal normal around (1, 1 + z) with unit covariance, z standard normal, classes
/// equally likely. x0 alone knows nothing of z.
/// </summary>
/// <source>Louppe, Kagan, Cranmer, arXiv:1611.01046, section 5.1.</source>
public static class PivotToy
{
    /// <summary>Draws a sample; row i depends on seed and i alone.</summary>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="seed">Seed of the sample.</param>
    /// <param name="z">The nuisance for all rows; null to draw it.</param>
    public static PivotSample Draw(int rows, ulong seed, double? z = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        var sample = new PivotSample(new float[2 * rows], new float[rows], new float[rows]);
        for (int row = 0; row < rows; row++)
        {
            var rng = new Rng(seed, "pivot toy", (ulong)row);
            bool isSignal = rng.NextUInt() >= 1u << 31;
            double nuisance = z ?? rng.NextGaussian(), a = rng.NextGaussian(), b = rng.NextGaussian();
            (double x0, double x1) = isSignal
                ? (1 + a, 1 + nuisance + b)
                : (a, (-0.5 * a) + (Math.Sqrt(0.75) * b));
            (sample.Features[2 * row], sample.Features[(2 * row) + 1]) = ((float)x0, (float)x1);
            (sample.Labels[row], sample.Nuisance[row]) = (isSignal ? 1 : 0, (float)nuisance);
        }

        return sample;
    }
}
