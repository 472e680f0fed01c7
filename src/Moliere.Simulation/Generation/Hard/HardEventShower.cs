using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Beams;
using Moliere.Simulation.Generation.Decays;
using Moliere.Simulation.Generation.Partons;
using Moliere.Simulation.Generation.Showers;
using Moliere.Simulation.Generation.Strings;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// Makes a full event of a hard process: radiation before and after, decays of resonances with their own radiation,
/// remnants of the protons, an underlying event, strings and decays. Thread-safe; an event depends on the hard process,
/// the seed and its number only.
/// </summary>
/// <source>
/// Sjostrand and Skands, hep-ph/0408302, for the radiation; Andersson et al., Phys. Rep. 97 (1983) 31, for the strings;
/// Sjostrand, Mrenna, Skands, hep-ph/0603175, for remnants and for the order in which a collision is completed.
/// </source>
public sealed class HardEventShower
{
    private const int Attempts = 50;

    private readonly ProcessOptions _options;
    private readonly ulong _seed;

    /// <summary>Prepares the completion of hard events.</summary>
    /// <param name="options">Energy of the collision, radiation, underlying event and vertex.</param>
    /// <param name="seed">Seed of the run.</param>
    public HardEventShower(ProcessOptions options, ulong seed) => (_options, _seed) = (options, seed);

    /// <summary>The full event; the same hard process and number always give the same event.</summary>
    /// <param name="hard">Hard process; its colour lines are closed when the incoming ones count in.</param>
    /// <param name="number">Event number, not negative.</param>
    /// <exception cref="ArgumentException">
    /// The hard process does not begin with two incoming particles, or leaves no energy for the remnants.
    /// </exception>
    public GeneratedEvent Complete(HardEvent hard, long number)
    {
        var open = new Rng(_seed, "open decays", (ulong)number);
        hard = OpenDecays.Close(hard, ref open);
        HardEventChecks.Check(hard, _options.CollisionEnergy);
        var rng = new Rng(_seed, "collision", (ulong)number);
        Vertex vertex = DrawVertex(ref rng);
        var record = new EventRecord(new List<Particle>(_options.BeamRemnants ? 1024 : 32))
        {
            TauDecay = _options.TauDecay,
        };
        for (int i = 0; i < Attempts; i++)
        {
            var tree = new HardTree(hard, vertex, record);
            if (TryShower(tree, hard, ref rng) && TryHadronise(tree, ref rng))
            {
                return Finish(tree, hard, number, record, vertex, ref rng);
            }

            record.Clear();
        }

        throw new ArgumentException(
            $"Hard process of event {number} leaves no energy for the remnants of the protons or its lightest string.",
            nameof(hard));
    }

    private bool TryShower(HardTree tree, HardEvent hard, ref Rng rng)
    {
        if (!HardEventChecks.IsHadronic(hard) || !_options.BeamRemnants)
        {
            tree.Begin();
            FinalStateShower.Evolve(tree.System, ref rng);
            tree.Decay(ref rng);
            return true;
        }

        double beamEnergy = 0.5 * _options.CollisionEnergy;
        HardParticle a = hard.Particles[0], b = hard.Particles[1];
        var scattering = new Scattering(
            new(a.PdgId, a.Momentum.E / beamEnergy, a.Colour, a.Anticolour, 1, hard.Beams.First < 0),
            new(b.PdgId, b.Momentum.E / beamEnergy, b.Colour, b.Anticolour, -1, hard.Beams.Second < 0),
            tree.System, beamEnergy);
        if (_options.InitialRadiation)
        {
            InitialStateShower.Evolve(scattering, hard.Scale, ref rng);
            BeamRemnants.Kick(scattering, hard.Scale, ref rng);
        }

        tree.Begin();
        RadiateWithBeams(scattering, ref rng);
        FourVector taken = scattering.Total;
        tree.Decay(ref rng);
        return BeamRemnants.TryAdd(scattering, taken, ref rng);
    }

    // Rare, and another radiation cures it.
    private static bool TryHadronise(HardTree tree, ref Rng rng)
    {
        try
        {
            tree.Hadronise(ref rng);
            return true;
        }
        catch (LightStringException)
        {
            return false;
        }
    }

    // The incoming partons are colour partners: what they give by recoil, the protons have to give.
    private static void RadiateWithBeams(Scattering scattering, ref Rng rng)
    {
        List<Parton> partons = scattering.Outgoing.Partons;
        int place = partons.Count;
        partons.Add(scattering.First.Crossed(scattering.BeamEnergy));
        partons.Add(scattering.Second.Crossed(scattering.BeamEnergy));
        FinalStateShower.Evolve(scattering.Outgoing, ref rng);
        (int c1, int a1) = (partons[place].Colour, partons[place].Anticolour);
        (int c2, int a2) = (partons[place + 1].Colour, partons[place + 1].Anticolour);
        scattering.First = scattering.First with { Colour = a1, Anticolour = c1 };
        scattering.Second = scattering.Second with { Colour = a2, Anticolour = c2 };
        partons.RemoveRange(place, 2);
    }

    private Vertex DrawVertex(ref Rng rng) => new(
        0, 0, _options.VertexSpread * rng.NextGaussian(), _options.TimeSpread * rng.NextGaussian());

    private GeneratedEvent Finish(
        HardTree tree, HardEvent hard, long number, EventRecord record, in Vertex vertex, ref Rng rng)
    {
        if (_options.UnderlyingActivity > 0 && HardEventChecks.IsHadronic(hard))
        {
            UnderlyingEvent.Add(_options.UnderlyingActivity, hard.Scale, vertex, record, ref rng);
        }

        return new GeneratedEvent
        {
            Number = number,
            Weight = hard.Weight,
            Particles = record.Particles,
            HardPartons = tree.HardPartons,
            History = record.History,
        };
    }
}
