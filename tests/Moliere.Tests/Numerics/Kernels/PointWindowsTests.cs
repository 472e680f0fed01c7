using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class PointWindowsTests
{
    private static readonly int[] Offsets = [0, 0, 4, 5, 5, 12];

    public static TheoryData<int, int> Shapes => new()
    {
        { 2, 1 }, { 3, 5 }, { 4, 16 }, { 5, 17 }, { 9, 3 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Windows_AreTheirFormula(int kernel, int features)
    {
        float[] x = Draw(features, 1), windows = [.. Enumerable.Repeat(float.NaN, 12 * Wide(kernel, features))];
        PointWindows.Lay(x, Offsets, (kernel, features), windows);
        for (int i = 0; i < 12; i++)
        {
            for (int k = 0; k < Wide(kernel, features); k++)
            {
                int point = Point(i, k / features, kernel);
                bool isInside = k < kernel * features && point >= 0;
                float expected = isInside ? x[(point * Padding.Stride(features)) + (k % features)] : 0;
                Assert.Equal(expected, windows[(i * Wide(kernel, features)) + k]);
            }
        }
    }

    // The gradient is the transpose: <w, Lay(x)> = <LayGradient(w), x>.
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gradient_IsTheTranspose(int kernel, int features)
    {
        int wide = Wide(kernel, features);
        float[] x = Draw(features, 1), w = Draw(kernel * features, 2), windows = new float[12 * wide];
        float[] dx = [.. Enumerable.Repeat(float.NaN, x.Length)];
        PointWindows.Lay(x, Offsets, (kernel, features), windows);
        PointWindows.LayGradient(w, Offsets, (kernel, features), dx);
        Assert.Equal(Product(w, windows), Product(dx, x), 1e-4);
    }

    // Of tap j around point i in its own list; -1 beyond its ends.
    private static int Point(int i, int tap, int kernel)
    {
        int list = Array.FindLastIndex(Offsets, offset => offset <= i), point = i + tap - ((kernel - 1) / 2);
        return point >= Offsets[list] && point < Offsets[list + 1] ? point : -1;
    }

    private static int Wide(int kernel, int features) => Padding.Stride(kernel * features);

    private static double Product(float[] a, float[] b) => a.Zip(b, (p, q) => (double)p * q).Sum();

    private static float[] Draw(int columns, ulong stream)
    {
        var rng = new Rng(5, "windows", stream);
        int stride = Padding.Stride(columns);
        var values = new float[12 * stride];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = i % stride < columns ? (float)rng.NextGaussian() : 0;
        }

        return values;
    }
}
