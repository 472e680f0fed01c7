using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>A pair of top quarks, each to a bottom quark and a W, and those to quarks or leptons.</summary>
/// <source>Combridge, Nucl. Phys. B 151 (1979) 429.</source>
/// <param name="collisionEnergy">Energy of the protons together [GeV].</param>
/// <param name="rapidityMax">Both tops lie in |y| below this.</param>
/// <param name="decay">Decays of the W bosons.</param>
internal sealed class TopProcess(double collisionEnergy, double rapidityMax, TopDecay decay)
    : PairProcess(collisionEnergy, rapidityMax, FermionMasses.Top, FermionMasses.Top)
{
    private const double Width = 1.42; // of the top quark [GeV], PDG listings

    private protected override double AddChannels(HardPoint point, double q2)
    {
        QcdScattering.AddHeavyPair(point, 6, FermionMasses.Top, 5);
        double beta = Math.Sqrt(Math.Max(1e-9, 1 - (4 * FermionMasses.Top * FermionMasses.Top / point.S)));
        double coupling = ElectroweakCouplings.Strong(q2) / point.S;
        return Math.PI * coupling * coupling / beta;
    }

    private protected override (double Third, double Fourth) Masses(
        HardPoint point, in Channel channel, ref Rng rng)
    {
        double limit = 0.5 * Math.Sqrt(point.S);
        return (ResonanceMass.Draw(FermionMasses.Top, Width, limit, ref rng),
            ResonanceMass.Draw(FermionMasses.Top, Width, limit, ref rng));
    }

    private protected override void AddDecays(List<HardParticle> particles, ref Rng rng)
    {
        bool firstIsHadronic = decay switch
        {
            TopDecay.Hadronic => true,
            TopDecay.SemiLeptonic => rng.NextDouble() < 0.5,
            _ => rng.NextDouble() < BosonDecay.HadronicFractionOfW,
        };
        bool secondIsHadronic = decay switch
        {
            TopDecay.Hadronic => true,
            TopDecay.SemiLeptonic => !firstIsHadronic,
            _ => rng.NextDouble() < BosonDecay.HadronicFractionOfW,
        };
        TopQuarkDecay.Add(particles, 2, firstIsHadronic, ref rng);
        TopQuarkDecay.Add(particles, 3, secondIsHadronic, ref rng);
    }
}
