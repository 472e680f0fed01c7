using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Taus;

/// <summary>A reconstructed hadronic tau decay: what the columns of a tau table say of it, but for its truth.</summary>
/// <source>Physics notes section 3.1; ATL-PHYS-PUB-2015-045; arXiv:1512.05955.</source>
public sealed record TauCandidate
{
    /// <summary>Sum of the clusters at locally weighted scale as seen from the vertex of the tau [GeV].</summary>
    public required FourVector Intermediate { get; init; }

    /// <summary>Index of the vertex its tracks come from.</summary>
    public required int Vertex { get; init; }

    /// <summary>Tracks of the core, hardest first; one to five.</summary>
    public required IReadOnlyList<Track> Tracks { get; init; }

    /// <summary>
    /// Value of each measured column, in the order of <see cref="TauColumns"/>' names in <see cref="Columns"/>.
    /// </summary>
    public required IReadOnlyList<float> Values { get; init; }

    /// <summary>The columns that <see cref="Values"/> has.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        TauColumns.Pt, TauColumns.Eta, TauColumns.Phi, TauColumns.PtEm, TauColumns.PtSubstructure,
        TauColumns.EtaSubstructure, TauColumns.PhiSubstructure, TauColumns.PionAsymmetry, TauColumns.CenterLambda,
        TauColumns.FirstEnergyDensity, TauColumns.SecondLambda, TauColumns.PresamplerFraction, TauColumns.EmProbability,
        TauColumns.TrackCount, TauColumns.NeutralCount, TauColumns.NeutralFraction, TauColumns.SubstructureMass,
        TauColumns.NeutralMass, TauColumns.NeutralDistance, TauColumns.TrackOverEm, TauColumns.EmFraction,
        TauColumns.PhotonCount, TauColumns.Width,
    ];
}
