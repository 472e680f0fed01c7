using Moliere.Data;
using Moliere.Data.Objects;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Tests.Simulation.Generation;

/// <summary>Numbers are those of 1500 inelastic collisions of PYTHIA 8.302 at 13 TeV in |eta| below 2.5.</summary>
public sealed class MinimumBiasGeneratorTests
{
    private const int Events = 4000;
    private static readonly Lazy<Summary> Measured = new(Measure);

    [Fact]
    public void SameSeedAndNumber_GiveTheSameCollision()
    {
        var a = new MinimumBiasGenerator(3);
        var b = new MinimumBiasGenerator(3);
        b.Generate(1);
        Assert.Equal(a.Generate(5).Particles, b.Generate(5).Particles);
        Assert.NotEqual(a.Generate(5).Particles, a.Generate(6).Particles);
    }

    [Fact]
    public void ChargedDensity_IsThatOfInelasticCollisions()
    {
        Assert.InRange(Measured.Value.ChargedDensity, 6.33 * 0.93, 6.33 * 1.07);
        Assert.InRange(Measured.Value.HardChargedDensity, 2.71 * 0.92, 2.71 * 1.08);
        Assert.InRange(Measured.Value.MeanChargedPt, 0.595 * 0.95, 0.595 * 1.05);
    }

    [Fact]
    public void ScalarSum_HasTheMeanAndTheFluctuationOfTheReference()
    {
        Assert.InRange(Measured.Value.SumPt, 30.9 * 0.93, 30.9 * 1.07);
        Assert.InRange(Measured.Value.SumPtRms, 36.8 * 0.88, 36.8 * 1.12);
    }

    [Fact]
    public void Species_ShareTheMomentumAsInTheReference()
    {
        Assert.InRange(Measured.Value.PhotonFraction, 0.28, 0.33);
        Assert.InRange(Measured.Value.NeutralHadronFraction, 0.075, 0.10);
    }

    [Fact]
    public void HardTail_IsThatOfMiniJets() => Assert.InRange(Measured.Value.ChargedAbove4, 0.084 * 0.6, 0.084 * 1.5);

    private sealed record Summary(double ChargedDensity, double HardChargedDensity, double MeanChargedPt, double SumPt,
        double SumPtRms, double PhotonFraction, double NeutralHadronFraction, double ChargedAbove4);

    private static Summary Measure()
    {
        var generator = new MinimumBiasGenerator(1);
        double charged = 0, hard = 0, above4 = 0, chargedPt = 0, photons = 0, neutrals = 0;
        var sums = new double[Events];
        for (int i = 0; i < Events; i++)
        {
            foreach (Particle p in generator.Generate(i).Particles.Where(p => Math.Abs(p.Momentum.Eta) < 2.5))
            {
                double pt = p.Momentum.Pt;
                ParticleKind kind = PdgId.KindOf(p.PdgId);
                bool isCharged = kind == ParticleKind.ChargedHadron && pt > 0.1;
                sums[i] += pt;
                charged += isCharged ? 1 : 0;
                chargedPt += isCharged ? pt : 0;
                hard += isCharged && pt > 0.5 ? 1 : 0;
                above4 += isCharged && pt > 4 ? 1 : 0;
                photons += kind == ParticleKind.Photon ? pt : 0;
                neutrals += kind == ParticleKind.NeutralHadron ? pt : 0;
            }
        }

        double total = sums.Sum(), mean = total / Events, rms = Math.Sqrt(sums.Average(s => (s - mean) * (s - mean)));
        return new Summary(charged / Events / 5, hard / Events / 5, chargedPt / charged, mean, rms,
            photons / total, neutrals / total, above4 / Events);
    }
}
