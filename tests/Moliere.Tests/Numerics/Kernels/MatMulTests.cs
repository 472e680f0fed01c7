using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class MatMulTests
{
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 1, 15, 16 }, { 5, 3, 17 }, { 6, 8, 32 }, { 7, 64, 48 },
        { 8, 2, 64 }, { 13, 0, 16 }, { 128, 15, 64 }, { 64, 127, 9 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Product_EqualsTripleLoop(int rows, int inner, int columns)
    {
        var rng = new Rng(1, "matmul", (ulong)((rows * 1000) + columns));
        float[] a = Random(rows * inner, ref rng), b = Random(inner * columns, ref rng);
        float[] s = Random(rows * columns, ref rng);
        float[] c = Multiply(new MatrixView(a, inner), b, s, (rows, inner, columns));
        AssertProduct(a, b, s, c, (rows, inner, columns));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void TransposedLeftFactor_EqualsTripleLoop(int rows, int inner, int columns)
    {
        var rng = new Rng(2, "matmul", (ulong)((rows * 1000) + columns));
        float[] a = Random(rows * inner, ref rng), b = Random(inner * columns, ref rng);
        float[] flipped = new float[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            flipped[(i % inner * rows) + (i / inner)] = a[i];
        }

        float[] c = Multiply(new MatrixView(flipped, rows).Transposed, b, [], (rows, inner, columns));
        AssertProduct(a, b, [], c, (rows, inner, columns));
    }

    [Fact]
    public void StartRowOfStrideZero_IsAddedToEveryRow()
    {
        float[] a = [1, 2, 3], b = new float[16], c = new float[48];
        float[] bias = [.. Enumerable.Range(0, 16).Select(i => (float)i)];
        Array.Fill(b, 10f);
        MatMul.Multiply(new MatrixView(a, 1), new MatrixView(b, 16), new MatrixView(bias, 0), c, 16, (3, 1, 16));
        Assert.Equal(Enumerable.Range(0, 48).Select(i => (10f * (1 + (i / 16))) + (i % 16)), c);
    }

    [Fact]
    public void ResultAsStart_Accumulates()
    {
        float[] a = [2], b = new float[16], c = new float[16];
        Array.Fill(b, 3f);
        Array.Fill(c, 1f);
        MatMul.Multiply(new MatrixView(a, 1), new MatrixView(b, 16), new MatrixView(c, 16), c, 16, (1, 1, 16));
        Assert.All(c, x => Assert.Equal(7f, x));
    }

    [SkippableTheory]
    [MemberData(nameof(Shapes))]
    public void WideAndNarrowTile_GiveTheSameBits(int rows, int inner, int columns)
    {
        Skip.IfNot(System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated, "no 512-bit vectors on this machine");
        var rng = new Rng(3, "matmul");
        int stride = Padding.Stride(columns);
        float[] a = Random(rows * inner, ref rng), b = Random(inner * stride, ref rng);
        float[] wide = new float[rows * stride], narrow = new float[rows * stride];
        MatrixView left = new(a, inner), right = new(b, stride);
        MatMul.Multiply(left, right, default, wide, stride, (rows, inner, columns), wide: true);
        MatMul.Multiply(left, right, default, narrow, stride, (rows, inner, columns), wide: false);
        Assert.Equal(wide, narrow);
        Assert.True(inner == 0 || wide.Any(x => x != 0), "nothing was computed");
    }

    [Fact]
    public void NaNInOneRow_StaysInThatRow()
    {
        float[] a = [1, float.NaN, 1, 1], b = new float[32], c = new float[32];
        Array.Fill(b, 1f);
        MatMul.Multiply(new MatrixView(a, 2), new MatrixView(b, 16), default, c, 16, (2, 2, 16));
        Assert.All(c[..16], x => Assert.True(float.IsNaN(x)));
        Assert.All(c[16..], x => Assert.Equal(2f, x));
    }

    [Fact]
    public void TooShortFactor_IsRefusedWithItsShape()
    {
        float[] a = new float[5], b = new float[48], c = new float[32];
        var exception = Assert.Throws<ArgumentException>(
            () => MatMul.Multiply(new MatrixView(a, 3), new MatrixView(b, 16), default, c, 16, (2, 3, 16)));
        Assert.Contains("Matrix A", exception.Message);
        Assert.Contains("[2, 3]", exception.Message);
    }

    private static float[] Multiply(MatrixView a, float[] b, float[] s, (int Rows, int Inner, int Columns) size)
    {
        int stride = Padding.Stride(size.Columns);
        float[] paddedB = Padded(b, size.Columns), c = new float[size.Rows * stride];
        float[] dense = new float[size.Rows * size.Columns];
        MatrixView start = s.Length == 0 ? default : new MatrixView(Padded(s, size.Columns), stride);
        MatMul.Multiply(a, new MatrixView(paddedB, stride), start, c, stride, size);
        Transpose.Unpad(c, size.Columns, dense);
        return dense;
    }

    private static float[] Padded(float[] dense, int columns)
    {
        float[] padded = new float[dense.Length / columns * Padding.Stride(columns)];
        Transpose.Pad(dense, columns, padded);
        return padded;
    }

    private static void AssertProduct(
        float[] a, float[] b, float[] s, float[] c, (int Rows, int Inner, int Columns) size)
    {
        double[] expected = Product(x => x), scale = Product(Math.Abs);
        for (int i = 0; i < c.Length; i++)
        {
            Assert.InRange(Math.Abs(c[i] - expected[i]), 0, (1e-6 * scale[i]) + 1e-30);
        }

        double[] Product(Func<double, double> f) =>
            ReferenceMatMul.Multiply(Double(a, f), Double(b, f), Double(s, f), size.Rows, size.Columns);
    }

    private static double[] Double(float[] x, Func<double, double> f) => [.. x.Select(v => f(v))];

    private static float[] Random(int count, ref Rng rng)
    {
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = (float)rng.NextGaussian();
        }

        return values;
    }
}
