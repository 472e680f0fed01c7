using System.ComponentModel.DataAnnotations;
using Moliere.Data.Kinematics;

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

/// <summary>Where two particles that merge point to afterwards.</summary>
public enum Recombination : byte
{
    /// <summary>Components are added: the E-scheme, which all jets that are measured use.</summary>
    Sum,

    /// <summary>
    /// The harder one's direction with both transverse momenta: an axis that soft particles cannot pull away.
    /// </summary>
    WinnerTakesAll,
}

/// <summary>What a jet is: algorithm, radius, and how momenta are merged.</summary>
/// <param name="Algorithm">Power of the distance measure.</param>
/// <param name="Radius">Radius R in rapidity and azimuth [rad], in (0, pi/2]; wider cones meet themselves.</param>
/// <source>Winner takes all: Larkoski, Neill, Thaler, arXiv:1401.2158, section 2.1.</source>
public sealed record JetDefinition(
    JetAlgorithm Algorithm, [property: Range(0.01, Math.PI / 2)] double Radius)
{
    /// <summary>How two momenta become one; winner takes all is for axes, as its masses have no meaning.</summary>
    public Recombination Recombination { get; init; }

    /// <summary>Weight pt^(2p) of a particle in the distance; finite even at pt = 0.</summary>
    /// <param name="pt2">Transverse momentum squared [GeV²].</param>
    internal double ScaleOf(double pt2) => Algorithm switch
    {
        JetAlgorithm.AntiKt => pt2 > 1e-300 ? 1 / pt2 : 1e300,
        JetAlgorithm.Kt => pt2,
        _ => 1,
    };

    /// <summary>The pseudo-jet that two others make.</summary>
    internal PseudoJet Merge(in PseudoJet a, in PseudoJet b)
    {
        FourVector sum = a.Momentum + b.Momentum;
        if (Recombination == Recombination.WinnerTakesAll)
        {
            double first = a.Momentum.Pt, second = b.Momentum.Pt;
            FourVector winner = first >= second ? a.Momentum : b.Momentum;
            sum = winner.Pt > 0 ? (first + second) / winner.Pt * winner : sum;
        }

        return PseudoJet.Of(sum, this);
    }
}
