namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// Tags of colour and anticolour of two incoming and two outgoing particles, small numbers from 1. An incoming tag
/// continues as the same tag outside, or ends in the other incoming parton.
/// </summary>
/// <source>
/// Bengtsson, Nucl. Phys. B 214 (1983) 198: leading colour flows of QCD scattering; Boos et al., hep-ph/0109068, for
/// the tags.
/// </source>
internal readonly record struct ColourFlow(
    int Colour1, int Anti1, int Colour2, int Anti2, int Colour3, int Anti3, int Colour4, int Anti4)
{
    /// <summary>Nothing is coloured outside: a quark and an antiquark meet.</summary>
    public static ColourFlow Annihilation { get; } = new(1, 0, 0, 1, 0, 0, 0, 0);

    /// <summary>Two gluons meet in a colourless state.</summary>
    public static ColourFlow GluonFusion { get; } = new(1, 2, 2, 1, 0, 0, 0, 0);

    /// <summary>The same with every particle replaced by its antiparticle.</summary>
    public ColourFlow Conjugate() => new(Anti1, Colour1, Anti2, Colour2, Anti3, Colour3, Anti4, Colour4);

    /// <summary>The same with the beams exchanged, and the outgoing particles with them.</summary>
    public ColourFlow Mirror() => new(Colour2, Anti2, Colour1, Anti1, Colour4, Anti4, Colour3, Anti3);
}
