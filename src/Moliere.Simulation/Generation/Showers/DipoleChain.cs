using System.Runtime.InteropServices;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Showers;

/// <summary>All dipole ends of a system, kept up to date while partons branch.</summary>
internal sealed class DipoleChain
{
    private readonly PartonSystem _system;
    private readonly ShowerSettings _settings;
    private readonly List<DipoleEnd> _ends = new(64);

    /// <summary>Reads the colour tags of a system.</summary>
    /// <param name="system">Partons; one with a scale of 0 only takes recoil.</param>
    /// <param name="settings">Coupling and cutoff.</param>
    public DipoleChain(PartonSystem system, ShowerSettings settings)
    {
        (_system, _settings) = (system, settings);
        for (int i = 0; i < system.Partons.Count; i++)
        {
            AddEnd(i, system.Partons[i].Colour, isColour: true);
            AddEnd(i, system.Partons[i].Anticolour, isColour: false);
        }
    }

    /// <summary>The end that branches next; false when the shower is over.</summary>
    /// <param name="scale2">Nothing happens above this [GeV²].</param>
    /// <param name="index">Number of the end.</param>
    /// <param name="rng">Stream.</param>
    public bool TryNext(double scale2, out int index, ref Rng rng)
    {
        Span<DipoleEnd> ends = CollectionsMarshal.AsSpan(_ends);
        double best = 0;
        index = -1;
        for (int i = 0; i < ends.Length; i++)
        {
            ref DipoleEnd end = ref ends[i];
            if (!end.HasTrial)
            {
                end.Trial = Draw(end, scale2, ref rng);
                end.HasTrial = true;
            }

            if (end.Trial.Scale2 > best)
            {
                (best, index) = (end.Trial.Scale2, i);
            }
        }

        return index >= 0;
    }

    /// <summary>One end by its number.</summary>
    /// <param name="index">Number, as <see cref="TryNext"/> gives it.</param>
    public DipoleEnd this[int index] => _ends[index];

    /// <summary>Puts a new gluon between the partons of a dipole, and a new tag on the side of the radiator.</summary>
    /// <param name="index">End whose radiator emitted it.</param>
    /// <param name="gluon">Index of the new parton.</param>
    /// <param name="tag">Tag between radiator and gluon.</param>
    public void Insert(int index, int gluon, int tag)
    {
        DipoleEnd end = _ends[index];
        int partner = PartnerOf(index);
        _ends[index] = new DipoleEnd(end.Radiator, gluon, tag);
        _ends.Add(new DipoleEnd(gluon, end.Radiator, tag));
        if (partner >= 0)
        {
            _ends[partner] = new DipoleEnd(end.Recoiler, gluon, end.Tag);
        }

        _ends.Add(new DipoleEnd(gluon, end.Recoiler, end.Tag));
        Refresh(end.Radiator, end.Recoiler);
    }

    /// <summary>Gives one colour line of a gluon that became a quark pair to the other quark.</summary>
    /// <param name="index">End whose radiator split.</param>
    /// <param name="quark">Index of the new parton.</param>
    /// <param name="tag">Tag that the new parton now carries.</param>
    public void Split(int index, int quark, int tag)
    {
        DipoleEnd end = _ends[index];
        Span<DipoleEnd> ends = CollectionsMarshal.AsSpan(_ends);
        foreach (ref DipoleEnd other in ends)
        {
            if (other.Tag == tag)
            {
                (other.Radiator, other.Recoiler) = other.Radiator == end.Radiator
                    ? (quark, other.Recoiler)
                    : (other.Radiator, quark);
            }
        }

        Refresh(end.Radiator, end.Recoiler);
        Refresh(quark, quark);
    }

    private Branching Draw(in DipoleEnd end, double scale2, ref Rng rng)
    {
        Parton radiator = _system.Partons[end.Radiator];
        double start2 = Math.Min(scale2, radiator.Scale * radiator.Scale);
        return start2 > 0
            ? new DipoleTrial(end, radiator, _system.Partons[end.Recoiler], _settings).Next(start2, ref rng)
            : default;
    }

    // Ends that see one of two partons draw again: its momentum has changed.
    private void Refresh(int first, int second)
    {
        foreach (ref DipoleEnd end in CollectionsMarshal.AsSpan(_ends))
        {
            if (end.Radiator == first || end.Radiator == second || end.Recoiler == first || end.Recoiler == second)
            {
                end.HasTrial = end.IsHardPair = false;
            }
        }
    }

    private int PartnerOf(int index)
    {
        DipoleEnd end = _ends[index];
        return _ends.FindIndex(other => other.Tag == end.Tag && other.Radiator == end.Recoiler);
    }

    private void AddEnd(int index, int tag, bool isColour)
    {
        if (tag == 0)
        {
            return;
        }

        List<Parton> partons = _system.Partons;
        int partner = partons.FindIndex(p => (isColour ? p.Anticolour : p.Colour) == tag);
        int recoiler = partner >= 0 && partner != index ? partner : HeaviestOther(index);
        if (recoiler >= 0)
        {
            _ends.Add(new DipoleEnd(index, recoiler, tag)
            {
                IsHardPair = partner >= 0 && partons[recoiler].Scale > 0
                    && !partons[index].IsGluon && !partons[recoiler].IsGluon
                    && partons[index].PdgId * partons[recoiler].PdgId < 0,
            });
        }
    }

    // The colour partner has left: it was the mother, whose recoil all her daughters carry.
    private int HeaviestOther(int index)
    {
        int heaviest = -1;
        for (int i = 0; i < _system.Partons.Count; i++)
        {
            if (i != index && (heaviest < 0 || _system.Partons[i].Mass > _system.Partons[heaviest].Mass))
            {
                heaviest = i;
            }
        }

        return heaviest;
    }
}
