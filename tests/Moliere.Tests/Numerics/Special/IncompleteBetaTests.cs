using Moliere.Numerics.Special;

namespace Moliere.Tests.Numerics.Special;

public sealed class IncompleteBetaTests
{
    [Theory]
    [InlineData(0.5, 2, 3, 0.6875)]
    [InlineData(0.3, 1, 1, 0.3)]
    [InlineData(0.25, 0.5, 0.5, 1.0 / 3)]
    [InlineData(0, 3, 2, 0)]
    [InlineData(1, 3, 2, 1)]
    public void Regularised_HasClosedForms(double x, double a, double b, double expected) =>
        Assert.Equal(expected, IncompleteBeta.Regularised(x, a, b), 1e-13);

    [Theory]
    [InlineData(12, 5, 0.3)]
    [InlineData(60, 31, 0.62)]
    [InlineData(500, 2, 0.01)]
    public void Regularised_IsTheTailOfABinomial(int trials, int least, double p)
    {
        double tail = 0;
        for (int k = least; k <= trials; k++)
        {
            double logChoose = 0;
            for (int i = 1; i <= k; i++)
            {
                logChoose += Math.Log((double)(trials - k + i) / i);
            }

            tail += Math.Exp(logChoose + (k * Math.Log(p)) + ((trials - k) * Math.Log(1 - p)));
        }

        Assert.Equal(tail, IncompleteBeta.Regularised(p, least, trials - least + 1), 1e-11);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(3, 400)]
    [InlineData(2e5, 8e5)]
    public void Quantile_IsTheInverse(double a, double b)
    {
        foreach (double probability in (double[])[0.001, 0.1587, 0.5, 0.975])
        {
            double x = IncompleteBeta.Quantile(probability, a, b);
            Assert.Equal(probability, IncompleteBeta.Regularised(x, a, b), 1e-9);
        }
    }
}
