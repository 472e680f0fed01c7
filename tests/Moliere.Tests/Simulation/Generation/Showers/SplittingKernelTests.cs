using Moliere.Simulation.Generation.Partons;
using Moliere.Simulation.Generation.Showers;

namespace Moliere.Tests.Simulation.Generation.Showers;

public sealed class SplittingKernelTests
{
    // Bound times probability, and the formulas of Ellis, Stirling, Webber (1996), eqs. 5.10 to 5.12.
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.37)]
    [InlineData(0.5)]
    [InlineData(0.93)]
    public void BothDipolesOfAGluon_GiveTheFullSplittingFunction(double z)
    {
        double half = GluonPart(z) + GluonPart(1 - z), full = 1 - (z * (1 - z));
        Assert.Equal(SplittingKernel.GluonCharge * full * full / (z * (1 - z)), half, 12);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.8)]
    public void MasslessQuark_HasTheFullSplittingFunction(double z)
    {
        double bound = 2 * SplittingKernel.QuarkCharge / (1 - z);
        double expected = SplittingKernel.QuarkCharge * (1 + (z * z)) / (1 - z);
        Assert.Equal(expected, bound * SplittingKernel.KeepGluon(false, z, 1, 0), 12);
    }

    [Fact]
    public void GluonRate_IsTheIntegralOfTheBound()
    {
        const double zMin = 0.01;
        double sum = Integrate(z => 2 * SplittingKernel.QuarkCharge / (1 - z), zMin);
        Assert.Equal(sum, SplittingKernel.GluonRate(false, zMin), 1e-3);
        Assert.Equal(Integrate(z => SplittingKernel.GluonCharge / (1 - z), zMin),
            SplittingKernel.GluonRate(true, zMin), 1e-3);
    }

    // Integrated over z the pair rate is that of the vacuum polarisation: T_R 2/3 (1 + 2 m²/Q²) beta.
    [Theory]
    [InlineData(1, 1e4)]
    [InlineData(4, 20)]
    [InlineData(5, 120)]
    public void QuarkPair_HasTheThresholdOfTheVacuumPolarisation(int flavour, double virtuality)
    {
        double mass = QuarkMasses.Constituent(flavour), ratio = mass * mass / virtuality;
        double expected = 2.0 / 3 * (1 + (2 * ratio)) * Math.Sqrt(1 - (4 * ratio));
        double found = Integrate(z => SplittingKernel.KeepPair(z, virtuality, flavour, 1e12), 0);
        Assert.Equal(expected, found, 1e-4);
    }

    [Theory]
    [InlineData(4, 8.9)]
    [InlineData(5, 92)]
    public void QuarkPairBelowThreshold_IsClosed(int flavour, double virtuality) =>
        Assert.Equal(0, SplittingKernel.KeepPair(0.5, virtuality, flavour, 1e6));

    // At small angles the massive kernel over the massless one is theta²/(theta² + (m/E)²).
    [Fact]
    public void HeavyQuark_HasADeadCone()
    {
        const double energy = 1000, mass = 4.8, angle = 0.003, share = 1e-4;
        double cone2 = mass * mass / (energy * energy);
        double virtuality = share * (1 - share) * energy * energy * ((angle * angle) + cone2);
        double kept = SplittingKernel.KeepGluon(false, 1 - share, virtuality, mass * mass);
        Assert.Equal(angle * angle / ((angle * angle) + cone2), kept, 1e-3);
    }

    private static double GluonPart(double z) =>
        SplittingKernel.GluonCharge / (1 - z) * SplittingKernel.KeepGluon(true, z, 1, 0);

    private static double Integrate(Func<double, double> f, double edge)
    {
        const int steps = 20000;
        double width = (1 - (2 * edge)) / steps, sum = 0;
        for (int i = 0; i < steps; i++)
        {
            sum += f(edge + ((i + 0.5) * width)) * width;
        }

        return sum;
    }
}
