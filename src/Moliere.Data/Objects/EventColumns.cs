namespace Moliere.Data.Objects;

/// <summary>
/// Names of the columns of an event table, one row per event: a kind of object, an underscore and what is known about
/// it. All columns of a kind are lists of one length. The house names them here and nowhere else.
/// </summary>
public static class EventColumns
{
    /// <summary>Number of the generated event.</summary>
    public const string Event = "event";

    /// <summary>Event weight.</summary>
    public const string Weight = "weight";

    /// <summary>Mean number of collisions per crossing.</summary>
    public const string Mu = "mu";

    /// <summary>Number of reconstructed primary vertices.</summary>
    public const string VertexCount = "n_pv";

    /// <summary>Kind: particles that reach the detector; of a track, the index of its own, or -1.</summary>
    public const string Particle = "particle";

    /// <summary>Kind: what the particles come from, mothers before daughters.</summary>
    public const string History = "history";

    /// <summary>Kind: outgoing partons of the hard process.</summary>
    public const string Parton = "parton";

    /// <summary>Kind: jets of the particles that a calorimeter sees.</summary>
    public const string TruthJet = "truth_jet";

    /// <summary>Kind: topo-clusters at EM scale.</summary>
    public const string Cluster = "cluster";

    /// <summary>Kind: jets of the topo-clusters.</summary>
    public const string Jet = "jet";

    /// <summary>Kind: tracks of charged particles.</summary>
    public const string Track = "track";

    /// <summary>Kind: reconstructed primary vertices; of a track, the index of its own, or -1.</summary>
    public const string Vertex = "vertex";

    /// <summary>Charge, 1 or -1.</summary>
    public const string Charge = "charge";

    /// <summary>Signed distance of a track from the beam axis, and its closest point along the beam [mm].</summary>
    public const string D0 = "d0", Z0 = "z0";

    /// <summary>What the tracker believes to be the errors of both [mm].</summary>
    public const string SigmaD0 = "sigma_d0", SigmaZ0 = "sigma_z0";

    /// <summary>Particle number of the Monte Carlo numbering scheme.</summary>
    public const string Pdg = "pdg";

    /// <summary>Transverse momentum [GeV].</summary>
    public const string Pt = "pt";

    /// <summary>Pseudorapidity.</summary>
    public const string Eta = "eta";

    /// <summary>Azimuth [rad].</summary>
    public const string Phi = "phi";

    /// <summary>Energy [GeV].</summary>
    public const string Energy = "e";

    /// <summary>Where it was made [mm].</summary>
    public const string X = "x", Y = "y", Z = "z";

    /// <summary>When it was made [ns].</summary>
    public const string Time = "t";

    /// <summary>Where it ended [mm].</summary>
    public const string EndX = "end_x", EndY = "end_y", EndZ = "end_z";

    /// <summary>When it ended [ns].</summary>
    public const string EndTime = "end_t";

    /// <summary>Index of the history's entry it comes from, or -1.</summary>
    public const string Mother = "mother";

    /// <summary>Number of the hardest hard parton in the jet, or 0.</summary>
    public const string Flavour = "flavour";

    /// <summary>Number of constituents.</summary>
    public const string Count = "count";

    /// <summary>Index of the nearest truth jet within 0.3 in eta-phi, or -1.</summary>
    public const string Truth = "truth";

    /// <summary>Of a cluster or track: index of the jet that holds it, or -1.</summary>
    public const string InJet = "jet";

    /// <summary>The column of a property of a kind of object.</summary>
    /// <param name="kind">Such as <see cref="TruthJet"/>.</param>
    /// <param name="property">Such as <see cref="Pt"/>.</param>
    public static string Of(string kind, string property) => $"{kind}_{property}";
}
