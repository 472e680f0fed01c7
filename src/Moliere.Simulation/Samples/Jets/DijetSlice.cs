using System.ComponentModel.DataAnnotations;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>
/// A window on the two hardest jets of particles, judged before the detector is simulated. Choose it wider than the
/// selection of reconstructed jets by some resolutions, so that nothing is lost which that would keep.
/// </summary>
/// <source>
/// Physics notes section 2.2: |eta| in [0.2, 0.7] and an average pT of 1.8 to 2.4 TeV, with margins of 0.1 in eta and
/// four resolutions of 5 % in pT.
/// </source>
public sealed record DijetSlice
{
    /// <summary>Lower end of the average transverse momentum [GeV].</summary>
    [Range(0, 20_000)]
    public double PtMin { get; init; } = 1500;

    /// <summary>Upper end of the average transverse momentum [GeV].</summary>
    [Range(0, 20_000)]
    public double PtMax { get; init; } = 2900;

    /// <summary>Lower end of |eta| of both jets.</summary>
    [Range(0, 5)]
    public double EtaMin { get; init; } = 0.1;

    /// <summary>Upper end of |eta| of both jets.</summary>
    [Range(0, 5)]
    public double EtaMax { get; init; } = 0.8;

    /// <summary>Whether an event passes; one of fewer than two jets does not.</summary>
    /// <param name="jets">By decreasing transverse momentum.</param>
    internal bool Accepts(IReadOnlyList<TruthJet> jets) => jets.Count >= 2
        && (jets[0].Momentum.Pt + jets[1].Momentum.Pt) / 2 is double average && average >= PtMin && average < PtMax
        && IsInside(jets[0]) && IsInside(jets[1]);

    private bool IsInside(TruthJet jet) => Math.Abs(jet.Momentum.Eta) is double eta && eta >= EtaMin && eta < EtaMax;
}
