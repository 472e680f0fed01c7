using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class DropoutNoiseTests
{
    [Theory]
    [InlineData(16, 0.1)]
    [InlineData(64, 0.5)]
    [InlineData(208, 0.9)]
    [InlineData(80, 0)]
    public void Fill_EqualsDefinition(int length, double rate)
    {
        NoiseStream stream = new NoiseStream(3, "dropout") with { Step = 8, Part = 2, Layer = 5 };
        float[] factors = new float[length];
        DropoutNoise.Fill(stream, rate, factors);
        Assert.Equal(Enumerable.Range(0, length).Select(i => DropoutNoise.Reference(stream, rate, i)), factors);
    }

    [Fact]
    public void OtherNames_GiveOtherNoise()
    {
        var stream = new NoiseStream(3, "dropout");
        float[][] drawn =
        [
            Drawn(stream), Drawn(stream with { Step = 1 }), Drawn(stream with { Part = 1 }),
            Drawn(stream with { Layer = 1 }), Drawn(new NoiseStream(4, "dropout")),
        ];
        Assert.Equal(drawn.Length, drawn.Select(factors => string.Join(' ', factors)).Distinct().Count());
    }

    private static float[] Drawn(NoiseStream stream)
    {
        float[] factors = new float[128];
        DropoutNoise.Fill(stream, 0.5, factors);
        return factors;
    }
}
