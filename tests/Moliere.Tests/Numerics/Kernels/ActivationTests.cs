using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class ActivationTests
{
    private static readonly float[] Points =
    [
        -1000, -88, -30, -9, -3, -1, -0.5f, -1e-3f, -1e-8f, 0, 1e-8f, 1e-3f, 0.3f, 1, 2, 5, 10, 20, 89, 1000,
        0.7f, -0.7f, 4, -4, 6, -6, 0.1f, -0.1f, 3, -2, 1.5f, -1.5f,
    ];

    public static TheoryData<Activation> All => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Value_EqualsFormula(Activation activation)
    {
        float[] y = new float[Points.Length];
        ActivationRows.Apply(activation, Points, y);
        for (int i = 0; i < y.Length; i++)
        {
            double expected = ReferenceActivation.Value(activation, Points[i]);
            Assert.InRange(y[i] - expected, -Tolerance(expected), Tolerance(expected));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Gradient_EqualsFormulaTimesIncoming(Activation activation)
    {
        float[] y = new float[Points.Length], dy = new float[Points.Length], sums = new float[Padding.Width];
        ActivationRows.Apply(activation, Points, y);
        Array.Fill(dy, 2f);
        ActivationRows.Gradient(activation, ActivationRows.NeedsInput(activation) ? Points : y, dy, sums);
        for (int i = 0; i < y.Length; i++)
        {
            double expected = 2 * ReferenceActivation.Slope(activation, Points[i]);
            Assert.InRange(dy[i] - expected, -Tolerance(expected), Tolerance(expected));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ColumnSums_AddUpTheGradient(Activation activation)
    {
        float[] y = new float[Points.Length], dy = new float[Points.Length], sums = new float[Padding.Width];
        Array.Fill(dy, 1f);
        Array.Fill(sums, 0.5f);
        ActivationRows.Apply(activation, Points, y);
        ActivationRows.Gradient(activation, ActivationRows.NeedsInput(activation) ? Points : y, dy, sums);
        for (int j = 0; j < Padding.Width; j++)
        {
            Assert.Equal(0.5f + dy[j] + dy[Padding.Width + j], sums[j], 1e-6f);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ReferenceSlope_IsDerivativeOfReferenceValue(Activation activation)
    {
        const double h = 1e-6;
        foreach (double z in new[] { -5, -1.3, -0.2, 0.4, 1.7, 6 })
        {
            double upper = ReferenceActivation.Value(activation, z + h);
            double lower = ReferenceActivation.Value(activation, z - h);
            Assert.Equal((upper - lower) / (2 * h), ReferenceActivation.Slope(activation, z), 1e-8);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void NaN_StaysNaN(Activation activation)
    {
        float[] y = new float[Padding.Width];
        Array.Fill(y, float.NaN);
        ActivationRows.Apply(activation, y, y);
        Assert.All(y, x => Assert.True(float.IsNaN(x)));
    }

    [Fact]
    public void UnknownActivation_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ActivationRows.Apply((Activation)99, Points, new float[Points.Length]));

    private static double Tolerance(double expected) => 1e-6 * Math.Max(1, Math.Abs(expected));
}
