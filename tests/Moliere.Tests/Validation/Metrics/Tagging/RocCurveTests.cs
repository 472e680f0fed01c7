using Moliere.Numerics.Random;
using Moliere.Numerics.Statistics;
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Tests.Validation.Metrics.Tagging;

public sealed class RocCurveTests
{
    [Fact]
    public void FourRows_GiveTheStaircase()
    {
        var curve = RocCurve.Of([0.9f, 0.8f, 0.7f, 0.1f], [true, false, true, false], []);
        Assert.Equal(0.75, curve.Area, 1e-12);
        Assert.Equal(0, curve.BackgroundEfficiency(0.5), 1e-12);
        Assert.Equal(0.5, curve.BackgroundEfficiency(0.75), 1e-12);
        Assert.Equal(2, curve.Rejection(1), 1e-12);
        Assert.Equal(0.9f, curve.Cut(0.5));
        Assert.Equal(0.7f, curve.Cut(0.51));
    }

    [Fact]
    public void EqualScores_AreAStraightLine()
    {
        var curve = RocCurve.Of([1, 1, 1, 1], [true, false, true, false], []);
        Assert.Equal(0.5, curve.Area, 1e-12);
        Assert.Equal(0.3, curve.BackgroundEfficiency(0.3), 1e-12);
    }

    [Fact]
    public void Area_IsTheRankArea_AndRejectionThatOfNormals()
    {
        const int count = 20_000;
        var rng = new Rng(1, "normals", 0);
        float[] scores = new float[2 * count], weights = new float[2 * count];
        bool[] isSignal = [.. Enumerable.Range(0, 2 * count).Select(i => i < count)];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = (float)Math.Round(rng.NextGaussian() + (isSignal[i] ? 1 : 0), 2);
            weights[i] = (float)(0.5 + rng.NextDouble());
        }

        var curve = RocCurve.Of(scores, isSignal, weights);
        double wanted = RankArea.Of(
            scores.AsSpan(0, count), weights.AsSpan(0, count), scores.AsSpan(count), weights.AsSpan(count));
        Assert.Equal(wanted, curve.Area, 1e-9);
        Assert.Equal(0.1587, curve.BackgroundEfficiency(0.5), 0.008); // half of signal lies above 1: 1 - Phi(1)
    }

    [Fact]
    public void WrongInput_IsRefused()
    {
        Assert.Contains("background", Message([1], [true]), StringComparison.Ordinal);
        Assert.Contains("Score 1 is NaN", Message([1, float.NaN], [true, false]), StringComparison.Ordinal);
        Assert.Contains("2 scores, 1 classes", Message([1, 2], [true]), StringComparison.Ordinal);
    }

    private static string Message(float[] scores, bool[] isSignal) =>
        Assert.Throws<ArgumentException>(() => RocCurve.Of(scores, isSignal, [])).Message;
}
