using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class ColumnNormTests
{
    private const float Epsilon = 1e-5f;

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(128)]
    public void Columns_AreNormalisedAsDefined(int rows)
    {
        float[] x = Draw(rows * 32, 10), y = new float[x.Length], moments = new float[64], squares = new float[32];
        ColumnNorm.Moments(x, moments.AsSpan(0, 32), squares);
        ColumnNorm.InverseDeviation(squares, 1f / rows, Epsilon, moments.AsSpan(32));
        float[] affine = [.. Enumerable.Repeat(2f, 32), .. Enumerable.Repeat(0.5f, 32)];
        ColumnNorm.Apply(x, moments, affine, y);
        for (int j = 0; j < 32; j++)
        {
            double[] expected = ReferenceColumnNorm.Apply(Column(x, j), Epsilon, 2, 0.5);
            Assert.All(expected.Zip(Column(y, j)), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(37)]
    public void Row_IsNormalisedAsDefined_WhateverIsInThePadding(int columns)
    {
        int stride = Padding.Stride(columns);
        float[] x = Draw(stride, 3), mask = new float[stride], y = new float[stride];
        mask.AsSpan(0, columns).Fill(1);
        float[] g = new float[stride], b = new float[stride];
        g.AsSpan(0, columns).Fill(2);
        b.AsSpan(0, columns).Fill(0.5f);
        RowNorm.Apply(x, RowNorm.Moments(x, mask, columns, Epsilon), g, b, y);
        double[] expected = ReferenceColumnNorm.Apply([.. x.Take(columns).Select(v => (double)v)], Epsilon, 2, 0.5);
        Assert.All(expected.Zip(y), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.All(y[columns..], value => Assert.Equal(0, value));
    }

    private static float[] Draw(int count, double mean)
    {
        var rng = new Rng(5, "columns");
        var values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = (float)Distributions.Gaussian(mean, 2, ref rng);
        }

        return values;
    }

    private static double[] Column(float[] x, int column) =>
        [.. x.Where((_, i) => i % 32 == column).Select(value => (double)value)];
}
