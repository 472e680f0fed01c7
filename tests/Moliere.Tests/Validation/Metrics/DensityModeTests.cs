using Moliere.Numerics.Random;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class DensityModeTests
{
    [Theory]
    [InlineData(100, 0.12)]
    [InlineData(1000, 0.06)]
    [InlineData(50000, 0.03)]
    public void LogNormal_GivesItsModeWithinTheWidthTolerance(int count, double tolerance)
    {
        double sum = 0;
        for (ulong seed = 0; seed < 20; seed++)
        {
            sum += Mode(Draw(count, seed, (ref Rng rng) => Math.Exp(0.3 * rng.NextGaussian()))) / 20;
        }

        Assert.InRange(sum, Math.Exp(-0.09) - (0.3 * tolerance), Math.Exp(-0.09) + (0.3 * tolerance));
    }

    [Fact]
    public void LongTail_DoesNotMoveTheMode()
    {
        float[] values = Draw(5000, 1, (ref Rng rng) =>
            rng.NextDouble() < 0.7 ? 1 + (0.1 * rng.NextGaussian()) : 1 + (3 * rng.NextDouble()));
        Assert.InRange(Mode(values), 0.96, 1.05);
    }

    [Fact]
    public void EqualValues_GiveThatValue() => Assert.Equal(1.25, Mode([.. Enumerable.Repeat(1.25f, 100)]), 1e-6);

    private delegate double Law(ref Rng rng);

    private static float[] Draw(int count, ulong seed, Law law)
    {
        var values = new float[count];
        var rng = new Rng(seed, "mode");
        for (int i = 0; i < count; i++)
        {
            values[i] = (float)Math.Max(law(ref rng), 1e-3);
        }

        return values;
    }

    private static double Mode(float[] values)
    {
        int[] rows = [.. Enumerable.Range(0, values.Length)];
        var sorted = new SortedSample(rows, row => values[row], [.. values.Select(_ => 1f)], rows);
        CentralQuantiles core = sorted.Quantiles([], out ReadOnlySpan<double> cumulative);
        return new DensityMode(sorted.Values, core, sorted.EffectiveSize).Find(cumulative);
    }
}
