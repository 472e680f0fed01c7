using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Beams;
using Moliere.Simulation.Generation.Decays;
using Moliere.Simulation.Generation.Partons;
using Moliere.Simulation.Generation.Showers;
using Minkowski = Moliere.Simulation.Generation.Partons.Minkowski;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// A hard process while it radiates: products of the collision first, then those of each resonance, which move with it
/// and radiate on their own. Resonances that fly decay and hadronise where they end.
/// </summary>
internal sealed class HardTree
{
    private readonly HardEvent _hard;
    private readonly EventRecord _record;
    private readonly Parton[] _now;
    private readonly PartonSystem[] _home;
    private readonly List<int> _first = [];
    private readonly List<PartonSystem> _displaced = [];
    private readonly Particle[] _outgoing;

    /// <summary>Collects the products of the collision itself.</summary>
    /// <param name="hard">Hard process.</param>
    /// <param name="vertex">Where the collision is.</param>
    /// <param name="record">Receives the history.</param>
    public HardTree(HardEvent hard, in Vertex vertex, EventRecord record)
    {
        int count = hard.Particles.Count;
        (_hard, _record) = (hard, record);
        (_now, _home, _outgoing) = (new Parton[count], new PartonSystem[count], new Particle[count]);
        System = new PartonSystem { Production = vertex };
        for (int i = 0; i < count; i++)
        {
            HardParticle p = hard.Particles[i];
            System.NextTag = Math.Max(System.NextTag, 1 + Math.Max(p.Colour, p.Anticolour));
            if (p.Role != HardRole.Incoming && p.Mother < 0)
            {
                _first.Add(i);
                System.Partons.Add(new Parton(
                    p.PdgId, Minkowski.OnShell(p.Momentum, p.Mass), p.Mass, p.Colour, p.Anticolour, hard.Scale,
                    Polarisation: p.Polarisation));
            }
        }
    }

    /// <summary>The products of the collision; in the end all that hadronises at its vertex.</summary>
    public PartonSystem System { get; }

    /// <summary>The outgoing particles before their own radiation.</summary>
    public IReadOnlyList<Particle> HardPartons
    {
        get
        {
            var partons = new List<Particle>();
            for (int i = 0; i < _outgoing.Length; i++)
            {
                if (_hard.Particles[i].Role == HardRole.Outgoing)
                {
                    partons.Add(_outgoing[i]);
                }
            }

            return partons;
        }
    }

    /// <summary>Writes the products of the collision into the history, before they radiate.</summary>
    public void Begin()
    {
        for (int k = 0; k < _first.Count; k++)
        {
            System.Partons[k] = Enter(_first[k], System.Partons[k], System, -1);
        }
    }

    /// <summary>Decays the resonances after the radiation of the collision, mothers before daughters.</summary>
    /// <param name="rng">Stream.</param>
    public void Decay(ref Rng rng)
    {
        Settle(_first, System, System);
        for (int i = 2; i < _now.Length; i++)
        {
            if (_hard.Particles[i].Role == HardRole.Resonance)
            {
                DecayOne(i, ref rng);
            }
        }
    }

    /// <summary>Makes hadrons of everything, each where it was made.</summary>
    /// <param name="rng">Stream.</param>
    public void Hadronise(ref Rng rng)
    {
        Hadronisation.Add(System, _record, ref rng);
        foreach (PartonSystem system in _displaced)
        {
            Hadronisation.Add(system, _record, ref rng);
        }
    }

    // Puts the radiated products where they stay: resonances aside, everything else into the system of their vertex.
    private void Settle(List<int> places, PartonSystem radiated, PartonSystem home)
    {
        Parton[] all = [.. radiated.Partons];
        radiated.Partons.Clear();
        home.NextTag = Math.Max(home.NextTag, radiated.NextTag);
        for (int k = 0; k < all.Length; k++)
        {
            if (k < places.Count && _hard.Particles[places[k]].Role == HardRole.Resonance)
            {
                (_now[places[k]], _home[places[k]]) = (all[k], home);
            }
            else
            {
                home.Partons.Add(all[k]);
            }
        }
    }

    private void DecayOne(int resonance, ref Rng rng)
    {
        HardParticle before = _hard.Particles[resonance];
        Parton now = _now[resonance];
        PartonSystem home = HomeOfProducts(resonance);
        var change = new FrameChange(before.Momentum, now.Momentum);
        var system = new PartonSystem { Production = home.Production, NextTag = home.NextTag };
        var places = new List<int>(2);
        for (int i = resonance + 1; i < _now.Length; i++)
        {
            HardParticle p = _hard.Particles[i];
            if (p.Mother == resonance)
            {
                places.Add(i);
                var product = new Parton(p.PdgId, Minkowski.OnShell(change.Apply(p.Momentum), p.Mass), p.Mass,
                    Inherited(p.Colour, before.Colour, now.Colour),
                    Inherited(p.Anticolour, before.Anticolour, now.Anticolour), 0.5 * before.Mass,
                    Polarisation: p.Polarisation);
                system.Partons.Add(Enter(i, product, home, now.Mother));
            }
        }

        FinalStateShower.Evolve(system, ref rng);
        Settle(places, system, home);
    }

    private static int Inherited(int tag, int before, int now) => tag != 0 && tag == before ? now : tag;

    private PartonSystem HomeOfProducts(int resonance)
    {
        PartonSystem home = _home[resonance];
        Parton now = _now[resonance];
        double length = _hard.Particles[resonance].Length;
        Vertex end = length > 0 ? Flight.After(home.Production, now.Momentum, length / now.Mass) : home.Production;
        _record.History[now.Mother] = _record.History[now.Mother] with { Momentum = now.Momentum, Decay = end };
        if (length <= 0)
        {
            return home;
        }

        var displaced = new PartonSystem { Production = end, NextTag = home.NextTag };
        _displaced.Add(displaced);
        return displaced;
    }

    // Leptons and photons have no entry of their own: they are stable, or their decay writes it.
    private Parton Enter(int place, in Parton parton, PartonSystem home, int mother)
    {
        HardParticle p = _hard.Particles[place];
        Vertex at = home.Production;
        bool isKept = p.Role == HardRole.Resonance || parton.IsColoured;
        int entry = isKept ? _record.AddHistory(new(p.PdgId, parton.Momentum, at, at, mother)) : mother;
        _outgoing[place] = new Particle(p.PdgId, parton.Momentum, at, entry);
        return parton with { Mother = entry };
    }
}
