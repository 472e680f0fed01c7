using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;
using Minkowski = Moliere.Simulation.Generation.Partons.Minkowski;

namespace Moliere.Simulation.Generation.Beams;

/// <summary>
/// Closes a collision: transverse motion of the incoming partons within their protons, and the remnants, which carry
/// what energy and momentum is left of the beams.
/// </summary>
/// <source>
/// Sjostrand, Mrenna, Skands, hep-ph/0603175, section 11.1.1; width of the transverse motion: Monash tune, Eur. Phys.
/// J. C 74 (2014) 3024, table 6.
/// </source>
internal static class BeamRemnants
{
    private const double HardKick = 1.8, SoftKick = 0.9, HalfScale = 1.5; // [GeV] Monash, BeamRemnants:primordialKT
    private const int Attempts = 20;

    /// <summary>Gives a collision the transverse motion of its two partons.</summary>
    /// <param name="scattering">Changed in place.</param>
    /// <param name="scale">Hardness of the collision [GeV].</param>
    /// <param name="rng">Stream.</param>
    public static void Kick(Scattering scattering, double scale, ref Rng rng)
    {
        double width = ((HalfScale * SoftKick) + (scale * HardKick)) / (HalfScale + scale);
        FourVector old = scattering.Total;
        double mass = old.Mass, sigma = Math.Min(width, 0.25 * mass); // a root of two for each of the two partons
        double x = sigma * rng.NextGaussian(), y = sigma * rng.NextGaussian();
        double transverse = Math.Sqrt((mass * mass) + (x * x) + (y * y)), rapidity = old.Rapidity;
        var kicked = new FourVector(x, y, 0, transverse);

        // Rest frame, kick across, then along the beam: the directions in the rest frame are kept.
        var along = new RestFrame(new FourVector(0, 0, Math.Sinh(rapidity), Math.Cosh(rapidity)));
        RestFrame rest = new(old), moved = new(kicked);
        List<Parton> partons = scattering.Outgoing.Partons;
        for (int i = 0; i < partons.Count; i++)
        {
            FourVector momentum = along.Leave(moved.Leave(rest.Enter(partons[i].Momentum)));
            partons[i] = partons[i] with { Momentum = Minkowski.OnShell(momentum, partons[i].Mass) };
        }
    }

    /// <summary>Adds the remnants of both protons; false when too little energy is left for them.</summary>
    /// <param name="scattering">Its outgoing partons receive the remnants.</param>
    /// <param name="taken">Momentum that has left the protons [GeV].</param>
    /// <param name="rng">Stream.</param>
    public static bool TryAdd(Scattering scattering, in FourVector taken, ref Rng rng)
    {
        FourVector left = Minkowski.Subtract(new FourVector(0, 0, 0, 2 * scattering.BeamEnergy), taken);
        for (int i = 0; i < Attempts; i++)
        {
            BeamRemnant first = BeamRemnant.Draw(scattering.First, ref rng);
            BeamRemnant second = BeamRemnant.Draw(scattering.Second, ref rng);
            double x = 0.5 * left.Px, y = 0.5 * left.Py, pt2 = (x * x) + (y * y);
            double m1 = Math.Sqrt((first.Mass * first.Mass) + pt2), m2 = Math.Sqrt((second.Mass * second.Mass) + pt2);
            double longitudinal2 = (left.E - left.Pz) * (left.E + left.Pz);
            if (left.E <= 0 || longitudinal2 <= (m1 + m2) * (m1 + m2))
            {
                continue;
            }

            double mass = Math.Sqrt(longitudinal2), p = Minkowski.TwoBodyMomentum(mass, m1, m2);
            double grow = (left.E + left.Pz) / mass;
            double plus = grow * (p + Math.Sqrt((p * p) + (m1 * m1)));
            double minus = (p + Math.Sqrt((p * p) + (m2 * m2))) / grow;
            Place(first, x, y, plus, 1, scattering.Outgoing);
            Place(second, x, y, minus, -1, scattering.Outgoing);
            return true;
        }

        return false;
    }

    // The pieces share the transverse momentum as they share the light cone: their relative one is 0.
    private static void Place(
        BeamRemnant remnant, double x, double y, double lightCone, int direction, PartonSystem into)
    {
        double share = remnant.Share;
        foreach (Parton piece in remnant.Pieces)
        {
            double px = share * x, py = share * y, big = share * lightCone;
            double small = ((piece.Mass * piece.Mass) + (px * px) + (py * py)) / big;
            var momentum = new FourVector(px, py, 0.5 * direction * (big - small), 0.5 * (big + small));
            into.Partons.Add(piece with { Momentum = momentum });
            share = 1 - share;
        }
    }
}
