using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Taus;

/// <summary>Charged and neutral pions of one candidate together.</summary>
/// <source>arXiv:1512.05955, section 4: four-momentum of the substructure; physics notes section 3.1.</source>
internal sealed class TauSubstructure
{
    private readonly FourVector[] _charged;
    private readonly IReadOnlyList<FourVector> _neutral;
    private readonly FourVector _chargedSum, _neutralSum;

    /// <summary>Adds the pions up.</summary>
    /// <param name="charged">Hardest first; not empty.</param>
    /// <param name="neutral">Hardest first; may be empty.</param>
    public TauSubstructure(FourVector[] charged, IReadOnlyList<FourVector> neutral)
    {
        (_charged, _neutral) = (charged, neutral);
        foreach (FourVector track in charged)
        {
            _chargedSum += track;
        }

        foreach (FourVector pion in neutral)
        {
            _neutralSum += pion;
        }

        Sum = _chargedSum + _neutralSum;
    }

    /// <summary>All pions together [GeV].</summary>
    public FourVector Sum { get; }

    /// <summary>Scalar sum of the transverse momenta of tracks [GeV].</summary>
    public double TrackPt => _charged.Sum(track => track.Pt);

    /// <summary>Energies of the charged and neutral part: difference over sum, in [-1, 1].</summary>
    public double Asymmetry => (_chargedSum.E - _neutralSum.E) / Sum.E;

    /// <summary>Neutral over all transverse momentum, in [0, 1] up to directions that differ.</summary>
    public double NeutralFraction => _neutralSum.Pt / Sum.Pt;

    /// <summary>Mass of the two hardest neutral pions [GeV]; 0 with fewer.</summary>
    public double NeutralMass => _neutral.Count < 2 ? 0 : Math.Max(0, (_neutral[0] + _neutral[1]).Mass);

    /// <summary>Distance of the hardest track to the hardest neutral pion; 0 without one.</summary>
    public double NeutralDistance => _neutral.Count == 0 ? 0
        : EtaPhi.DeltaR(_charged[0].Eta, _charged[0].Phi, _neutral[0].Eta, _neutral[0].Phi);

    /// <summary>
    /// A track as a charged pion. The curvature of a very hard track is consistent with 0 and its own momentum would be
    /// any number: it has no more than a few times the transverse momentum of the clusters.
    /// </summary>
    /// <param name="track">The track.</param>
    /// <param name="most">Largest transverse momentum it may have [GeV].</param>
    public static FourVector Pion(in Track track, double most) =>
        FourVector.FromPtEtaPhiMass(Math.Min(track.Pt, most), track.Eta, track.Phi, PdgId.Mass(PdgId.PiPlus));
}
