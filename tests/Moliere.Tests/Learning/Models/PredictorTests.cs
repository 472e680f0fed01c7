using Moliere.Learning.Models;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Models;

public sealed class PredictorTests
{
    [Fact]
    public void ThreadsAndBlockBorders_DoNotChangeABit()
    {
        var model = new Mlp(15, new MlpOptions(), 9, 1);
        float[] x = Draw(1000 * 15), one = new float[1000 * 9];
        using var single = new Predictor(model, 1);
        single.Predict(x, 1000, one);
        foreach (int threads in new[] { 2, 3 })
        {
            using var team = new Predictor(model, threads);
            float[] y = new float[1000 * 9];
            team.Predict(x, 1000, y);
            Assert.Equal(one, y);
        }

        float[] row = new float[9];
        single.Predict(x.AsMemory(777 * 15, 15), 1, row);
        Assert.Equal(one[(777 * 9)..(778 * 9)], row);
    }

    [Fact]
    public void NonFiniteRow_LeavesOthersAlone()
    {
        var model = new Mlp(15, new MlpOptions(), 1, 1);
        float[] x = Draw(10 * 15), clean = new float[10], y = new float[10];
        model.Predict(x, 10, clean, 1);
        x[3 * 15] = float.NaN;
        model.Predict(x, 10, y, 1);
        Assert.True(float.IsNaN(y[3]));
        y[3] = clean[3];
        Assert.Equal(clean, y);
    }

    [Fact]
    public void NoRows_GiveNothing() => new Mlp(3, new MlpOptions(), 1, 1).Predict(default, 0, default, 2);

    [Fact]
    public void WrongLength_IsRefusedWithTheShape()
    {
        var model = new Mlp(3, new MlpOptions(), 1, 1);
        var exception = Assert.Throws<ArgumentException>(() => model.Predict(new float[5], 2, new float[2], 1));
        Assert.Contains("[N = 2, 3] needs 6", exception.Message);
    }

    private static float[] Draw(int count)
    {
        var rng = new Rng(3, "predictor");
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = (float)rng.NextGaussian();
        }

        return values;
    }
}
