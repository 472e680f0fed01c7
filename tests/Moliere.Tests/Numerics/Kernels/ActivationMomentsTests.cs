using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class ActivationMomentsTests
{
    [Theory]
    [InlineData(Activation.Identity, 1e-5)]
    [InlineData(Activation.Relu, 1e-5)]
    [InlineData(Activation.Tanh, 2e-2)]
    [InlineData(Activation.Silu, 1e-3)]
    [InlineData(Activation.Softplus, 1e-3)]
    public void Moments_EqualTheIntegral(Activation activation, double tolerance)
    {
        foreach (float m in new[] { -3, -1, -0.2f, 0, 0.3f, 1, 4 })
        {
            foreach (float s in new[] { 0.01f, 0.2f, 0.7f })
            {
                (double mean, double variance) = Integral(activation, m, s);
                (float foundMean, float foundVariance) = Apply(activation, m, s * s);
                Assert.Equal(mean, foundMean, tolerance * s);
                Assert.Equal(variance, foundVariance, tolerance * s * s);
            }
        }
    }

    [Fact]
    public void FarFromTheKink_TheRectifierKeepsTinyVariances()
    {
        // m² is 10^8 times the variance: E[y²] - E[y]² would leave noise only.
        (float mean, float variance) = Apply(Activation.Relu, 1, 1e-8f);
        Assert.Equal((1f, 1e-8f), (mean, variance));
        Assert.Equal((0f, 0f), Apply(Activation.Relu, -1, 1e-8f));
    }

    [Fact]
    public void NoVariance_GivesTheActivation()
    {
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            (float mean, float variance) = Apply(activation, 0.6f, 0);
            Assert.Equal(ReferenceActivation.Value(activation, 0.6f), mean, 1e-6);
            Assert.Equal(0, variance, 1e-12f);
        }
    }

    private static (float Mean, float Variance) Apply(Activation activation, float m, float v)
    {
        float[] means = new float[Padding.Width], variances = new float[Padding.Width];
        float[] mean = new float[Padding.Width], variance = new float[Padding.Width];
        Array.Fill(means, m);
        Array.Fill(variances, v);
        ActivationMoments.Apply(activation, means, variances, mean, variance);
        return (mean[3], variance[3]);
    }

    private static (double Mean, double Variance) Integral(Activation activation, double m, double s)
    {
        const int steps = 20_000;
        double first = 0, second = 0, norm = 0, origin = ReferenceActivation.Value(activation, m);
        for (int i = 0; i <= steps; i++)
        {
            double e = -9 + (18.0 * i / steps), weight = Math.Exp(-0.5 * e * e);
            double y = ReferenceActivation.Value(activation, m + (s * e)) - origin;
            norm += weight;
            first += weight * y;
            second += weight * y * y;
        }

        return (origin + (first / norm), (second / norm) - (first / norm * (first / norm)));
    }
}
