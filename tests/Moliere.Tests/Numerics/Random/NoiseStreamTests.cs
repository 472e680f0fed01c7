using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Random;

public sealed class NoiseStreamTests
{
    private const int Count = 20_000;

    private static readonly NoiseStream Stream = new(1, "noise") { Step = 3, Part = 2, Layer = 1 };

    public static TheoryData<NoiseStream> Others =>
    [
        Stream with { Step = 4 },
        Stream with { Part = 3 },
        Stream with { Layer = 2 },
        new NoiseStream(2, "noise") { Step = 3, Part = 2, Layer = 1 },
        new NoiseStream(1, "other noise") { Step = 3, Part = 2, Layer = 1 },
    ];

    [Fact]
    public void SameName_GivesTheSameNoise() =>
        Assert.Equal(Draw(Stream), Draw(new NoiseStream(1, "noise") { Step = 3, Part = 2, Layer = 1 }));

    [Theory]
    [MemberData(nameof(Others))]
    public void OtherName_GivesUncorrelatedNoise(NoiseStream other)
    {
        // The mean of 20,000 products of independent normals has the standard deviation 0.007.
        double correlation = Draw(Stream).Zip(Draw(other), (a, b) => (double)a * b).Average();
        Assert.InRange(correlation, -0.028, 0.028);
    }

    private static float[] Draw(NoiseStream stream)
    {
        float[] noise = new float[Count];
        NormalNoise.Fill(stream, 0, noise);
        return noise;
    }
}
