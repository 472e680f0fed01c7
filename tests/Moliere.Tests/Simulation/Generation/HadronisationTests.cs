using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Generation.Decays;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Tests.Simulation.Generation;

public sealed class HadronisationTests
{
    // A single pion takes the share (1 + P/3) / 2 of the energy, P the helicity of the negative tau.
    [Theory]
    [InlineData(15, -1, 1.0 / 3)]
    [InlineData(15, 1, 2.0 / 3)]
    [InlineData(-15, 1, 1.0 / 3)]
    [InlineData(-15, 0, 0.5)]
    public void PolarisationOfATau_ReachesItsPions(int tau, double helicity, double share)
    {
        const double Mass = 1.77686, Energy = 45;
        var momentum = FourVector.FromPtEtaPhiMass(Math.Sqrt((Energy * Energy) - (Mass * Mass)), 0, 1, Mass);
        var rng = new Rng(3, "taus", 0);
        var shares = new List<double>();
        while (shares.Count < 200)
        {
            var system = new PartonSystem();
            system.Partons.Add(new Parton(tau, momentum, Mass, 0, 0, 0, Polarisation: helicity));
            var record = new EventRecord([]);
            Hadronisation.Add(system, record, ref rng);
            Particle[] seen = [.. record.Particles.Where(p => Math.Abs(p.PdgId) is not (12 or 14 or 16))];
            if (seen.Length == 1 && Math.Abs(seen[0].PdgId) == 211)
            {
                shares.Add(seen[0].Momentum.E / Energy);
            }
        }

        Assert.InRange(shares.Average(), share - 0.06, share + 0.06);
    }
}
