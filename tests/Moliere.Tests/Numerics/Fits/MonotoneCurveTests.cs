using Moliere.Numerics.Fits;

namespace Moliere.Tests.Numerics.Fits;

public sealed class MonotoneCurveTests
{
    private static readonly MonotoneCurve s_curve = new([0, 1, 2, 3, 5], [0, 0.1, 0.1, 4, 5]);

    [Fact]
    public void Curve_PassesItsKnotsAndNeverTurnsBack()
    {
        Assert.All(s_curve.Knots.Zip(s_curve.Values), knot => Assert.Equal(knot.Second, s_curve.At(knot.First), 1e-12));
        double[] along = [.. Enumerable.Range(0, 501).Select(i => s_curve.At(0.01 * i))];
        Assert.All(along.Zip(along.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 1e-12));
        Assert.Equal(0, s_curve.At(-3));
        Assert.Equal(5, s_curve.At(8));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2.4)]
    [InlineData(4.9)]
    public void Inverse_UndoesTheCurve(double x) => Assert.Equal(x, s_curve.Inverse(s_curve.At(x)), 1e-9);

    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(2, 0.7)]
    [InlineData(3, 1)]
    public void Pieces_AreTheCurve(int piece, double t)
    {
        double[] factors = s_curve.ToPieces()[piece];
        double left = s_curve.Knots[piece], x = left + (t * (s_curve.Knots[piece + 1] - left));
        Assert.Equal(
            s_curve.At(x), factors[0] + (t * (factors[1] + (t * (factors[2] + (t * factors[3]))))), 1e-12);
    }

    [Fact]
    public void Line_IsReproduced()
    {
        var line = new MonotoneCurve([0, 1, 4], [1, 3, 9]);

        Assert.Equal(1 + (2 * 2.7), line.At(2.7), 1e-9);
    }
}
