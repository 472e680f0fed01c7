using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Showers;

/// <summary>
/// Final-state radiation of a system of partons: dipoles radiate in order of falling transverse momentum, the recoil
/// stays within the dipole. Momentum is conserved and every parton stays on its mass shell.
/// </summary>
/// <remarks>
/// A parton begins at its own scale; with a scale of 0 it never radiates and still takes recoil, as remnants of a beam
/// do. Where the other end of a colour line is not in the system, the heaviest other parton recoils. Emission is
/// uniform in azimuth: correlations by gluon polarisation are left out.
/// </remarks>
/// <source>
/// Gustafson and Pettersson, Nucl. Phys. B306 (1988) 746 (colour dipoles); Sjostrand and Skands, hep-ph/0408302,
/// section 2 (ordering and recoil); parameters: Monash tune, Eur. Phys. J. C 74 (2014) 3024, table 1.
/// </source>
internal static class FinalStateShower
{
    /// <summary>Branches until nothing is left above the cutoff; new partons go to the end of the list.</summary>
    /// <param name="system">The partons; changed in place.</param>
    /// <param name="rng">Stream.</param>
    public static void Evolve(PartonSystem system, ref Rng rng) =>
        Evolve(system, ShowerSettings.Default, ref rng);

    /// <summary>The same with other settings.</summary>
    /// <param name="system">The partons; changed in place.</param>
    /// <param name="settings">Coupling, cutoff and what is switched off.</param>
    /// <param name="rng">Stream.</param>
    public static void Evolve(PartonSystem system, ShowerSettings settings, ref Rng rng)
    {
        var chain = new DipoleChain(system, settings);
        double scale2 = double.MaxValue;
        while (chain.TryNext(scale2, out int index, ref rng))
        {
            scale2 = chain[index].Trial.Scale2;
            Branch(system, chain, index, ref rng);
            if (settings.IsFirstOnly)
            {
                return;
            }
        }
    }

    private static void Branch(PartonSystem system, DipoleChain chain, int index, ref Rng rng)
    {
        DipoleEnd end = chain[index];
        Branching branching = end.Trial;
        bool isPair = branching.Flavour != Data.PdgId.Gluon;
        Parton radiator = system.Partons[end.Radiator], recoiler = system.Partons[end.Recoiler];
        double pair = isPair ? QuarkMasses.OnShell(branching.Flavour) : 0, mass = isPair ? pair : radiator.Mass;
        (FourVector first, FourVector second, FourVector third) = DipoleKinematics.Branch(
            radiator, recoiler, branching, mass, pair, 2 * Math.PI * rng.NextDouble());
        system.Partons[end.Recoiler] = recoiler with { Momentum = third };
        Parton kept = radiator with { Momentum = first, Mass = mass, Scale = Math.Sqrt(branching.Scale2) };
        if (isPair)
        {
            Split(system, chain, index, kept, second);
        }
        else
        {
            Insert(system, chain, index, kept, second);
        }
    }

    private static void Insert(
        PartonSystem system, DipoleChain chain, int index, in Parton kept, in FourVector momentum)
    {
        DipoleEnd end = chain[index];
        int tag = system.NewTag();
        bool isColour = kept.Colour == end.Tag;
        system.Partons[end.Radiator] = isColour ? kept with { Colour = tag } : kept with { Anticolour = tag };
        (int colour, int anticolour) = isColour ? (end.Tag, tag) : (tag, end.Tag);
        system.Partons.Add(new Parton(
            Data.PdgId.Gluon, momentum, 0, colour, anticolour, kept.Scale, kept.Mother));
        chain.Insert(index, system.Partons.Count - 1, tag);
    }

    private static void Split(
        PartonSystem system, DipoleChain chain, int index, in Parton kept, in FourVector momentum)
    {
        DipoleEnd end = chain[index];
        int flavour = end.Trial.Flavour, anticolour = kept.Anticolour;
        system.Partons[end.Radiator] = kept with { PdgId = flavour, Anticolour = 0 };
        system.Partons.Add(kept with { PdgId = -flavour, Momentum = momentum, Colour = 0 });
        chain.Split(index, system.Partons.Count - 1, anticolour);
    }
}
