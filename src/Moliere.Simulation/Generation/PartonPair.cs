using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation;

/// <summary>Two back-to-back partons of a hard scattering, with their flavours and rapidities.</summary>
internal static class PartonPair
{
    /// <summary>Widest angle of radiation from a hard parton, in eta-phi.</summary>
    public const double StartAngle = 1.4; // tuned to the girth and multiplicity of the reference jets

    /// <summary>Distance in eta-phi from a hard parton at which its string begins.</summary>
    public const double StringAngle = 1.5; // tuned with StartAngle

    // Fraction of gluons among the outgoing partons against ln pT: labelled leading jets of the reference (PYTHIA
    // 8.302, 13 TeV, |y| < 2.1); the outer points continue towards 0.15-0.2 at 2 TeV and the small-x plateau.
    private static readonly double[] LogPt =
        [.. new[] { 20.0, 75, 140, 280, 560, 1100, 2000, 4000 }.Select(pt => Math.Log(pt))];
    private static readonly double[] GluonFractions = [0.78, 0.73, 0.69, 0.61, 0.49, 0.37, 0.20, 0.10];

    /// <summary>Probability in (0, 1) that an outgoing parton is a gluon.</summary>
    /// <param name="pt">Its transverse momentum [GeV].</param>
    public static double GluonFraction(double pt)
    {
        double x = Math.Clamp(Math.Log(pt), LogPt[0], LogPt[^1]);
        int i = 0;
        while (i < LogPt.Length - 2 && x > LogPt[i + 1])
        {
            i++;
        }

        double w = (x - LogPt[i]) / (LogPt[i + 1] - LogPt[i]);
        return GluonFractions[i] + (w * (GluonFractions[i + 1] - GluonFractions[i]));
    }

    /// <summary>Draws a pair of massless partons.</summary>
    /// <param name="pt">Common transverse momentum [GeV].</param>
    /// <param name="etaMax">Both lie in |eta| below this.</param>
    /// <param name="rng">Stream.</param>
    public static (Particle First, Particle Second) Draw(double pt, double etaMax, ref Rng rng)
    {
        double phi = Math.PI * ((2 * rng.NextDouble()) - 1);
        (double eta1, double eta2) = Rapidities(etaMax, ref rng);
        int flavour1 = Flavour(pt, ref rng), flavour2 = Flavour(pt, ref rng);
        return (
            new Particle(flavour1, FourVector.FromPtEtaPhiMass(pt, eta1, phi, 0)),
            new Particle(flavour2, FourVector.FromPtEtaPhiMass(pt, eta2, phi + Math.PI, 0)));
    }

    // The angular distribution of t-channel gluon exchange, in y* = (eta1 - eta2)/2 close to 1/cosh²(y*) at fixed pT.
    private static (double Eta1, double Eta2) Rapidities(double etaMax, ref Rng rng)
    {
        while (true)
        {
            double star = Math.Atanh((2 * rng.NextDouble()) - 1), boost = etaMax * ((2 * rng.NextDouble()) - 1);
            if (Math.Abs(boost) + Math.Abs(star) < etaMax)
            {
                return (boost + star, boost - star);
            }
        }
    }

    private static int Flavour(double pt, ref Rng rng)
    {
        if (rng.NextDouble() < GluonFraction(pt))
        {
            return PdgId.Gluon;
        }

        // Light quarks in about the ratio of the parton densities at x ~ 0.1: u 0.58, d 0.32, s 0.10, a quarter anti.
        double u = rng.NextDouble();
        int flavour = u < 0.58 ? 2 : u < 0.90 ? 1 : 3;
        return rng.NextDouble() < 0.25 ? -flavour : flavour;
    }
}
