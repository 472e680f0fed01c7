namespace Moliere.Reconstruction.Jets;

/// <summary>How the smallest distance is found; the jets are the same with all of them.</summary>
/// <source>Cacciari and Salam, hep-ph/0512210; strategies of FastJet, arXiv:1111.6097.</source>
public enum JetStrategy : byte
{
    /// <summary>The faster one for the number of inputs.</summary>
    Best,

    /// <summary>All against all: least overhead for few inputs.</summary>
    Plain,

    /// <summary>Neighbours are sought in tiles of the size of the radius only.</summary>
    Tiled,
}
