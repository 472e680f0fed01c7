// covers: FlatWeightsOptions
using Moliere.Learning.Sampling;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Sampling;

public sealed class FlatWeightsTests
{
    private static readonly FlatWeightsOptions Options = new() { Low = 0, High = 8, Bins = 16 };

    [Fact]
    public void SteepSpectrum_BecomesFlat()
    {
        double[] values = Steep(20_000);

        FlatWeights flat = FlatWeights.Of(values, [], Options with { Cap = 1e6 });

        double[] sums = SumsPerBin(values, flat.Values);
        double[] filled = [.. sums.Where(sum => sum > 0)];
        Assert.All(filled, sum => Assert.Equal(filled[0], sum, 1e-3 * filled[0]));
        Assert.Equal(values.Length - flat.OutsideCount, flat.Values.Sum(), 0.01 * values.Length);
    }

    [Fact]
    public void Cap_KeepsTheEffectiveSize()
    {
        double[] values = Steep(20_000);

        FlatWeights capped = FlatWeights.Of(values, [], Options);

        Assert.Equal(FlatWeights.Of(values, [], Options with { Cap = 1e6 }).EffectiveSize,
            capped.UncappedEffectiveSize, 1e-6);
        Assert.True(capped.EffectiveSize > 3 * capped.UncappedEffectiveSize);
        Assert.InRange(capped.CappedCount, 1, 2_000);
        float[] positive = [.. capped.Values.Where(weight => weight > 0).Order()];
        Assert.Equal(15, positive[^1] / positive[positive.Length / 2], 1e-3);
    }

    [Fact]
    public void WeightsOfTheRows_EnterTheDensity()
    {
        double[] values = Steep(20_000);
        float[] weights = [.. values.Select(value => (float)Math.Exp(value))]; // undoes the steepness

        FlatWeights flat = FlatWeights.Of(values, weights, Options with { Cap = 1e6 });

        double[] sums = SumsPerBin(values, flat.Values);
        double[] filled = [.. sums.Where(sum => sum > 0)];
        Assert.All(filled, sum => Assert.Equal(filled[0], sum, 1e-3 * filled[0]));
    }

    [Fact]
    public void RowsOutside_HaveNoWeightAndAreCounted()
    {
        FlatWeights flat = FlatWeights.Of([-1, 1, double.NaN, 9, 2], [], Options);

        Assert.Equal(3, flat.OutsideCount);
        Assert.Equal([0f, 1f, 0f, 0f, 1f], flat.Values);
        Assert.Equal(2, flat.EffectiveSize, 1e-12);
    }

    [Fact]
    public void Nothing_HasNoSize() => Assert.Equal(0, FlatWeights.Of([], [], Options).EffectiveSize);

    private static double[] SumsPerBin(double[] values, float[] weights)
    {
        var sums = new double[Options.Bins];
        for (int i = 0; i < values.Length; i++)
        {
            if (Options.BinOf(values[i]) is var bin and >= 0)
            {
                sums[bin] += weights[i];
            }
        }

        return sums;
    }

    private static double[] Steep(int count)
    {
        var rng = new Rng(1, "steep");
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = Distributions.Exponential(1, ref rng);
        }

        return values;
    }
}
