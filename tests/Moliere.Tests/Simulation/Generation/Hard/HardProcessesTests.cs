using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Generation.Hard;

namespace Moliere.Tests.Simulation.Generation.Hard;

/// <summary>
/// Cross-sections are of leading order. Their bands are wide ones about the values of this generator: they guard the
/// normalisation against a change, and are not a comparison with another program.
/// </summary>
public sealed class HardProcessesTests
{
    [Theory]
    [InlineData(Process.Dijets, 100, 4000, 1e6, 2e6)]
    [InlineData(Process.Dijets, 20, 4000, 6e8, 1.2e9)]
    [InlineData(Process.Top, 5, 3000, 450, 750)]
    [InlineData(Process.W, 100, 3000, 1300, 3000)]
    public void CrossSections_HaveTheirKnownSize(Process process, double low, double high, double from, double to)
    {
        var options = new ProcessOptions { Process = process, PtMin = low, PtMax = high, EtaMax = 5 };
        Assert.InRange(HardProcesses.Create(options).CrossSection, from, to);
    }

    [Fact]
    public void DrellYan_HasTheCrossSectionAndThePeakOfTheZ()
    {
        HardSampler sampler = HardProcesses.Create(new ProcessOptions
        {
            Process = Process.DiTau,
            MassMin = 60,
            MassMax = 120,
            EtaMax = 6,
            Spectrum = HardSpectrum.Unweighted,
        });
        Assert.InRange(sampler.CrossSection, 1400, 2000);
        double[] masses = [.. Draw(sampler, 2000).Select(e => e.Particles[2].Mass).Order()];
        Assert.InRange(masses[1000], 90.6, 91.4);

        // A Breit-Wigner alone has half of itself within half a width of the pole.
        Assert.InRange(masses.Count(m => Math.Abs(m - 91.19) < 1.25) / 2000.0, 0.42, 0.52);
    }

    [Fact]
    public void DrellYan_TausOfThePeak_AreMostlyLeftHanded()
    {
        HardSampler sampler = HardProcesses.Create(new ProcessOptions
        {
            Process = Process.DiTau,
            MassMin = 90,
            MassMax = 92,
            EtaMax = 6,
            Spectrum = HardSpectrum.Unweighted,
        });
        double mean = Draw(sampler, 4000).Average(e => e.Particles[3].Polarisation);
        Assert.InRange(mean, -0.147 - 0.05, -0.147 + 0.05); // measured at LEP: -0.147
    }

    [Theory]
    [InlineData(Process.Dijets)]
    [InlineData(Process.Bottom)]
    [InlineData(Process.W)]
    [InlineData(Process.Z)]
    [InlineData(Process.Top)]
    [InlineData(Process.DiTau)]
    [InlineData(Process.Displaced)]
    public void Events_ConserveMomentumAndStayOnTheirShells(Process process)
    {
        HardSampler sampler = HardProcesses.Create(new ProcessOptions { Process = process });
        foreach (HardEvent hard in Draw(sampler, 100))
        {
            FourVector sum = default;
            foreach (HardParticle p in hard.Particles)
            {
                double sign = p.Role == HardRole.Incoming ? -1 : p.Role == HardRole.Outgoing ? 1 : 0;
                sum += sign * p.Momentum;
                Assert.Equal(p.Mass * p.Mass, p.Momentum.MassSquared, 1e-7 * p.Momentum.E * p.Momentum.E);
            }

            double energy = hard.Particles[0].Momentum.E + hard.Particles[1].Momentum.E;
            Assert.True(sum.P + Math.Abs(sum.E) < 1e-6 * energy, $"{process}: {sum}");
            Assert.Equal(1, hard.Weight);
        }
    }

    [Fact]
    public void Bottom_HasHeavyQuarksAndOnlyThose()
    {
        HardSampler sampler = HardProcesses.Create(new ProcessOptions { Process = Process.Bottom });
        Assert.All(Draw(sampler, 200), e => Assert.Contains(e.Particles.Skip(2), p => Math.Abs(p.PdgId) is 4 or 5));
    }

    [Fact]
    public void FlatSpectrum_IsFlatInTheLogarithm()
    {
        HardSampler sampler = HardProcesses.Create(new ProcessOptions { PtMin = 25, PtMax = 400 });
        int below = Draw(sampler, 1000).Count(e => e.Particles[2].Momentum.Pt < 100);
        Assert.InRange(below, 440, 560);
    }

    [Fact]
    public void FallingAndUnweighted_AgreeInTheFractionAboveTwiceTheLowerEnd()
    {
        var options = new ProcessOptions { PtMin = 50, PtMax = 400, Spectrum = HardSpectrum.Falling };
        List<HardEvent> weighted = Draw(HardProcesses.Create(options), 3000);
        HardSampler natural = HardProcesses.Create(options with { Spectrum = HardSpectrum.Unweighted });
        double sum = weighted.Sum(e => e.Weight);
        Assert.InRange(sum / 3000, 0.9, 1.1);
        double above = weighted.Where(e => e.Particles[2].Momentum.Pt > 100).Sum(e => e.Weight) / sum;
        double counted = Draw(natural, 3000).Count(e => e.Particles[2].Momentum.Pt > 100) / 3000.0;
        Assert.InRange(counted / above, 0.65, 1.5);

        double expected = HardProcesses.Create(options with { PtMin = 100 }).CrossSection / natural.CrossSection;
        Assert.InRange(above / expected, 0.9, 1.1);
    }

    [Theory]
    [InlineData(Process.Dijets, 100, 50, "PtMin = 100")]
    [InlineData(Process.Top, 7000, 8000, "PtMin = 7000")]
    public void EmptyRanges_AreRefusedWithTheirNumbers(Process process, double low, double high, string part)
    {
        var options = new ProcessOptions { Process = process, PtMin = low, PtMax = high };
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => HardProcesses.Create(options)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ScalarHeavierThanHalfOfItsMother_IsRefused()
    {
        var options = new ProcessOptions { Process = Process.Displaced, ScalarMass = 70 };
        Assert.Contains("70 GeV", Assert.Throws<ArgumentException>(() => HardProcesses.Create(options)).Message,
            StringComparison.Ordinal);
    }

    private static List<HardEvent> Draw(HardSampler sampler, int count)
    {
        var events = new List<HardEvent>(count);
        for (int i = 0; i < count; i++)
        {
            var rng = new Rng(1, "hard test", (ulong)i);
            events.Add(sampler.Draw(ref rng));
        }

        return events;
    }
}
