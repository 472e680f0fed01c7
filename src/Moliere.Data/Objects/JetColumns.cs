namespace Moliere.Data.Objects;

/// <summary>
/// Names of the columns of a jet table, one row per reconstructed jet, jets of an event behind each other by decreasing
/// transverse momentum. The house names them here and nowhere else. Momenta of jet and constituents are at constituent
/// (EM) scale.
/// </summary>
/// <source>Physics notes section 2.1; global variables: arXiv:2303.17312, table 1.</source>
public static class JetColumns
{
    /// <summary>Number of the generated event; jets of one event stay in one sample.</summary>
    public const string Event = "event";

    /// <summary>Repetition of a generated event with another pile-up and noise, from 0.</summary>
    public const string Pass = "pass";

    /// <summary>Event weight.</summary>
    public const string Weight = "weight";

    /// <summary>Position among the jets of its event by transverse momentum, from 0.</summary>
    public const string Rank = "rank";

    /// <summary>Transverse momentum at constituent scale [GeV], what every method calibrates.</summary>
    public const string Pt = "pt";

    /// <summary>Pseudorapidity, seen from the vertex.</summary>
    public const string Eta = "eta";

    /// <summary>Azimuth [rad].</summary>
    public const string Phi = "phi";

    /// <summary>Energy at constituent scale [GeV].</summary>
    public const string Energy = "e";

    /// <summary>Pseudorapidity seen from the centre of the detector, in which calibrations are binned.</summary>
    public const string DetectorEta = "eta_det";

    /// <summary>Active area in rapidity and azimuth.</summary>
    public const string Area = "area";

    /// <summary>Median transverse momentum per area of the event [GeV], at constituent scale.</summary>
    public const string Density = "rho";

    /// <summary>Mean number of collisions per crossing.</summary>
    public const string Mu = "mu";

    /// <summary>Number of reconstructed primary vertices.</summary>
    public const string VertexCount = "n_pv";

    /// <summary>Fewest constituents with 90 % of the energy, N90.</summary>
    public const string N90 = "n90";

    /// <summary>Number of tracks above 1 GeV of the hard vertex.</summary>
    public const string TrackCount = "n_track";

    /// <summary>Mean distance of those tracks from the axis weighted with their pT; 0 without tracks.</summary>
    public const string TrackWidth = "w_track";

    /// <summary>Transverse momentum of those tracks over that of the jet at constituent scale.</summary>
    public const string ChargedFraction = "f_charged";

    /// <summary>Number of muon segments behind the jet: energy that left the calorimeter.</summary>
    public const string Segments = "n_segments";

    /// <summary>Transverse momentum of the matched jet of particles [GeV]; 0 where there is none.</summary>
    public const string TruthPt = "truth_pt";

    /// <summary>Pseudorapidity of the matched jet of particles; 0 where there is none.</summary>
    public const string TruthEta = "truth_eta";

    /// <summary>Azimuth of the matched jet of particles [rad]; 0 where there is none.</summary>
    public const string TruthPhi = "truth_phi";

    /// <summary>Energy of the matched jet of particles [GeV]; 0 where there is none.</summary>
    public const string TruthEnergy = "truth_e";

    /// <summary>Distance in eta and phi to the matched jet of particles; -1 where there is none within 0.3.</summary>
    public const string TruthDistance = "truth_dr";

    /// <summary>Distance of the matched jet of particles to the next one above 7 GeV; 10 without one.</summary>
    public const string TruthIsolation = "truth_isolation";

    /// <summary>Distance to the next reconstructed jet above 7 GeV; 10 without one.</summary>
    public const string Isolation = "isolation";

    /// <summary>Number of the hardest hard parton in the matched jet of particles: 1-5, 21, or 0; unsigned.</summary>
    public const string Flavour = "flavour";

    /// <summary>
    /// Number of global variables that a foreign table did not have for the jet and that are not a number; simulated
    /// tables do without this column.
    /// </summary>
    public const string Missing = "missing";

    /// <summary>Transverse momenta of at most 80 constituents, hardest first [GeV].</summary>
    public const string ConstituentPt = "constituent_pt";

    /// <summary>Their pseudorapidities.</summary>
    public const string ConstituentEta = "constituent_eta";

    /// <summary>Their azimuths [rad].</summary>
    public const string ConstituentPhi = "constituent_phi";

    /// <summary>Their energies [GeV].</summary>
    public const string ConstituentEnergy = "constituent_e";

    /// <summary>1 for a track of the hard vertex, 0 for a topo-cluster.</summary>
    public const string ConstituentIsTrack = "constituent_track";

    /// <summary>Share of a cluster's energy in the electromagnetic calorimeter; 0 for a track.</summary>
    public const string ConstituentEmFraction = "constituent_f_emc";

    /// <summary>Depth of a cluster's centre behind the calorimeter's front face [mm]; 0 for a track.</summary>
    public const string ConstituentLambda = "constituent_lambda";

    /// <summary>
    /// Shares of the energy by layer: LAr presampler and three compartments (barrel and end-cap), three of Tile (barrel
    /// and extended), four of HEC, three of FCAL.
    /// </summary>
    public static IReadOnlyList<string> LayerFractions { get; } =
    [
        "f_lar0", "f_lar1", "f_lar2", "f_lar3", "f_tile0", "f_tile1", "f_tile2", "f_hec0", "f_hec1", "f_hec2",
        "f_hec3", "f_fcal0", "f_fcal1", "f_fcal2",
    ];

    /// <summary>
    /// The 23 global variables of a jet: 14 shares by layer, N90, pt and eta_det, three of tracks, muon segments and
    /// two of pile-up.
    /// </summary>
    public static IReadOnlyList<string> Globals { get; } =
    [
        .. LayerFractions, N90, Pt, DetectorEta, TrackWidth, TrackCount, ChargedFraction, Segments, Mu, VertexCount,
    ];
}
