namespace Moliere.Data.Objects;

/// <summary>
/// Names of the columns of a table of jets with what is measured of each cluster, track and muon segment near them;
/// jets of an event behind each other by decreasing transverse momentum. The house names them here and nowhere else.
/// </summary>
/// <source>arXiv:2203.01009, section 5: inputs of the per-jet network.</source>
public static class DisplacedJetColumns
{
    /// <summary>Number of the event; jets of one event stay in one sample.</summary>
    public const string Event = "event";

    /// <summary>Number of the crossing whose pile-up the jet lies in; samples are split by it.</summary>
    public const string Crossing = "crossing";

    /// <summary>Event weight.</summary>
    public const string Weight = "weight";

    /// <summary>
    /// What the jet comes from: a number of <see cref="DisplacedClass"/>; -1 for jets of the control region and for
    /// those of a signal or beam-induced event that do not come from what makes it one.
    /// </summary>
    public const string Class = "class";

    /// <summary>
    /// What the event was made as: a number of <see cref="DisplacedClass"/>; 0 in the control region.
    /// </summary>
    public const string EventClass = "event_class";

    /// <summary>1 for data, or what plays their part, 0 for simulation.</summary>
    public const string IsData = "is_data";

    /// <summary>1 for a jet of the control region: one of a balanced dijet, back to back.</summary>
    public const string IsControl = "is_control";

    /// <summary>Position among the jets of its event by transverse momentum, from 0.</summary>
    public const string Rank = "rank";

    /// <summary>Transverse momentum at EM scale [GeV].</summary>
    public const string Pt = "pt";

    /// <summary>Pseudorapidity.</summary>
    public const string Eta = "eta";

    /// <summary>Azimuth [rad].</summary>
    public const string Phi = "phi";

    /// <summary>Scalar sum of the transverse momenta of all jets of the event [GeV].</summary>
    public const string EventHt = "event_ht";

    /// <summary>Missing transverse momentum of the event by its jets [GeV].</summary>
    public const string EventMissing = "event_missing";

    /// <summary>Number of jets of the event.</summary>
    public const string EventJets = "event_jets";

    /// <summary>Distance to the closest track above 2 GeV of the jet's event; 1 where there is none within 1.</summary>
    public const string TrackDistance = "track_dr_min";

    /// <summary>Transverse momenta of the clusters [GeV].</summary>
    public const string ClusterPt = "cluster_pt";

    /// <summary>Pseudorapidities of the clusters.</summary>
    public const string ClusterEta = "cluster_eta";

    /// <summary>Azimuths of the clusters [rad].</summary>
    public const string ClusterPhi = "cluster_phi";

    /// <summary>Times of the clusters, weighted with the squared energies of their cells [ns].</summary>
    public const string ClusterTime = "cluster_time";

    /// <summary>Transverse momenta of the tracks [GeV].</summary>
    public const string TrackPt = "track_pt";

    /// <summary>Pseudorapidities of the tracks.</summary>
    public const string TrackEta = "track_eta";

    /// <summary>Azimuths of the tracks [rad].</summary>
    public const string TrackPhi = "track_phi";

    /// <summary>Transverse impact parameters of the tracks [mm].</summary>
    public const string TrackD0 = "track_d0";

    /// <summary>Longitudinal impact parameters of the tracks [mm].</summary>
    public const string TrackZ0 = "track_z0";

    /// <summary>Resolutions of the transverse impact parameters [mm].</summary>
    public const string TrackSigmaD0 = "track_sigma_d0";

    /// <summary>Resolutions of the longitudinal impact parameters [mm].</summary>
    public const string TrackSigmaZ0 = "track_sigma_z0";

    /// <summary>1 for tracks of the hard vertex, 0 for others.</summary>
    public const string TrackIsHard = "track_is_hard";

    /// <summary>Pseudorapidities of the positions of the muon segments.</summary>
    public const string SegmentEta = "segment_eta";

    /// <summary>Azimuths of the positions of the muon segments [rad].</summary>
    public const string SegmentPhi = "segment_phi";

    /// <summary>Pseudorapidities of the directions of the muon segments.</summary>
    public const string SegmentDirectionEta = "segment_direction_eta";

    /// <summary>Azimuths of the directions of the muon segments [rad].</summary>
    public const string SegmentDirectionPhi = "segment_direction_phi";

    /// <summary>Chi squared per degree of freedom of the muon segments.</summary>
    public const string SegmentChiSquared = "segment_chi2";

    /// <summary>Times of the muon segments relative to a particle of light speed from the collision [ns].</summary>
    public const string SegmentTime = "segment_t0";

    /// <summary>Transverse distance of the true decay from the beam [mm]; 0 where there is none.</summary>
    public const string DecayRadius = "truth_l_xy";

    /// <summary>Longitudinal distance of the true decay from the centre [mm]; 0 where there is none.</summary>
    public const string DecayZ = "truth_l_z";

    /// <summary>True transverse momentum of the long-lived particle [GeV]; 0 where there is none.</summary>
    public const string LongLivedPt = "truth_llp_pt";

    /// <summary>True pseudorapidity of the long-lived particle; 0 where there is none.</summary>
    public const string LongLivedEta = "truth_llp_eta";

    /// <summary>Particle number of what it decays to; 0 where there is none.</summary>
    public const string DecayProduct = "truth_decay_pdg";

    /// <summary>Mass of the long-lived particle [GeV]; 0 where there is none.</summary>
    public const string LongLivedMass = "truth_llp_m";

    /// <summary>Mass of the resonance that gave it [GeV]; 0 where there is none.</summary>
    public const string ResonanceMass = "truth_resonance_m";

    /// <summary>Fractions of the clusters' energies in the four layers of the electromagnetic calorimeter.</summary>
    public static IReadOnlyList<string> ClusterElectromagnetic { get; } =
        ["cluster_f_em0", "cluster_f_em1", "cluster_f_em2", "cluster_f_em3"];

    /// <summary>Fractions of the clusters' energies in the four layers of the hadronic calorimeter.</summary>
    public static IReadOnlyList<string> ClusterHadronic { get; } =
        ["cluster_f_had0", "cluster_f_had1", "cluster_f_had2", "cluster_f_had3"];
}
