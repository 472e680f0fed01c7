using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;
using Moliere.Simulation.Generation.Hard;
using Moliere.Simulation.Generation.Partons;
using Moliere.Simulation.Generation.Strings;
using HadronFlavour = Moliere.Simulation.Generation.Strings.HadronFlavour;

namespace Moliere.Simulation.Generation.Beams;

/// <summary>
/// What is left of a proton that has lost a parton: a diquark, and where the lost parton was not a valence quark also a
/// quark or a hadron. Its colours end the lines of the lost parton.
/// </summary>
/// <source>
/// Sjostrand, Mrenna, Skands, hep-ph/0603175, section 11.1.1: flavours and sharing of momentum in beam remnants.
/// </source>
internal sealed class BeamRemnant
{
    private const double DecisionQ2 = 4; // scale at which a quark is told to be of the valence or of the sea [GeV²]
    private const double ScalarDiquark = 0.75; // share of spin 0 in an up-down diquark, SU(6) symmetry of the proton

    private readonly List<Parton> _pieces = new(2);
    private double _share = 1; // of the light-cone momentum that goes to the first piece

    /// <summary>Mass of the remnant with its pieces flying along the beam [GeV].</summary>
    public double Mass { get; private set; }

    /// <summary>The pieces, momenta not yet set.</summary>
    public IReadOnlyList<Parton> Pieces => _pieces;

    /// <summary>Share of the light-cone momentum that goes to the first piece, in (0, 1].</summary>
    public double Share => _share;

    /// <summary>Draws the remnant.</summary>
    /// <param name="lost">Parton that left the proton.</param>
    /// <param name="rng">Stream.</param>
    public static BeamRemnant Draw(in IncomingParton lost, ref Rng rng)
    {
        BeamRemnant remnant = DrawOfProton(lost.OfProton(), ref rng);
        for (int i = 0; lost.IsFromAntiproton && i < remnant._pieces.Count; i++)
        {
            Parton piece = remnant._pieces[i];
            int anti = piece.IsColoured ? -piece.PdgId : HadronData.Conjugate(piece.PdgId);
            remnant._pieces[i] = piece with { PdgId = anti, Colour = piece.Anticolour, Anticolour = piece.Colour };
        }

        return remnant;
    }

    private static BeamRemnant DrawOfProton(in IncomingParton lost, ref Rng rng)
    {
        var remnant = new BeamRemnant();
        int id = lost.PdgId;
        if (id == Data.PdgId.Gluon)
        {
            (int quark, int diquark) = Divide(ref rng);
            remnant.Add(quark, lost.Anticolour, 0, 0);
            remnant.Add(diquark, 0, lost.Colour, DiquarkMass(diquark));
            remnant.SetShare(0.5, 4, ref rng);
        }
        else if (IsValence(lost, ref rng))
        {
            int diquark = Diquark(id, ref rng);
            remnant.Add(diquark, 0, lost.Colour, DiquarkMass(diquark));
            remnant.SetShare(0, 0, ref rng);
        }
        else
        {
            remnant.AddPartner(lost, ref rng);
            remnant.SetShare(1, 3, ref rng);
        }

        return remnant;
    }

    // A sea quark leaves its antiquark, which makes a hadron of what is left, and a coloured piece.
    private void AddPartner(in IncomingParton lost, ref Rng rng)
    {
        while (true)
        {
            (int quark, int diquark) = Divide(ref rng);
            bool isQuark = lost.PdgId > 0;
            int hadron = HadronFlavour.Combine(isQuark ? quark : diquark, -lost.PdgId, ref rng);
            if (hadron != HadronFlavour.Refused)
            {
                Add(hadron, 0, 0, HadronMass.Draw(hadron, ref rng));
                Add(isQuark ? diquark : quark, lost.Anticolour, lost.Colour, isQuark ? DiquarkMass(diquark) : 0);
                return;
            }
        }
    }

    private void Add(int id, int colour, int anticolour, double mass) =>
        _pieces.Add(new Parton(id, default, mass, colour, anticolour, 0));

    // Beta distribution of the share; a choice, since only very forward particles depend on it.
    private void SetShare(double a, double b, ref Rng rng)
    {
        if (_pieces.Count == 1)
        {
            Mass = _pieces[0].Mass;
            return;
        }

        double first = _pieces[0].Mass, second = _pieces[1].Mass;
        _share = Math.Clamp(Distributions.Beta(a, b, ref rng), 0.02, 0.98);
        Mass = Math.Sqrt((first * first / _share) + (second * second / (1 - _share)));
    }

    private static bool IsValence(in IncomingParton lost, ref Rng rng)
    {
        if (lost.PdgId is not (1 or 2))
        {
            return false;
        }

        double valence = PartonDensities.Valence(lost.PdgId, lost.X, DecisionQ2);
        Span<double> all = stackalloc double[PartonDensities.Count];
        PartonDensities.Fill(lost.X, DecisionQ2, all);
        return rng.NextDouble() * all[PartonDensities.Index(lost.PdgId)] < valence;
    }

    private static (int Quark, int Diquark) Divide(ref Rng rng)
    {
        int quark = rng.NextInt(3) == 0 ? 1 : 2;
        return (quark, Diquark(quark, ref rng));
    }

    private static int Diquark(int lost, ref Rng rng) =>
        lost == 1 ? 2203 : rng.NextDouble() < ScalarDiquark ? 2101 : 2103;

    private static double DiquarkMass(int diquark) => Partons.QuarkMasses.Constituent(diquark);
}
