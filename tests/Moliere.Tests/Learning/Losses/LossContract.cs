using System.Text.Json;
using Moliere.Learning.Losses;
using Moliere.Numerics.Random;
using Moliere.Numerics.Special;

namespace Moliere.Tests.Learning.Losses;

/// <summary>What every loss must do; a new loss gets these tests by naming itself.</summary>
public abstract class LossContract
{
    protected abstract Loss Loss { get; }

    /// <summary>Targets of the tests; losses of classes have their own.</summary>
    protected virtual float Target(ref Rng rng) => (float)rng.NextGaussian();

    [Fact]
    public void Value_EqualsDefinition()
    {
        for (ulong i = 0; i < 100; i++)
        {
            (float[] outputs, float target) = Draw(i);
            double expected = Loss.Reference(Double(outputs), target);
            double value = Loss.Row(outputs, target, new float[outputs.Length]);
            Assert.Equal(expected, value, 1e-5 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Fact]
    public void Gradient_EqualsCentralDifferencesOfDefinition()
    {
        const double h = 1e-6;
        for (ulong i = 0; i < 100; i++)
        {
            (float[] outputs, float target) = Draw(i);
            float[] gradient = new float[outputs.Length];
            Loss.Row(outputs, target, gradient);
            for (int j = 0; j < outputs.Length; j++)
            {
                double[] up = Double(outputs), down = Double(outputs);
                (up[j], down[j]) = (up[j] + h, down[j] - h);
                double expected = (Loss.Reference(up, target) - Loss.Reference(down, target)) / (2 * h);
                Assert.Equal(expected, gradient[j], 1e-4 * Math.Max(1, Math.Abs(expected)));
            }
        }
    }

    [Fact]
    public virtual void StartingOutputs_DecodeToAMixtureAroundTheMean()
    {
        float[] outputs = new float[Loss.OutputCount], mixture = new float[3 * Loss.Components];
        Loss.StartingOutputs(0.7, 0.04, outputs);
        Loss.Decode(outputs, mixture);
        Assert.Equal(1, mixture[..Loss.Components].Sum(), 1e-6);
        Assert.Equal(0.7, new NormalMixture(mixture).Mean(), 1e-5);
        Assert.Equal(Loss.HasSpread, new NormalMixture(mixture).Variance() > 0.03);
    }

    [Fact]
    public void Mean_IsThatOfTheDecodedMixtureWithItsDerivatives()
    {
        const float h = 1e-2f;
        float[] slope = new float[Loss.OutputCount];
        for (ulong i = 0; i < 20; i++)
        {
            (float[] outputs, _) = Draw(i);
            Assert.Equal(Decoded(outputs), Loss.Mean(outputs, slope), 1e-5);
            for (int j = 0; j < outputs.Length; j++)
            {
                float[] up = [.. outputs], down = [.. outputs];
                (up[j], down[j]) = (up[j] + h, down[j] - h);
                Assert.Equal((Decoded(up) - Decoded(down)) / ((double)up[j] - down[j]), slope[j], 1e-4);
            }
        }

        double Decoded(float[] outputs)
        {
            float[] mixture = new float[3 * Loss.Components];
            Loss.Decode(outputs, mixture);
            return new NormalMixture(mixture).Mean();
        }
    }

    [Fact]
    public void Json_BringsTheLossBack() =>
        Assert.Equal(Loss, JsonSerializer.Deserialize<Loss>(JsonSerializer.Serialize(Loss)));

    [Fact]
    public void Sum_WeighsRowsAndTheirGradientsAlsoNegatively()
    {
        int n = Loss.OutputCount, stride = n + 3;
        float[] outputs = new float[2 * stride], gradients = new float[2 * stride], one = new float[n];
        (float[] a, float ta) = Draw(1);
        (float[] b, float tb) = Draw(2);
        a.CopyTo(outputs, 0);
        b.CopyTo(outputs, stride);
        double sum = Loss.Sum(outputs, stride, [ta, tb], [2f, -0.5f], gradients);
        double lossA = Loss.Row(a, ta, one), lossB = Loss.Row(b, tb, new float[n]);
        Assert.Equal((2 * lossA) - (0.5 * lossB), sum, 1e-5);
        AssertClose([.. one.Select(g => 2 * g)], gradients[..n]);
        Assert.Equal(0, gradients[n]);
        Loss.Row(b, tb, one);
        AssertClose([.. one.Select(g => -0.5f * g)], gradients[stride..(stride + n)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(128)]
    public void Sum_EqualsItsRowsAlsoAtTheBounds(int rows)
    {
        int n = Loss.OutputCount, stride = n + 1;
        float[] outputs = new float[rows * stride], targets = new float[rows], weights = new float[rows];
        float[] gradients = new float[rows * stride], one = new float[n];
        double expected = 0, size = 0;
        for (int i = 0; i < rows; i++)
        {
            (float[] drawn, targets[i]) = Draw((ulong)i);

            // Far out in either direction now and then, where derivatives may only lead back.
            drawn[(i / 3) % n] += (i % 3) switch { 0 => 0, 1 => 25, _ => -25 };
            drawn.CopyTo(outputs, i * stride);
            weights[i] = 0.1f * (i - 3);
            double loss = weights[i] * Loss.Row(drawn, targets[i], one);
            (expected, size) = (expected + loss, size + Math.Max(1, Math.Abs(loss)));
        }

        Assert.Equal(expected, Loss.Sum(outputs, stride, targets, weights, gradients), 1e-5 * size);
        for (int i = 0; i < rows; i++)
        {
            Loss.Row(outputs.AsSpan(i * stride, n), targets[i], one);
            AssertClose([.. one.Select(g => g * weights[i])], gradients[(i * stride)..((i * stride) + n)]);
        }
    }

    [Fact]
    public void NaNOutput_SpoilsTheSum()
    {
        int n = Loss.OutputCount;
        for (int column = 0; column < n; column++)
        {
            float[] outputs = new float[20 * n];
            outputs[(17 * n) + column] = float.NaN;
            double sum = Loss.Sum(outputs, n, new float[20], [.. Enumerable.Repeat(1f, 20)], new float[20 * n]);
            Assert.True(double.IsNaN(sum), $"column {column}");
        }
    }

    [Fact]
    public void NaNOutput_GivesNaNLoss()
    {
        (float[] outputs, float target) = Draw(1);
        outputs[0] = float.NaN;
        Assert.True(double.IsNaN(Loss.Row(outputs, target, new float[outputs.Length])));
    }

    [Fact]
    public virtual void StartingOutputs_BeatOutputsOfZero()
    {
        float[] start = new float[Loss.OutputCount], zero = new float[Loss.OutputCount];
        Loss.StartingOutputs(3, 0.04, start);
        double started = 0, unstarted = 0;
        var rng = new Rng(1, "targets");
        for (int i = 0; i < 200; i++)
        {
            float target = (float)Distributions.Gaussian(3, 0.2, ref rng);
            started += Loss.Row(start, target, new float[start.Length]);
            unstarted += Loss.Row(zero, target, new float[start.Length]);
        }

        Assert.True(started < unstarted, $"{started} {unstarted}");
    }

    private static void AssertClose(float[] expected, float[] found)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], 1e-5 * Math.Max(1, Math.Abs(expected[i])));
        }
    }

    private (float[] Outputs, float Target) Draw(ulong index)
    {
        var rng = new Rng(17, "loss", index);
        float[] outputs = new float[Loss.OutputCount];
        for (int i = 0; i < outputs.Length; i++)
        {
            outputs[i] = (float)Distributions.Gaussian(0, 0.8, ref rng);
        }

        return (outputs, Target(ref rng));
    }

    private static double[] Double(float[] values) => [.. values.Select(value => (double)value)];
}
