// covers: NormalWeights, NormalWeightGradients
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class WeightVarianceTests
{
    private const double Prior = 0.7;

    public static TheoryData<int> Lengths => [1, 7, 8, 9, 16, 31, 256, 600];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Divergence_EqualsTheDefinition(int count)
    {
        (float[] mu, float[] s) = Draw(count);
        double expected = WeightVariance.ReferenceDivergence(Prior, Double(mu), Double(s));
        double found = Divergence(mu, s, 1, new float[count], new float[count]);
        Assert.Equal(expected, found, 1e-5 * expected);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Gradient_EqualsCentralDifferencesAndIsAdded(int count)
    {
        const double h = 1e-5, factor = 0.25;
        (float[] mu, float[] s) = Draw(count);
        float[] byMean = new float[count], byLog = new float[count];
        Array.Fill(byMean, 2f);
        Array.Fill(byLog, 3f);
        Divergence(mu, s, factor, byMean, byLog);
        for (int i = 0; i < count; i++)
        {
            double mean = (At(mu[i] + h, s[i]) - At(mu[i] - h, s[i])) / (2 * h);
            double log = (At(mu[i], s[i] + h) - At(mu[i], s[i] - h)) / (2 * h);
            Assert.Equal(2 + (factor * mean), byMean[i], 1e-5 * Math.Max(1, Math.Abs(mean)));
            Assert.Equal(3 + (factor * log), byLog[i], 1e-5 * Math.Max(1, Math.Abs(log)));
        }

        static double At(double mu, double s) => WeightVariance.ReferenceDivergence(Prior, [mu], [s]);
    }

    [Fact]
    public void PriorItself_HasNoDivergence()
    {
        float[] s = [(float)(2 * Math.Log(Prior))], byMean = [0], byLog = [0];
        Assert.Equal(0, Divergence([0], s, 1, byMean, byLog), 1e-6);
        Assert.Equal(0, byLog[0], 1e-6f);
    }

    [Fact]
    public void BeyondTheBounds_TheWidthIsHeldAndOnlyLedBack()
    {
        float[] variances = new float[4], byLog = [1, -1, 1, -1];
        float[] s = [-25, -25, 15, 15];
        WeightVariance.Exponentiate(s, variances);
        Assert.Equal(Math.Exp(-20), variances[0], 1e-13);
        Assert.Equal(Math.Exp(11), variances[2], 0.1);
        Divergence(new float[4], s, 0, new float[4], byLog);
        Assert.Equal([0f, -1, 1, 0], byLog);
    }

    [Fact]
    public void Noise_HasTheWidthsOfTheWeights()
    {
        float[] weights = new float[40_000], s = new float[40_000];
        Array.Fill(s, -4f);
        WeightVariance.AddNoise(new NoiseStream(1, "draw"), s, weights);
        Assert.Equal(Math.Exp(-2), Math.Sqrt(weights.Average(w => (double)w * w)), 0.002);
        Assert.Equal(NormalNoise.Reference(new NoiseStream(1, "draw"), 777) * Math.Exp(-2), weights[777], 1e-6);
    }

    [Fact]
    public void NaN_StaysNaN()
    {
        float[] variance = new float[1];
        WeightVariance.Exponentiate([float.NaN], variance);
        Assert.True(float.IsNaN(variance[0]));
        Assert.True(double.IsNaN(Divergence([0], [float.NaN], 1, new float[1], new float[1])));
    }

    private static double Divergence(float[] mu, float[] s, double factor, float[] byMean, float[] byLog) =>
        WeightVariance.AddDivergence(
            Prior, factor, new NormalWeights(mu, s), new NormalWeightGradients(byMean, byLog));

    private static (float[] Means, float[] Logs) Draw(int count)
    {
        var rng = new Rng(2, "weights");
        float[] mu = new float[count], s = new float[count];
        for (int i = 0; i < count; i++)
        {
            (mu[i], s[i]) = ((float)rng.NextGaussian(), (float)Distributions.Uniform(-12, 2, ref rng));
        }

        return (mu, s);
    }

    private static double[] Double(float[] values) => [.. values.Select(value => (double)value)];
}
