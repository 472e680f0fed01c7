using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;
using Minkowski = Moliere.Simulation.Generation.Partons.Minkowski;

namespace Moliere.Simulation.Generation.Beams;

/// <summary>
/// Radiation of the incoming partons, traced back from the hard process towards the protons in falling transverse
/// momentum of both sides together. Each branching makes the incoming parton space-like and gives its recoil to all
/// that comes out of the collision.
/// </summary>
/// <remarks>Uniform in azimuth; first emissions follow the splitting functions, not exact matrix elements.</remarks>
/// <source>Sjostrand and Skands, hep-ph/0408302, section 4.</source>
internal static class InitialStateShower
{
    /// <summary>Radiates until nothing is left above the cutoff.</summary>
    /// <param name="scattering">Changed in place.</param>
    /// <param name="scale">Transverse momentum to start from [GeV].</param>
    /// <param name="rng">Stream.</param>
    public static void Evolve(Scattering scattering, double scale, ref Rng rng)
    {
        var trial = new BackwardTrial();
        double scale2 = scale * scale;
        while (true)
        {
            double s = scattering.S;
            BackwardBranching first = Next(trial, scattering.First, s, scale2, ref rng);
            BackwardBranching second = Next(trial, scattering.Second, s, scale2, ref rng);
            bool isFirst = first.Scale2 >= second.Scale2;
            BackwardBranching next = isFirst ? first : second;
            if (!(next.Scale2 > 0))
            {
                return;
            }

            if (isFirst)
            {
                scattering.First = Branch(scattering, scattering.First, scattering.Second, next, ref rng);
            }
            else
            {
                scattering.Second = Branch(scattering, scattering.Second, scattering.First, next, ref rng);
            }

            // A forced branching of a heavy quark may lie above what the other side has reached.
            scale2 = Math.Min(scale2, next.Scale2);
        }
    }

    // Densities are those of the proton; an antiproton's are the same for the antiparticles.
    private static BackwardBranching Next(
        BackwardTrial trial, in IncomingParton parton, double s, double scale2, ref Rng rng)
    {
        BackwardBranching found = trial.Next(parton.OfProton(), s, scale2, ref rng);
        return parton.IsFromAntiproton
            ? found with { Mother = Anti(found.Mother), Sister = Anti(found.Sister) }
            : found;
    }

    private static int Anti(int id) => id == Data.PdgId.Gluon ? id : -id;

    // With p the mother, r the parton from the other side: sister = alpha p + beta r + across, sum of squares fixed.
    private static IncomingParton Branch(
        Scattering scattering, in IncomingParton daughter, in IncomingParton other, in BackwardBranching branching,
        ref Rng rng)
    {
        double pairS = scattering.S / branching.Z, mass2 = branching.SisterMass * branching.SisterMass;
        double beta = (branching.Scale2 + mass2) / ((1 - branching.Z) * pairS);
        double alpha = 1 - branching.Z - beta + (mass2 / pairS);
        double across = Math.Sqrt(Math.Max(0, (alpha * beta * pairS) - mass2));
        (double sin, double cos) = Math.SinCos(2 * Math.PI * rng.NextDouble());
        IncomingParton mother = daughter with { PdgId = branching.Mother, X = daughter.X / branching.Z };
        FourVector along = mother.Momentum(scattering.BeamEnergy), against = other.Momentum(scattering.BeamEnergy);
        FourVector sister = Minkowski.OnShell(
            (alpha * along) + (beta * against) + new FourVector(across * cos, across * sin, 0, 0),
            branching.SisterMass);
        FourVector rest = Minkowski.Subtract(along + against, sister);
        scattering.Transform(new FrameChange(scattering.Total, rest, against));
        return Connect(scattering.Outgoing, mother, daughter, branching, sister, ref rng);
    }

    private static IncomingParton Connect(PartonSystem outgoing, in IncomingParton mother, in IncomingParton daughter,
        in BackwardBranching branching, in FourVector sister, ref Rng rng)
    {
        (int motherColour, int motherAnti, int colour, int anti) = Tags(outgoing, daughter, branching, ref rng);
        outgoing.Partons.Add(new Parton(branching.Sister, sister, branching.SisterMass, colour, anti,
            Math.Sqrt(branching.Scale2)));
        return mother with { Colour = motherColour, Anticolour = motherAnti };
    }

    // What the mother brings in goes on in daughter or sister; what the daughter alone has ends in the sister.
    private static (int MotherColour, int MotherAnti, int Colour, int Anti) Tags(
        PartonSystem outgoing, in IncomingParton daughter, in BackwardBranching branching, ref Rng rng)
    {
        int c = daughter.Colour, a = daughter.Anticolour;
        if (daughter.PdgId == Data.PdgId.Gluon && branching.Mother != Data.PdgId.Gluon)
        {
            return branching.Mother > 0 ? (c, 0, a, 0) : (0, a, 0, c);
        }

        int tag = outgoing.NewTag();
        if (daughter.PdgId != Data.PdgId.Gluon)
        {
            bool isQuark = daughter.PdgId > 0, fromGluon = branching.Mother == Data.PdgId.Gluon;
            return (isQuark, fromGluon) switch
            {
                (true, true) => (c, tag, 0, tag),
                (true, false) => (tag, 0, tag, c),
                (false, true) => (tag, a, tag, 0),
                (false, false) => (0, tag, a, tag),
            };
        }

        return rng.NextDouble() < 0.5 ? (tag, a, tag, c) : (c, tag, a, tag);
    }
}
