using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>Decays hadrons and taus, with their flight, until all that is left reaches the detector.</summary>
/// <remarks>
/// Proper times are exponential; flight is straight, which neglects the bending of charged particles over their few
/// millimetres (hyperons: centimetres). The history receives whatever flies more than a micrometre, all c and b
/// hadrons, and taus. A tau is as polarised as its mother in the history makes it: W and Z, else not at all.
/// </remarks>
/// <source>
/// Particle Data Group, Review of Particle Physics: channels (particle listings); review "Kinematics", decays.
/// </source>
internal static class HadronDecays
{
    private const double ShortestKept = 1e-3; // c tau of a particle that the history mentions [mm]: one micrometre
    private const int Tau = 15;
    private const double AtTheZ = -0.147; // mean tau polarisation at the Z pole, hep-ex/0509008, section 4

    /// <summary>Adds the particle itself when it is stable, else its stable descendants at their vertices.</summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    /// <param name="momentum">
    /// Four-momentum [GeV], on the mass shell of <see cref="HadronData.Mass"/>; for a broad resonance on that of any
    /// mass, as <c>HadronData.DrawMass</c> gives it.
    /// </param>
    /// <param name="production">Where it is made.</param>
    /// <param name="mother">Index into the history of the record, or -1.</param>
    /// <param name="into">Receives stable particles and history.</param>
    /// <param name="rng">Stream.</param>
    public static void Add(
        int pdgId, in FourVector momentum, in Vertex production, int mother, EventRecord into, ref Rng rng)
    {
        if (Math.Abs(pdgId) == Tau)
        {
            TauDecays.Add(pdgId, momentum, production, mother, Polarisation(mother, into), into, ref rng);
            return;
        }

        DecayEntry? entry = HadronData.Find(pdgId);
        if (entry is null || entry.Channels.Count == 0)
        {
            into.Particles.Add(new Particle(pdgId, momentum, production, mother));
            return;
        }

        Vertex decay = Flight.End(production, momentum, entry.Mass, entry.Lifetime, ref rng);
        bool isKept = entry.Lifetime > ShortestKept || entry.IsHeavy;
        int origin = isKept ? into.AddHistory(new(pdgId, momentum, production, decay, mother)) : mother;
        double mass = entry.Width == 0 ? entry.Mass : Math.Max(momentum.Mass, 1.0001 * entry.Threshold);
        AddProducts(new Decaying(entry, pdgId < 0, mass, momentum, decay, origin), into, ref rng);
    }

    // Taus of mesons are slow in their rest frame, so that in the laboratory nothing is left of their polarisation.
    private static double Polarisation(int mother, EventRecord record) =>
        (mother < 0 ? 0 : Math.Abs(record.History[mother].PdgId)) switch
        {
            23 => AtTheZ,
            24 => -1,
            _ => 0,
        };

    private static void AddProducts(in Decaying parent, EventRecord into, ref Rng rng)
    {
        Span<int> ids = stackalloc int[PhaseSpace.MaxProducts];
        Span<double> masses = stackalloc double[PhaseSpace.MaxProducts];
        (int count, DecayModel model) = DecayProducts.Draw(parent.Entry, parent.Mass, ids, masses, ref rng);
        if (count == 1)
        {
            AddOne(parent, ids[0], parent.Momentum, into, ref rng);
            return;
        }

        Span<FourVector> momenta = stackalloc FourVector[count];
        WeakElement.Draw(parent.Mass, model, masses[..count], momenta, ref rng);
        for (int i = 0; i < count; i++)
        {
            AddOne(parent, ids[i], PhaseSpace.Boost(momenta[i], parent.Momentum, parent.Mass), into, ref rng);
        }
    }

    private static void AddOne(in Decaying parent, int id, in FourVector momentum, EventRecord into, ref Rng rng) =>
        Add(parent.IsAnti ? HadronData.Conjugate(id) : id, momentum, parent.Vertex, parent.Origin, into, ref rng);

    private readonly record struct Decaying(
        DecayEntry Entry, bool IsAnti, double Mass, FourVector Momentum, Vertex Vertex, int Origin);
}
