using Moliere.Data.Objects;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>A column of one number per jet.</summary>
/// <param name="Name">One of <see cref="JetColumns"/>.</param>
/// <param name="Unit">House unit; empty for pure numbers.</param>
/// <param name="Description">A few words.</param>
/// <param name="Of">Its value for a jet.</param>
internal sealed record JetField(string Name, string Unit, string Description, Func<JetRecord, double> Of);

/// <summary>A column of one list per jet.</summary>
/// <param name="Name">One of <see cref="JetColumns"/>.</param>
/// <param name="Unit">House unit; empty for pure numbers.</param>
/// <param name="Description">A few words.</param>
/// <param name="Of">Its value for a constituent.</param>
internal sealed record ConstituentField(string Name, string Unit, string Description, Func<JetConstituent, double> Of);

/// <summary>The columns of a jet table and how each follows from a jet.</summary>
internal static class JetFields
{
    /// <summary>Numbers, behind event and pass.</summary>
    public static IReadOnlyList<JetField> Numbers { get; } =
    [
        new(JetColumns.Weight, "", "event weight", jet => jet.Event.Weight),
        new(JetColumns.Rank, "", "position in its event by transverse momentum", jet => jet.Rank),
        new(JetColumns.Pt, "GeV", "transverse momentum at EM scale", jet => jet.Momentum.Pt),
        new(JetColumns.Eta, "", "pseudorapidity from the vertex", jet => jet.Momentum.Eta),
        new(JetColumns.Phi, "rad", "azimuth", jet => jet.Momentum.Phi),
        new(JetColumns.Energy, "GeV", "energy at EM scale", jet => jet.Momentum.E),
        new(JetColumns.DetectorEta, "", "pseudorapidity from the centre of the detector", jet => jet.DetectorEta),
        new(JetColumns.Area, "", "active area", jet => jet.Area),
        new(JetColumns.Density, "GeV", "median transverse momentum per area of the event", jet => jet.Event.Density),
        new(JetColumns.Mu, "", "mean number of collisions per crossing", jet => jet.Event.Mu),
        new(JetColumns.VertexCount, "", "reconstructed primary vertices", jet => jet.Event.VertexCount),
        .. JetColumns.LayerFractions.Select((name, layer) =>
            new JetField(name, "", $"share of the energy in {name[2..]}", jet => jet.Layers[layer])),
        new(JetColumns.N90, "", "fewest clusters with 90 % of the energy", jet => jet.N90),
        new(JetColumns.TrackCount, "", "tracks of the hard vertex", jet => jet.Tracks.Count),
        new(JetColumns.TrackWidth, "", "mean distance of tracks weighted with pt", jet => jet.Tracks.Width),
        new(JetColumns.ChargedFraction, "", "pt of tracks over pt", jet => jet.Tracks.ChargedFraction),
        new(JetColumns.Segments, "", "muon segments behind the jet", jet => jet.Segments),
        new(JetColumns.TruthPt, "GeV", "pt of the jet of particles, or 0", jet => jet.Truth?.Momentum.Pt ?? 0),
        new(JetColumns.TruthEta, "", "eta of the jet of particles, or 0", jet => jet.Truth?.Momentum.Eta ?? 0),
        new(JetColumns.TruthPhi, "rad", "azimuth of the jet of particles, or 0", jet => jet.Truth?.Momentum.Phi ?? 0),
        new(JetColumns.TruthEnergy, "GeV", "energy of the jet of particles, or 0", jet => jet.Truth?.Momentum.E ?? 0),
        new(JetColumns.TruthDistance, "", "distance to the jet of particles, or -1", jet => jet.TruthDistance),
        new(JetColumns.TruthIsolation, "", "distance of that to the next, or 10", jet => jet.TruthIsolation),
        new(JetColumns.Isolation, "", "distance to the next jet, or 10", jet => jet.Isolation),
        new(JetColumns.Flavour, "", "hardest parton in the jet of particles", jet => Math.Abs(jet.Truth?.Flavour ?? 0)),
    ];

    /// <summary>Lists.</summary>
    public static IReadOnlyList<ConstituentField> Lists { get; } =
    [
        new(JetColumns.ConstituentPt, "GeV", "pt of the hardest constituents", one => one.Momentum.Pt),
        new(JetColumns.ConstituentEta, "", "their pseudorapidities", one => one.Momentum.Eta),
        new(JetColumns.ConstituentPhi, "rad", "their azimuths", one => one.Momentum.Phi),
        new(JetColumns.ConstituentEnergy, "GeV", "their energies", one => one.Momentum.E),
        new(JetColumns.ConstituentIsTrack, "", "1 for a track, 0 for a cluster", one => one.IsTrack ? 1 : 0),
        new(JetColumns.ConstituentEmFraction, "", "share of a cluster's energy in EM layers", one => one.EmFraction),
        new(JetColumns.ConstituentLambda, "mm", "depth of a cluster's centre", one => one.Lambda),
    ];
}
