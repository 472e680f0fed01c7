namespace Moliere.Data.Objects;

/// <summary>
/// Names of the columns of a tau table, one row per reconstructed candidate of a hadronic tau decay. The house names
/// them here and nowhere else.
/// </summary>
/// <source>Physics notes section 3.1; ATL-PHYS-PUB-2015-045; decay modes: arXiv:1512.05955.</source>
public static class TauColumns
{
    /// <summary>Number of the generated event; both taus of an event stay in one sample.</summary>
    public const string Event = "event";

    /// <summary>
    /// Number of the crossing whose pile-up the candidate lies in. Simulated events share crossings, so samples are
    /// split by it; foreign tables do without and are split by event.
    /// </summary>
    public const string Crossing = "crossing";

    /// <summary>Event weight.</summary>
    public const string Weight = "weight";

    /// <summary>Mean number of collisions per crossing.</summary>
    public const string Mu = "mu";

    /// <summary>Number of reconstructed primary vertices.</summary>
    public const string VertexCount = "n_pv";

    /// <summary>Median transverse momentum per area of the crossing [GeV], at EM scale.</summary>
    public const string Density = "rho";

    /// <summary>
    /// Transverse momentum of the clusters within 0.2 of the intermediate axis at locally weighted scale, as seen from
    /// the vertex of the tau [GeV]; responses of all methods are relative to it.
    /// </summary>
    public const string Pt = "pt";

    /// <summary>Pseudorapidity of the intermediate axis.</summary>
    public const string Eta = "eta";

    /// <summary>Azimuth of the intermediate axis [rad].</summary>
    public const string Phi = "phi";

    /// <summary>The same sum of clusters at EM scale [GeV].</summary>
    public const string PtEm = "pt_em";

    /// <summary>Transverse momentum of charged tracks and neutral-pion candidates together [GeV].</summary>
    public const string PtSubstructure = "pt_substructure";

    /// <summary>Pseudorapidity of that sum.</summary>
    public const string EtaSubstructure = "eta_substructure";

    /// <summary>Azimuth of that sum [rad].</summary>
    public const string PhiSubstructure = "phi_substructure";

    /// <summary>Energies of its charged and neutral part: their difference over their sum, in [-1, 1].</summary>
    public const string PionAsymmetry = "pion_asymmetry";

    /// <summary>Mean depth of the centres of clusters behind the front face [mm], weighted with energy.</summary>
    public const string CenterLambda = "clusters_center_lambda";

    /// <summary>Mean of log10 of the first energy density over the energy of all [1/mm³].</summary>
    public const string FirstEnergyDensity = "clusters_first_density";

    /// <summary>Mean second moment of the depth [mm²].</summary>
    public const string SecondLambda = "clusters_second_lambda";

    /// <summary>Mean share of the energy in the presamplers.</summary>
    public const string PresamplerFraction = "clusters_presampler";

    /// <summary>Mean probability of clusters to be electromagnetic.</summary>
    public const string EmProbability = "clusters_em_probability";

    /// <summary>Number of charged tracks of the candidate, 1 to 5.</summary>
    public const string TrackCount = "n_track";

    /// <summary>Number of reconstructed neutral-pion candidates.</summary>
    public const string NeutralCount = "n_pi0";

    /// <summary>Share of the neutral-pion candidates in the transverse momentum of the substructure.</summary>
    public const string NeutralFraction = "pi0_fraction";

    /// <summary>Mass of tracks and neutral-pion candidates together [GeV].</summary>
    public const string SubstructureMass = "substructure_mass";

    /// <summary>Mass of the two hardest neutral candidates [GeV]; 0 with fewer than two.</summary>
    public const string NeutralMass = "pi0_mass";

    /// <summary>Distance of the hardest track to the hardest neutral candidate; 0 without one.</summary>
    public const string NeutralDistance = "pi0_distance";

    /// <summary>Scalar sum of the transverse momenta of tracks over the energy sum at EM scale.</summary>
    public const string TrackOverEm = "track_over_em";

    /// <summary>Share of the energy at EM scale in the electromagnetic calorimeter.</summary>
    public const string EmFraction = "em_fraction";

    /// <summary>Number of local maxima in the strip layer above the threshold of a photon, within 0.2.</summary>
    public const string PhotonCount = "n_photon";

    /// <summary>Energy-weighted mean distance of the clusters from the axis.</summary>
    public const string Width = "width";

    /// <summary>
    /// Transverse momentum of the calorimeter-based tau energy scale [GeV]; simulated tables do without, the study
    /// derives it.
    /// </summary>
    public const string PtCalorimeter = "pt_calorimeter";

    /// <summary>Transverse momentum of the combined tau energy scale [GeV]; derived like the other.</summary>
    public const string PtCombined = "pt_combined";

    /// <summary>Vertex that the tracks were taken from: 1 for that of the hard collision, 0 for another.</summary>
    public const string IsHardVertex = "vertex_is_hard";

    /// <summary>Visible transverse momentum of the true tau, photons of its decay included [GeV].</summary>
    public const string TruthPt = "truth_pt";

    /// <summary>Pseudorapidity of its visible momentum.</summary>
    public const string TruthEta = "truth_eta";

    /// <summary>Azimuth of its visible momentum [rad].</summary>
    public const string TruthPhi = "truth_phi";

    /// <summary>True decay mode as the number of <see cref="TauDecayMode"/>, or -1 for none of them.</summary>
    public const string TruthMode = "truth_mode";

    /// <summary>Distance in eta and phi to the true tau.</summary>
    public const string TruthDistance = "truth_dr";

    /// <summary>Probabilities of the five decay modes in the order of <see cref="TauDecayMode"/>.</summary>
    public static IReadOnlyList<string> Modes { get; } = ["p_1p0n", "p_1p1n", "p_1pxn", "p_3p0n", "p_3pxn"];

    /// <summary>What decay modes are told apart by.</summary>
    public static IReadOnlyList<string> ModeInputs { get; } =
    [
        TrackCount, NeutralCount, NeutralFraction, SubstructureMass, NeutralMass, NeutralDistance, TrackOverEm,
        EmFraction, PhotonCount, Width, PtSubstructure, EtaSubstructure, CenterLambda, EmProbability,
    ];
}
