// covers: AbcdRegion
using Moliere.Numerics.Random;
using Moliere.Tagging.Displaced;

namespace Moliere.Tests.Tagging.Displaced;

public sealed class AbcdPlaneTests
{
    [Fact]
    public void Counts_GiveThePublishedError()
    {
        var plane = AbcdPlane.Of([2, 2, 0, 0, 0], [2, 0, 2, 0, 0], [], 1, 1);
        Assert.Equal(0.5, plane.Predicted);
        Assert.Equal(Math.Sqrt(1 + 1 + 0.5), plane.RelativeError, 12);
        Assert.Equal(1, plane.NonClosure, 12);
        Assert.Equal(0.5 / Math.Sqrt((0.25 * 2.5) + 1), plane.Pull, 12);
    }

    [Fact]
    public void IndependentVariables_CloseWithTheirError()
    {
        var rng = new Rng(1, "abcd-test");
        double squares = 0;
        for (int toy = 0; toy < 200; toy++)
        {
            float[] x = Draw(2000, ref rng), y = Draw(2000, ref rng);
            squares += Math.Pow(AbcdPlane.Of(x, y, [], 0.8, 0.7).Pull, 2) / 200;
        }

        Assert.InRange(Math.Sqrt(squares), 0.85, 1.15);
    }

    [Fact]
    public void DependentVariables_DoNotClose()
    {
        var rng = new Rng(2, "abcd-test");
        float[] x = Draw(5000, ref rng), noise = Draw(5000, ref rng);
        float[] y = [.. x.Select((value, i) => (0.5f * value) + (0.5f * noise[i]))];
        Assert.True(AbcdPlane.Of(x, y, [], 0.8, 0.7).Pull > 5);
    }

    [Fact]
    public void Weights_CountSquaredInTheVariance()
    {
        var plane = AbcdPlane.Of([2, 2, float.NaN], [0, 0, 0], [2, 3, 1], 1, 1);
        Assert.Equal(new AbcdRegion(5, 13), plane.B);
        Assert.Equal(new AbcdRegion(1, 1), plane.D);
        Assert.True(double.IsNaN(plane.RelativeError));
    }

    [Fact]
    public void EmptyD_PredictsNothing() =>
        Assert.True(double.IsNaN(AbcdPlane.Of([2f], [2f], [], 1, 1).Predicted));

    [Fact]
    public void DifferentLengths_AreRefused() =>
        Assert.Throws<ArgumentException>(() => AbcdPlane.Of([1, 2], [1], [], 0, 0));

    private static float[] Draw(int count, ref Rng rng)
    {
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (float)rng.NextDouble();
        }

        return values;
    }
}
