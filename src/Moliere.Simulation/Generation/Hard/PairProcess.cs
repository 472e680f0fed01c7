using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// A process with two outgoing particles whose scale is their transverse momentum; the other coordinates are their
/// rapidities: dσ/(d ln pT dy3 dy4) = 2 pT² x1 f1 x2 f2 dσ/dt.
/// </summary>
/// <source>Ellis, Stirling, Webber, QCD and Collider Physics (1996), section 7.2.</source>
/// <param name="collisionEnergy">Energy of the protons together [GeV].</param>
/// <param name="rapidityMax">Both particles lie in |y| below this.</param>
/// <param name="mass3">Mass of the third particle in the kinematics [GeV].</param>
/// <param name="mass4">Mass of the fourth particle in the kinematics [GeV].</param>
internal abstract class PairProcess(double collisionEnergy, double rapidityMax, double mass3, double mass4)
    : HardProcess
{
    /// <inheritdoc/>
    public override double Density(double scale, double u1, double u2, HardPoint point)
    {
        double mt3 = Math.Sqrt((scale * scale) + (mass3 * mass3)), mt4 = Math.Sqrt((scale * scale) + (mass4 * mass4));
        double reach = collisionEnergy / (mt3 + mt4);
        if (reach <= 1)
        {
            return 0;
        }

        double yMax = Math.Min(rapidityMax, Math.Acosh(collisionEnergy / (2 * Math.Min(mt3, mt4))));
        double y3 = yMax * ((2 * u1) - 1), y4 = yMax * ((2 * u2) - 1);
        double x1 = ((mt3 * Math.Exp(y3)) + (mt4 * Math.Exp(y4))) / collisionEnergy;
        double x2 = ((mt3 * Math.Exp(-y3)) + (mt4 * Math.Exp(-y4))) / collisionEnergy;
        if (x1 >= 1 || x2 >= 1)
        {
            return 0;
        }

        double q2 = mt3 * mt4, pz = mt3 * Math.Sinh(y3 - (0.5 * Math.Log(x1 / x2)));
        point.MoveTo(x1, x2, collisionEnergy * collisionEnergy, q2);
        point.CosTheta = pz / Math.Sqrt((pz * pz) + (scale * scale));
        (point.Mass3, point.Mass4) = (mass3, mass4);
        double unit = AddChannels(point, q2);
        return 8 * yMax * yMax * scale * scale * ElectroweakCouplings.ToPicobarn * unit * point.Sum;
    }

    /// <inheritdoc/>
    public override HardEvent Build(HardPoint point, in Channel channel, ref Rng rng)
    {
        var particles = new List<HardParticle>(12);
        (double m3, double m4) = Masses(point, channel, ref rng);
        PairBuilder.Add(point, channel, collisionEnergy, m3, m4, particles, ref rng);
        AddDecays(particles, ref rng);
        FourVector third = particles[2].Momentum;
        double scale = Math.Sqrt((third.Pt * third.Pt) + (m3 * m4));
        return new HardEvent { Particles = particles, Scale = scale };
    }

    /// <summary>Adds what can happen; gives the factor from weights to dσ/dt [GeV⁻⁴].</summary>
    private protected abstract double AddChannels(HardPoint point, double q2);

    /// <summary>Masses of the two particles of this very event [GeV].</summary>
    private protected virtual (double Third, double Fourth) Masses(
        HardPoint point, in Channel channel, ref Rng rng) =>
        (FermionMasses.Of(channel.Third), FermionMasses.Of(channel.Fourth));

    /// <summary>Decays the resonances; the two particles are at places 2 and 3 of the list.</summary>
    private protected virtual void AddDecays(List<HardParticle> particles, ref Rng rng)
    {
    }
}
