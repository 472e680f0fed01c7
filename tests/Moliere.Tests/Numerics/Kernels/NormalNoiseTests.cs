using System.Numerics;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;
using Moliere.Numerics.Special;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class NormalNoiseTests
{
    private static readonly NoiseStream Stream = new(5, "normals") { Step = 70_000, Part = 9, Layer = 4 };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 63)]
    [InlineData(64, 64)]
    [InlineData(640, 1000)]
    public void Elements_EqualTheDefinition(int first, int count)
    {
        float[] normals = Draw(first, count);
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(NormalNoise.Reference(Stream, first + i), normals[i], 2e-6);
        }
    }

    [Fact]
    public void ElementsDrawnAlone_HaveTheBitsOfThoseDrawnTogether()
    {
        float[] all = Draw(0, 777);
        Assert.Equal(all[..500], Draw(0, 500));
        Assert.Equal(all[128..], Draw(128, 777 - 128));
    }

    [Fact]
    public void VectorPhilox_EqualsTheScalarBlock()
    {
        Vector<uint> c0 = Vector<uint>.Indices + new Vector<uint>(0xfffffffdu), c1 = new(7), c2 = new(0x85a308d3u);
        Vector<uint> c3 = new(0xffffffffu), start = c0;
        VectorPhilox.Block(ref c0, ref c1, ref c2, ref c3, 0xa4093822u, 0x299f31d0u);
        for (int lane = 0; lane < Vector<uint>.Count; lane++)
        {
            var expected = Philox.Block((start[lane], 7, 0x85a308d3u, 0xffffffffu), 0xa4093822u, 0x299f31d0u);
            Assert.Equal(expected, (c0[lane], c1[lane], c2[lane], c3[lane]));
        }
    }

    [Fact]
    public void Moments_AreThoseOfTheNormalDistribution()
    {
        // Standard deviations of the sample moments of n normals: 1, sqrt 2, sqrt 15, sqrt 96 over sqrt n.
        float[] normals = Draw(0, 1 << 21);
        double n = normals.Length, bound = 4.5 / Math.Sqrt(n);
        double[] powers = new double[5];
        foreach (float x in normals)
        {
            for (int p = 1; p < 5; p++)
            {
                powers[p] += Math.Pow(x, p) / n;
            }
        }

        Assert.InRange(powers[1], -bound, bound);
        Assert.InRange(powers[2] - 1, -1.42 * bound, 1.42 * bound);
        Assert.InRange(powers[3], -3.9 * bound, 3.9 * bound);
        Assert.InRange(powers[4] - 3, -9.8 * bound, 9.8 * bound);
    }

    [Fact]
    public void Tails_HoldTheirShareOnBothSides()
    {
        float[] normals = Draw(0, 1 << 21);
        foreach (double cut in new[] { 0.5, 1, 2, 3, 4 })
        {
            double expected = normals.Length * ErrorFunction.NormalProbability(-cut), bound = 4.5 * Math.Sqrt(expected);
            Assert.InRange(normals.Count(x => x > cut) - expected, -bound, bound);
            Assert.InRange(normals.Count(x => x < -cut) - expected, -bound, bound);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void NeighboursWithinAndBetweenTiles_AreIndependent(int distance)
    {
        // Distance 16 is the other half of a Box-Muller pair: their squares must not be related either.
        float[] x = Draw(0, 1 << 20);
        double product = 0, squares = 0;
        int n = x.Length - distance;
        for (int i = 0; i < n; i++)
        {
            double a = x[i], b = x[i + distance];
            product += a * b / n;
            squares += ((a * a) - 1) * ((b * b) - 1) / n;
        }

        double bound = 4.5 / Math.Sqrt(n);
        Assert.InRange(product, -bound, bound);
        Assert.InRange(squares, -2 * bound, 2 * bound);
    }

    private static float[] Draw(int first, int count)
    {
        float[] normals = new float[count];
        NormalNoise.Fill(Stream, first, normals);
        return normals;
    }

    [Theory]
    [InlineData(5)]
    [InlineData(1024)]
    [InlineData(2500)]
    public void AddScaled_AddsWidthTimesTheElementsOfTheStream(int length)
    {
        var rng = new Rng(3, "event");
        var stream = new NoiseStream(ref rng);
        float[] sums = new float[length], widths = new float[length], normals = new float[length];
        for (int i = 0; i < length; i++)
        {
            (sums[i], widths[i]) = (i % 7, 1 + (i % 5));
        }

        NormalNoise.AddScaled(stream, widths, sums);
        NormalNoise.Fill(stream, 0, normals);
        for (int i = 0; i < length; i++)
        {
            Assert.Equal((i % 7) + (widths[i] * normals[i]), sums[i]);
        }
    }
}
