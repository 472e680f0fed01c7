using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>Decays taus by mode, with their resonances and polarisation.</summary>
/// <source>
/// Jadach, Was, Decker, Kuhn, Comput. Phys. Commun. 76 (1993) 361: phase space times the matrix elements of <see
/// cref="TauElement"/>.
/// </source>
internal static class TauDecays
{
    private const int Tau = 15, Neutrino = 16;

    /// <summary>Adds the tau to the history and its stable descendants to the particles.</summary>
    /// <param name="pdgId">15 or -15.</param>
    /// <param name="momentum">Four-momentum [GeV], on the shell.</param>
    /// <param name="production">Where it is made.</param>
    /// <param name="mother">Index into the history of the record, or -1.</param>
    /// <param name="polarisation">
    /// Mean helicity of the negative tau, or minus that of the positive one, in [-1, 1]; -0.147 for Z bosons at rest,
    /// -1 for W bosons, 0 for scalars. Correlations between two taus are left out.
    /// </param>
    /// <param name="into">Receives stable particles and history.</param>
    /// <param name="rng">Stream.</param>
    public static void Add(
        int pdgId, in FourVector momentum, in Vertex production, int mother, double polarisation, EventRecord into,
        ref Rng rng)
    {
        double mass = HadronData.Mass(Tau);
        Vertex decay = Flight.End(production, momentum, mass, HadronData.Lifetime(Tau), ref rng);
        int origin = into.AddHistory(new(pdgId, momentum, production, decay, mother));
        double p = momentum.P, scale = p > 0 ? polarisation / p : 0;
        var spin = new FourVector(scale * momentum.Px, scale * momentum.Py, scale * momentum.Pz, 0);
        TauMode mode = Choose(into.TauDecay, ref rng);
        int count = mode.Products.Length + 1;
        Span<FourVector> momenta = stackalloc FourVector[count];
        Draw(mode, spin, momenta, ref rng);
        for (int i = 0; i < count; i++)
        {
            int id = i == 0 ? Neutrino : mode.Products[i - 1];
            HadronDecays.Add(
                pdgId < 0 ? HadronData.Conjugate(id) : id, PhaseSpace.Boost(momenta[i], momentum, mass), decay, origin,
                into, ref rng);
        }
    }

    /// <summary>Draws the momenta of one mode for a tau at rest.</summary>
    /// <param name="mode">How it decays.</param>
    /// <param name="spin">Polarisation vector, at most one long.</param>
    /// <param name="momenta">Receives the tau neutrino and the products [GeV].</param>
    /// <param name="rng">Stream.</param>
    public static void Draw(TauMode mode, in FourVector spin, Span<FourVector> momenta, ref Rng rng)
    {
        double mass = HadronData.Mass(Tau), weight, bound = mode.Bound * (1 + spin.P);
        Span<double> masses = stackalloc double[momenta.Length];
        do
        {
            Prepare(mode, mass, masses, ref rng);
            PhaseSpace.Draw(mass, masses, momenta, ref rng);
            weight = TauElement.Weight(mode.Current, momenta, spin, mass);
        }
        while (weight < bound * rng.NextDouble());
    }

    // The neutrino stays massless; broad products (omega) take a mass below what is free.
    private static void Prepare(TauMode mode, double mass, Span<double> masses, ref Rng rng)
    {
        double sum;
        do
        {
            sum = 0;
            for (int i = 0; i < mode.Products.Length; i++)
            {
                masses[i + 1] = HadronData.DrawMass(mode.Products[i], ref rng);
                sum += masses[i + 1];
            }
        }
        while (sum > mass);
    }

    private static TauMode Choose(TauDecay decay, ref Rng rng)
    {
        IReadOnlyList<TauMode> modes = decay == TauDecay.All ? TauModes.All : TauModes.Hadronic;
        int i = 0, last = modes.Count - 1;
        for (double u = rng.NextDouble(); i < last && u > modes[i].Fraction; i++)
        {
            u -= modes[i].Fraction;
        }

        return modes[i];
    }
}
