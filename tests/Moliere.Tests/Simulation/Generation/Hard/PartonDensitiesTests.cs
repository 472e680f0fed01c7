using Moliere.Simulation.Generation.Hard;

namespace Moliere.Tests.Simulation.Generation.Hard;

public sealed class PartonDensitiesTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    [InlineData(1e5)]
    public void Valence_IsTwoUpAndOneDown(double q2)
    {
        Assert.InRange(Integral(q2, (x, table) => table[8] - table[4]), 1.97, 2.03);
        Assert.InRange(Integral(q2, (x, table) => table[7] - table[5]), 0.97, 1.03);
    }

    [Theory]
    [InlineData(4, 0.99, 1.02)]
    [InlineData(100, 0.99, 1.04)]
    [InlineData(1e4, 0.99, 1.08)]
    public void Momentum_AddsUpToTheProtons(double q2, double low, double high) =>
        Assert.InRange(Integral(q2, (x, table) => x * table.Sum()), low, high);

    [Fact]
    public void Gluon_CarriesAboutHalfOfTheMomentum() =>
        Assert.InRange(Integral(1000, (x, table) => x * table[6]), 0.44, 0.56);

    [Fact]
    public void Densities_ArePositiveAndHeavyQuarksRarerThanLight()
    {
        var table = new double[PartonDensities.Count];
        for (double x = 1e-6; x < 1; x *= 1.5)
        {
            for (double q2 = 0.1; q2 < 1e8; q2 *= 10)
            {
                PartonDensities.Fill(x, q2, table);
                Assert.All(table, density => Assert.True(density >= 0 && double.IsFinite(density)));
                Assert.True(table[11] <= table[10] && table[10] <= table[9] && table[0] == 0 && table[12] == 0);
            }
        }
    }

    [Fact]
    public void Thresholds_KeepHeavyQuarksOut()
    {
        var table = new double[PartonDensities.Count];
        PartonDensities.Fill(0.01, 1, table);
        Assert.Equal(0, table[10]);
        PartonDensities.Fill(0.01, 10, table);
        Assert.True(table[10] > 0);
        Assert.Equal(0, table[11]);
    }

    [Fact]
    public void Evolution_MovesMomentumFromHighToLowFractions()
    {
        double[] low = new double[PartonDensities.Count], high = new double[PartonDensities.Count];
        PartonDensities.Fill(0.5, 10, low);
        PartonDensities.Fill(0.5, 1e4, high);
        Assert.True(high[8] < low[8]);
        PartonDensities.Fill(0.001, 10, low);
        PartonDensities.Fill(0.001, 1e4, high);
        Assert.True(high[6] > 1.5 * low[6]);
    }

    [Fact]
    public void Beyond_TheProton_ThereIsNothing()
    {
        var table = new double[PartonDensities.Count];
        PartonDensities.Fill(1, 100, table);
        Assert.All(table, density => Assert.Equal(0, density));
    }

    private static double Integral(double q2, Func<double, double[], double> value)
    {
        const int steps = 4000;
        var table = new double[PartonDensities.Count];
        double sum = 0, lowest = Math.Log(1e-8);
        for (int i = 0; i < steps; i++)
        {
            double x = Math.Exp(lowest * (i + 0.5) / steps);
            PartonDensities.Fill(x, q2, table);
            sum -= value(x, table) * lowest / steps;
        }

        return sum;
    }
}
