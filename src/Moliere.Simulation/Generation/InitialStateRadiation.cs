using Moliere.Data;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation;

/// <summary>
/// Gluons that the incoming partons radiate: flat in rapidity, density (2 C alpha_s(kT)/pi) dln kT dy. Their recoil
/// unbalances the hard pair; the hardest become third jets.
/// </summary>
internal static class InitialStateRadiation
{
    private const double MaxRapidity = 3.5;
    private const double CostPower = 1.6; // at 100 GeV; fall of parton luminosity with the added energy, tuned on pT3
    private const double CostGrowth = 0.4; // luminosities fall more steeply at higher x
    private const double LowestKt = 2; // [GeV]; softer radiation belongs to the underlying event

    /// <summary>Adds the radiated gluons and returns the sum of their transverse momenta.</summary>
    /// <param name="hardPt">Transverse momentum of the hard partons [GeV]: upper end of the radiation.</param>
    /// <param name="colour">Effective colour charge C of the incoming pair.</param>
    /// <param name="into">Receives the gluons as start of their own showers.</param>
    /// <param name="rng">Stream.</param>
    public static (double Px, double Py) Add(double hardPt, double colour, List<PartonLeg> into, ref Rng rng)
    {
        double maxCoupling = PartonShower.Coupling(LowestKt);
        double rate = 2 * colour * maxCoupling / Math.PI * 2 * MaxRapidity, px = 0, py = 0;
        double kt = hardPt * Math.Pow(rng.NextDouble(), 1 / rate);
        while (kt > LowestKt)
        {
            double y = MaxRapidity * ((2 * rng.NextDouble()) - 1);
            double cost = Math.Pow(1 + (kt * Math.Cosh(y) / hardPt), -CostPower * Math.Pow(hardPt / 100, CostGrowth));
            if (rng.NextDouble() * maxCoupling < cost * PartonShower.Coupling(kt))
            {
                double phi = 2 * Math.PI * rng.NextDouble();
                into.Add(new PartonLeg(PdgId.Gluon, kt, y, phi, PartonPair.StartAngle, PartonPair.StringAngle));
                (double sin, double cos) = Math.SinCos(phi);
                (px, py) = (px + (kt * cos), py + (kt * sin));
            }

            kt *= Math.Pow(rng.NextDouble(), 1 / rate);
        }

        return (px, py);
    }
}
