namespace Moliere.Data.Objects;

/// <summary>
/// Names of the columns of a table of large-radius jets, one row per trimmed jet. The house names them here and nowhere
/// else.
/// </summary>
/// <source>ATL-PHYS-PUB-2018-014, section 3: the ten variables; definitions in arXiv:1808.07858, section 4.</source>
public static class BoostedJetColumns
{
    /// <summary>Number of the generated event.</summary>
    public const string Event = "event";

    /// <summary>Number of the crossing whose pile-up the jet lies in; samples are split by it.</summary>
    public const string Crossing = "crossing";

    /// <summary>Event weight.</summary>
    public const string Weight = "weight";

    /// <summary>1 for the jet of a boson that decayed to quarks, 0 for one of a quark or gluon.</summary>
    public const string IsSignal = "is_signal";

    /// <summary>Mean number of collisions per crossing that were overlaid; 0 without pile-up.</summary>
    public const string Mu = "mu";

    /// <summary>Transverse momentum of the trimmed jet [GeV].</summary>
    public const string Pt = "pt";

    /// <summary>Pseudorapidity.</summary>
    public const string Eta = "eta";

    /// <summary>Mass of the trimmed jet [GeV].</summary>
    public const string Mass = "m";

    /// <summary>Ratio of 2- to 1-subjettiness, tau21.</summary>
    public const string Tau21 = "tau21";

    /// <summary>Ratio of energy correlations e3 / e2^2, C2.</summary>
    public const string C2 = "c2";

    /// <summary>Ratio of energy correlations e3 / e2^3, D2.</summary>
    public const string D2 = "d2";

    /// <summary>Angularity a3.</summary>
    public const string Angularity = "a3";

    /// <summary>Aplanarity in the rest frame of the jet.</summary>
    public const string Aplanarity = "aplanarity";

    /// <summary>Ratio of the second to the zeroth Fox-Wolfram moment in the rest frame of the jet.</summary>
    public const string FoxWolfram = "fox_wolfram_r2";

    /// <summary>Distance of the two subjets of the last kt merging, kt delta R.</summary>
    public const string SubjetDistance = "kt_dr";

    /// <summary>How evenly the energy lies around the axis: 0 on a line, 1 on a disc.</summary>
    public const string PlanarFlow = "planar_flow";

    /// <summary>Splitting scale sqrt(d12) of the last kt merging [GeV].</summary>
    public const string SplittingScale = "sqrt_d12";

    /// <summary>Momentum balance of the last kt merging, Zcut.</summary>
    public const string MomentumBalance = "zcut";

    /// <summary>
    /// Transverse momentum of the jet of particles it belongs to, not trimmed [GeV]; no input of a tagger.
    /// </summary>
    public const string TruthPt = "truth_pt";

    /// <summary>The ten variables that a tagger of bosons sees, in the order of the note.</summary>
    public static IReadOnlyList<string> Substructure { get; } =
    [
        Tau21, C2, D2, Angularity, Aplanarity, FoxWolfram, SubjetDistance, PlanarFlow, SplittingScale, MomentumBalance,
    ];
}
