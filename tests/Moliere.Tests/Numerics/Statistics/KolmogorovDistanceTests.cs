using Moliere.Numerics.Random;
using Moliere.Numerics.Statistics;

namespace Moliere.Tests.Numerics.Statistics;

public sealed class KolmogorovDistanceTests
{
    [Fact]
    public void WorkedExample_IsTheLargestStep() =>
        Assert.Equal(0.5, KolmogorovDistance.Of([1, 2, 3, 4], [], [3, 4, 5, 6], []), 1e-12);

    [Fact]
    public void EqualAndDisjointSamples_AreTheEnds()
    {
        Assert.Equal(0, KolmogorovDistance.Of([1, 1, 2], [], [2, 1, 1], []), 1e-12);
        Assert.Equal(1, KolmogorovDistance.Of([1, 2], [], [3], []), 1e-12);
    }

    [Fact]
    public void Weights_AreCopies() => Assert.Equal(
        KolmogorovDistance.Of([1, 4, 4, 4], [], [2, 2, 5], []),
        KolmogorovDistance.Of([4, 1], [3, 1], [5, 2], [1, 2]), 1e-12);

    // Two normal laws a shift d apart differ most half way: by erf(d / sqrt 8) = 0.3829 for d = 1.
    [Fact]
    public void ShiftedNormals_HaveTheDistanceOfTheirLaws()
    {
        var rng = new Rng(3, "kolmogorov", 0);
        float[] first = new float[40_000], second = new float[40_000];
        for (int i = 0; i < first.Length; i++)
        {
            first[i] = (float)rng.NextGaussian();
            second[i] = (float)rng.NextGaussian() + 1;
        }

        Assert.Equal(0.38292, KolmogorovDistance.Of(first, [], second, []), 0.01);
        Assert.True(KolmogorovDistance.Of(first.AsSpan(0, 20_000), [], first.AsSpan(20_000), [])
            < KolmogorovDistance.Flag(20_000, 20_000));
    }

    [Fact]
    public void Flag_IsTwoOverTheRootOfTheSize() => Assert.Equal(0.2, KolmogorovDistance.Flag(200, 200), 1e-12);

    [Fact]
    public void EmptySample_IsRefused() =>
        Assert.Throws<ArgumentException>(() => KolmogorovDistance.Of([], [], [1], []));
}
