using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Tests.Simulation.Generation.Decays;

public sealed class TauDecaysTests
{
    private const double Mass = 1.77686;

    [Fact]
    public void Modes_HaveTheMeasuredFractions()
    {
        var rng = new Rng(1, "test");
        const int Count = 20_000;
        double electron = 0, muon = 0, oneProng = 0, threeProng = 0, pion = 0, rho = 0;
        for (int i = 0; i < Count; i++)
        {
            (int charged, int photons, bool isElectron, bool isMuon) = Visible(ref rng);
            electron += isElectron ? 1 : 0;
            muon += isMuon ? 1 : 0;
            bool isHadronic = !isElectron && !isMuon;
            oneProng += isHadronic && charged == 1 ? 1 : 0;
            threeProng += isHadronic && charged == 3 ? 1 : 0;
            pion += isHadronic && charged == 1 && photons == 0 ? 1 : 0;
            rho += isHadronic && charged == 1 && photons == 2 ? 1 : 0;
        }

        // Bars of two points. PDG: kaons count as tracks, K0L as nothing, K0S in pions as prongs or photons.
        Assert.InRange(electron / Count, 0.1782 - 0.02, 0.1782 + 0.02);
        Assert.InRange(muon / Count, 0.1739 - 0.02, 0.1739 + 0.02);
        Assert.InRange(oneProng / Count, 0.4972 - 0.02, 0.4972 + 0.02);
        Assert.InRange(threeProng / Count, 0.1519 - 0.02, 0.1519 + 0.02);
        Assert.InRange(pion / Count, 0.1151 + 0.005 - 0.02, 0.1151 + 0.005 + 0.02);
        Assert.InRange(rho / Count, 0.2593 - 0.02, 0.2593 + 0.02);
    }

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(0, -0.5)]
    [InlineData(0, 1.0)]
    [InlineData(1, -1.0)]
    public void Leptons_FollowTheMichelSpectrum(int mode, double polarisation)
    {
        // Massless lepton, x its share of a fast tau's energy: dN/dx = (5 - 9x² + 4x³ + P (1 - 9x² + 8x³)) / 3.
        double expected = (7.0 / 20) - (polarisation / 20);
        Assert.InRange(MeanShare(TauModes.All[mode], polarisation, first: 2) - expected, -0.012, 0.012);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.147)]
    public void SinglePion_IsLinearInItsShare(double polarisation)
    {
        // dN/dx = 1 + P (2x - 1) between (m_pi/m_tau)² and 1.
        double low = Math.Pow(0.1395704 / Mass, 2), expected = ((1 + low) / 2) + (polarisation * (1 - low) / 6);
        Assert.InRange(MeanShare(TauModes.All[2], polarisation, first: 1) - expected, -0.01, 0.01);
    }

    [Theory]
    [InlineData(4, 0.0)]
    [InlineData(4, 1.0)]
    [InlineData(4, -1.0)]
    [InlineData(8, -1.0)]
    public void Resonance_IsAsPolarisedAsItsMassAllows(int mode, double polarisation)
    {
        // A spin-one state of mass m: <cos> = P (mt² - 2m²) / (mt² + 2m²) / 3, averaged over the spectrum.
        var rng = new Rng(3, "test");
        var momenta = new FourVector[TauModes.All[mode].Products.Length + 1];
        double sum = 0, expected = 0;
        const int Count = 1500;
        for (int i = 0; i < Count; i++)
        {
            TauDecays.Draw(TauModes.All[mode], new FourVector(0, 0, polarisation, 0), momenta, ref rng);
            double m2 = (new FourVector(0, 0, 0, Mass) + (-1 * momenta[0])).MassSquared, mt2 = Mass * Mass;
            sum += -momenta[0].Pz / momenta[0].E;
            expected += polarisation * (mt2 - (2 * m2)) / (mt2 + (2 * m2)) / 3;
        }

        Assert.InRange((sum - expected) / Count, -5 * 0.58 / Math.Sqrt(Count), 5 * 0.58 / Math.Sqrt(Count));
    }

    [Fact]
    public void Weights_StayBelowTheirBounds() => Assert.All(TauModes.All, mode =>
    {
        var rng = new Rng(4, "test");
        double[] masses = [0, .. mode.Products.Select(HadronData.Mass)];
        var momenta = new FourVector[masses.Length];
        for (int i = 0; i < 3000; i++)
        {
            PhaseSpace.Draw(Mass, masses, momenta, ref rng);
            Assert.InRange(TauElement.Weight(mode.Current, momenta, default, Mass), 0, mode.Bound);
        }
    });

    [Fact]
    public void Tau_DecaysAtItsVertexWithItsNeutrino()
    {
        var rng = new Rng(5, "test");
        double length = 0;
        const int Count = 5000;
        FourVector momentum = FourVector.FromPtEtaPhiMass(40, 0.3, 1, Mass);
        for (int i = 0; i < Count; i++)
        {
            var record = new EventRecord();
            HadronDecays.Add(-15, momentum, default, -1, record, ref rng);
            Assert.Equal(-15, record.History[0].PdgId);
            Assert.Single(record.Particles, p => p.PdgId == -16 && p.Mother == 0);
            length += record.History[0].Decay.Distance * Mass / momentum.P;
        }

        Assert.InRange(length / Count / 0.08703, 1 - (5 / Math.Sqrt(Count)), 1 + (5 / Math.Sqrt(Count)));
    }

    [Theory]
    [InlineData(24, -1.0)]
    [InlineData(23, -0.147)]
    [InlineData(25, 0.0)]
    public void Mother_DecidesThePolarisation(int mother, double polarisation)
    {
        var rng = new Rng(6, "test");
        double sum = 0;
        int pions = 0;
        FourVector momentum = FourVector.FromPtEtaPhiMass(200, 0, 1, Mass);
        for (int i = 0; i < 30_000; i++)
        {
            var record = new EventRecord();
            HadronDecays.Add(15, momentum, default, record.AddHistory(new(mother, momentum)), record, ref rng);
            if (record.Particles.Count == 2 && record.Particles[1].PdgId == -211)
            {
                sum += record.Particles[1].Momentum.E / momentum.E;
                pions++;
            }
        }

        // Mean share of a single pion, (1 + r) / 2 + P (1 - r) / 6 with r = (m_pi/m_tau)², of rms at most 0.29.
        double low = Math.Pow(0.1395704 / Mass, 2), expected = ((1 + low) / 2) + (polarisation * (1 - low) / 6);
        Assert.InRange((sum / pions) - expected, -5 * 0.29 / Math.Sqrt(pions), 5 * 0.29 / Math.Sqrt(pions));
    }

    private static (int Charged, int Photons, bool IsElectron, bool IsMuon) Visible(ref Rng rng)
    {
        var record = new EventRecord();
        HadronDecays.Add(15, FourVector.FromPtEtaPhiMass(30, 0.5, 1, Mass), default, -1, record, ref rng);
        List<Particle> all = record.Particles;
        int charged = all.Count(p => Moliere.Data.PdgId.Charge(p.PdgId) != 0);
        return (charged, all.Count(p => p.PdgId == 22), all.Any(p => p.PdgId is -12), all.Any(p => p.PdgId is -14));
    }

    private static double MeanShare(TauMode mode, double polarisation, int first)
    {
        var rng = new Rng(2, "test");
        var momenta = new FourVector[mode.Products.Length + 1];
        double sum = 0;
        const int Count = 10_000;
        for (int i = 0; i < Count; i++)
        {
            TauDecays.Draw(mode, new FourVector(0, 0, polarisation, 0), momenta, ref rng);
            sum += (momenta[first].E + momenta[first].Pz) / Mass;
        }

        return sum / Count;
    }
}
