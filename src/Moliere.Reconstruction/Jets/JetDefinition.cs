using System.ComponentModel.DataAnnotations;

namespace Moliere.Reconstruction.Jets;

/// <summary>The generalised-kt algorithms: which power p of the transverse momentum weighs the distances.</summary>
/// <source>Cacciari, Salam, Soyez, arXiv:0802.1189, eq. 1.</source>
public enum JetAlgorithm : byte
{
    /// <summary>p = -1: hard particles gather what is near, jets are round.</summary>
    AntiKt,

    /// <summary>p = 1: soft particles merge first.</summary>
    Kt,

    /// <summary>p = 0: nearest particles merge first.</summary>
    CambridgeAachen,
}

/// <summary>What a jet is: algorithm and radius. Momenta are added by components (E-scheme).</summary>
/// <param name="Algorithm">Power of the distance measure.</param>
/// <param name="Radius">Radius R in rapidity and azimuth [rad], in (0, pi/2]; wider cones meet themselves.</param>
public sealed record JetDefinition(
    JetAlgorithm Algorithm, [property: Range(0.01, Math.PI / 2)] double Radius)
{
    /// <summary>Weight pt^(2p) of a particle in the distance; finite even at pt = 0.</summary>
    /// <param name="pt2">Transverse momentum squared [GeV²].</param>
    internal double ScaleOf(double pt2) => Algorithm switch
    {
        JetAlgorithm.AntiKt => pt2 > 1e-300 ? 1 / pt2 : 1e300,
        JetAlgorithm.Kt => pt2,
        _ => 1,
    };
}
