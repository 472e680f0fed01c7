using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation;

/// <summary>From partons after their showers to particles that reach the detector: strings, then decays.</summary>
internal static class Hadronisation
{
    /// <summary>Hadronises a system and decays what is unstable; partons without colour decay as they are.</summary>
    /// <param name="system">Partons whose colour lines all have two ends.</param>
    /// <param name="record">Receives stable particles and history.</param>
    /// <param name="rng">Stream.</param>
    /// <exception cref="ArgumentException">A colour line has one end only.</exception>
    public static void Add(PartonSystem system, EventRecord record, ref Rng rng)
    {
        var hadrons = new List<Strings.PrimaryHadron>(64);
        Strings.StringFragmentation.Hadronise(system, hadrons, ref rng);
        foreach (Strings.PrimaryHadron hadron in hadrons)
        {
            HadronDecays.Add(hadron.PdgId, hadron.Momentum, system.Production, hadron.Mother, record, ref rng);
        }

        foreach (Parton parton in system.Partons)
        {
            if (!parton.IsColoured)
            {
                Decay(parton, system, record, ref rng);
            }
        }
    }

    // The polarisation of a tau is that of the negative one; where the hard process gives none, its mother does.
    private static void Decay(in Parton parton, PartonSystem system, EventRecord record, ref Rng rng)
    {
        if (Math.Abs(parton.PdgId) == 15 && parton.Polarisation != 0)
        {
            double polarisation = Math.Sign(parton.PdgId) * parton.Polarisation;
            TauDecays.Add(
                parton.PdgId, parton.Momentum, system.Production, parton.Mother, polarisation, record, ref rng);
        }
        else
        {
            HadronDecays.Add(parton.PdgId, parton.Momentum, system.Production, parton.Mother, record, ref rng);
        }
    }
}
