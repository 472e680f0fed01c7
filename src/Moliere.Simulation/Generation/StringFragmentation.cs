using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Simulation.Generation;

/// <summary>
/// Turns a parton into hadrons: breaks the string that it pulls, from the parton's end inwards, until the hadrons would
/// leave the cone in which the parton was born. A gluon pulls two strings with half its momentum each.
/// </summary>
/// <remarks>
/// Light-cone momentum is shared by <see cref="LundFunction"/>, transverse momentum and flavour are conserved from
/// break to break. The frame is the one in which the parton flies at right angles to the beam.
/// </remarks>
/// <source>Andersson, Gustafson, Ingelman, Sjostrand, Phys. Rep. 97 (1983) 31, chapters 2 and 3.</source>
internal static class StringFragmentation
{
    private const double BreakSigma = 0.335 / 1.4142135623730951; // per component [GeV]; Monash, StringPT:sigma
    private const double TailFraction = 0.01, TailFactor = 2; // Monash, StringPT:enhancedFraction and enhancedWidth
    private const double StopFactor = 1.2; // the cone's edge is at p+ = 2 mT / angle; tuned with the shower
    private const double TypicalMt = 0.6; // mean transverse mass of primary hadrons [GeV], where the string is left

    /// <summary>Hadronises one parton and decays what is unstable.</summary>
    /// <param name="leg">Parton after the shower.</param>
    /// <param name="into">Receives the stable particles.</param>
    /// <param name="rng">Stream.</param>
    public static void Add(in PartonLeg leg, List<Particle> into, ref Rng rng)
    {
        if (!leg.IsGluon)
        {
            AddString(leg, leg.Flavour, 2 * leg.Pt, into, ref rng);
            return;
        }

        int end = 1 + rng.NextInt(2);
        double edge = StopFactor * TypicalMt / leg.StringAngle;
        if (leg.Pt < 2 * edge)
        {
            AddString(leg, end, 2 * leg.Pt, into, ref rng);
            return;
        }

        AddString(leg, end, leg.Pt, into, ref rng);
        AddString(leg, -end, leg.Pt, into, ref rng);
    }

    private static void AddString(in PartonLeg leg, int end, double lightCone, List<Particle> into, ref Rng rng)
    {
        Span<Primary> hadrons = stackalloc Primary[MaxPrimaries];
        double edge = StopFactor * TypicalMt / leg.StringAngle, left = lightCone, endX = 0, endY = 0;
        int count = 0;
        do
        {
            (int id, int next) = StringFlavour.Next(end, ref rng);
            double sigma = rng.NextDouble() < TailFraction ? TailFactor * BreakSigma : BreakSigma;
            double kx = sigma * rng.NextGaussian(), ky = sigma * rng.NextGaussian(), mass = HadronData.Mass(id);
            double x = endX + kx, y = endY + ky, mt2 = (mass * mass) + (x * x) + (y * y);
            double taken = left * LundFunction.Sample(mt2, ref rng);
            hadrons[count++] = new Primary(id, taken, x, y, mt2);
            (left, end, endX, endY) = (left - taken, next, -kx, -ky);
        }
        while (left > edge && count < MaxPrimaries);

        double scale = lightCone / (lightCone - left);
        foreach (Primary hadron in hadrons[..count])
        {
            HadronDecays.AddStable(hadron.PdgId, ToLaboratory(leg, hadron, scale), into, ref rng);
        }
    }

    private const int MaxPrimaries = 64;

    private static FourVector ToLaboratory(in PartonLeg leg, in Primary hadron, double scale)
    {
        double plus = Math.Max(scale * hadron.LightCone, Math.Sqrt(hadron.TransverseMass2));
        double minus = hadron.TransverseMass2 / plus, along = 0.5 * (plus - minus), energy = 0.5 * (plus + minus);
        (double sin, double cos) = Math.SinCos(leg.Phi);
        double sinh = Math.Sinh(leg.Eta), cosh = Math.Cosh(leg.Eta);
        return new FourVector(
            (along * cos) - (hadron.X * sin),
            (along * sin) + (hadron.X * cos),
            (hadron.Y * cosh) + (energy * sinh),
            (energy * cosh) + (hadron.Y * sinh));
    }

    private readonly record struct Primary(int PdgId, double LightCone, double X, double Y, double TransverseMass2);
}
