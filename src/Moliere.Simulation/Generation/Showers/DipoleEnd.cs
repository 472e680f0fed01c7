namespace Moliere.Simulation.Generation.Showers;

/// <summary>One end of a dipole: a parton that may radiate, and the one that takes the recoil.</summary>
/// <param name="radiator">Index of the parton that branches.</param>
/// <param name="recoiler">Index of the parton at the other end.</param>
/// <param name="tag">Colour tag of the dipole.</param>
internal struct DipoleEnd(int radiator, int recoiler, int tag)
{
    /// <summary>Index of the parton that branches.</summary>
    public int Radiator = radiator;

    /// <summary>Index of the parton at the other end.</summary>
    public int Recoiler = recoiler;

    /// <summary>Colour tag that the radiator gives to this dipole.</summary>
    public int Tag = tag;

    /// <summary>Whether the dipole is still a quark and its antiquark as the hard process left them.</summary>
    public bool IsHardPair;

    /// <summary>Whether <see cref="Trial"/> was drawn with the present momenta.</summary>
    public bool HasTrial;

    /// <summary>The next branching of this end; stays valid while both momenta do.</summary>
    public Branching Trial;
}
