using Moliere.Data.Objects;
using Moliere.Reconstruction.Taus;

namespace Moliere.Simulation.Samples.Taus;

/// <summary>A column of one number per tau.</summary>
/// <param name="Name">One of <see cref="TauColumns"/>.</param>
/// <param name="Unit">House unit; empty for pure numbers.</param>
/// <param name="Description">A few words.</param>
/// <param name="Of">Its value for a tau.</param>
internal sealed record TauField(string Name, string Unit, string Description, Func<TauRecord, double> Of);

/// <summary>The columns of a tau table behind event and crossing, and how each follows from a tau.</summary>
internal static class TauFields
{
    private static readonly (string Name, string Unit, string Description)[] s_measured =
    [
        (TauColumns.Pt, "GeV", "transverse momentum of the intermediate axis at locally weighted scale"),
        (TauColumns.Eta, "", "its pseudorapidity"),
        (TauColumns.Phi, "rad", "its azimuth"),
        (TauColumns.PtEm, "GeV", "the same sum at EM scale"),
        (TauColumns.PtSubstructure, "GeV", "transverse momentum of tracks and neutral pions"),
        (TauColumns.EtaSubstructure, "", "its pseudorapidity"),
        (TauColumns.PhiSubstructure, "rad", "its azimuth"),
        (TauColumns.PionAsymmetry, "", "charged less neutral energy over their sum"),
        (TauColumns.CenterLambda, "mm", "mean depth of the centres of clusters"),
        (TauColumns.FirstEnergyDensity, "", "mean log10 of energy density over energy, in 1/mm³"),
        (TauColumns.SecondLambda, "mm2", "mean second moment of the depth"),
        (TauColumns.PresamplerFraction, "", "mean share of the presamplers"),
        (TauColumns.EmProbability, "", "mean probability to be electromagnetic"),
        (TauColumns.TrackCount, "", "charged tracks"),
        (TauColumns.NeutralCount, "", "neutral-pion candidates"),
        (TauColumns.NeutralFraction, "", "their share in the transverse momentum of the substructure"),
        (TauColumns.SubstructureMass, "GeV", "mass of tracks and neutral pions"),
        (TauColumns.NeutralMass, "GeV", "mass of the two hardest neutral candidates, or 0"),
        (TauColumns.NeutralDistance, "", "distance of hardest track and neutral candidate, or 0"),
        (TauColumns.TrackOverEm, "", "pt of tracks over that of clusters at EM scale"),
        (TauColumns.EmFraction, "", "share of the electromagnetic calorimeter"),
        (TauColumns.PhotonCount, "", "local maxima in the strips"),
        (TauColumns.Width, "", "mean distance of clusters from the axis"),
    ];

    /// <summary>In order of the table.</summary>
    public static IReadOnlyList<TauField> All { get; } =
    [
        new(TauColumns.Weight, "", "event weight", tau => tau.Event.Weight),
        new(TauColumns.Mu, "", "mean number of collisions per crossing", tau => tau.Event.Mu),
        new(TauColumns.VertexCount, "", "reconstructed primary vertices", tau => tau.Event.VertexCount),
        new(TauColumns.Density, "GeV", "median transverse momentum per area", tau => tau.Event.Density),
        .. TauCandidate.Columns.Select(Measured),
        new(TauColumns.IsHardVertex, "", "1 if the vertex is that of the hard collision",
            tau => tau.Candidate.Vertex == 0 ? 1 : 0),
        new(TauColumns.TruthPt, "GeV", "visible transverse momentum", tau => tau.Truth.Momentum.Pt),
        new(TauColumns.TruthEta, "", "visible pseudorapidity", tau => tau.Truth.Momentum.Eta),
        new(TauColumns.TruthPhi, "rad", "visible azimuth", tau => tau.Truth.Momentum.Phi),
        new(TauColumns.TruthMode, "", "true decay mode, or -1",
            tau => tau.Truth.Mode is { } mode ? (int)mode : -1),
        new(TauColumns.TruthDistance, "", "distance to the true tau", tau => tau.Distance),
    ];

    private static TauField Measured(string name, int index)
    {
        (_, string unit, string description) = Array.Find(s_measured, field => field.Name == name);
        return new(name, unit, description, tau => tau.Candidate.Values[index]);
    }
}
