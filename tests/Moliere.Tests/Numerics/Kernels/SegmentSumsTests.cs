using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class SegmentSumsTests
{
    public static TheoryData<int, bool> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, bool>();
            foreach (int columns in new[] { 1, 15, 16, 17, 48, 100 })
            {
                shapes.Add(columns, false);
                shapes.Add(columns, true);
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sum_EqualsItsDefinitionAlsoForEmptySegments(int columns, bool isWeighted)
    {
        int[] offsets = [0, 0, 1, 1, 8, 48, 48];
        float[] x = Draw(48 * columns, 1), weights = isWeighted ? Draw(48, 2) : [];
        double[] expected = ReferenceSegmentSums.Sum(
            Double(x), offsets, isWeighted ? Double(weights) : null, 0.25, columns);
        float[] y = Filled(6 * Padding.Stride(columns));
        SegmentSums.Sum(Padded(x, columns), offsets, weights, 0.25f, y);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], y[(i / columns * Padding.Stride(columns)) + (i % columns)], 1e-5);
        }

        Assert.All(y[..columns], value => Assert.Equal(0, value));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gradient_EqualsDifferencesOfTheDefinition(int columns, bool isWeighted)
    {
        int[] offsets = [0, 3, 3, 9];
        float[] dy = Draw(3 * columns, 3), weights = isWeighted ? Draw(9, 4) : [];
        float[] dx = Filled(9 * Padding.Stride(columns));
        SegmentSums.SumGradient(Padded(dy, columns), offsets, weights, 0.5f, dx);
        for (int i = 0; i < 9 * columns; i++)
        {
            // The sum is linear: one unit in x[i] changes it by the gradient, exactly.
            double[] unit = new double[9 * columns];
            unit[i] = 1;
            double[] response = ReferenceSegmentSums.Sum(
                unit, offsets, isWeighted ? Double(weights) : null, 0.5, columns);
            double expected = response.Zip(dy, (change, slope) => change * slope).Sum();
            Assert.Equal(expected, dx[(i / columns * Padding.Stride(columns)) + (i % columns)], 1e-6);
        }
    }

    [Fact]
    public void NaNPoint_SpoilsItsOwnSegmentOnly()
    {
        float[] x = Filled(3 * 16), y = new float[2 * 16];
        x[17] = float.NaN;
        SegmentSums.Sum(x, [0, 1, 3], [], 1, y);
        Assert.True(float.IsNaN(y[17]));
        Assert.All(y[..16], value => Assert.Equal(7, value));
    }

    private static float[] Padded(float[] dense, int columns)
    {
        float[] padded = new float[dense.Length / columns * Padding.Stride(columns)];
        Transpose.PadCleared(dense, columns, padded);
        return padded;
    }

    // Whatever was in the result before must not show.
    private static float[] Filled(int count) => [.. Enumerable.Repeat(7f, count)];

    private static float[] Draw(int count, ulong stream)
    {
        var rng = new Rng(3, "segments", stream);
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (float)rng.NextGaussian();
        }

        return values;
    }

    private static double[] Double(float[] values) => [.. values.Select(value => (double)value)];
}
