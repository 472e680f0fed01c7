namespace Moliere.Data.Geometry;

/// <summary>
/// Which samplings lie next to each other, in depth or across the boundary between barrel and end-cap.
/// </summary>
/// <source>
/// arXiv:1603.02934 section 3.1 (neighbours across samplings and sub-detectors); the pairs follow the positions of
/// physics notes table 5.1. The extended barrel of Tile ends against the hadronic end-cap at |eta| = 1.5, where
/// TileExtA faces three of its compartments, and that against the forward calorimeter at 3.2.
/// </source>
internal static class SamplingAdjacency
{
    private static readonly (CaloSampling, CaloSampling)[] Pairs =
    [
        (CaloSampling.PreSampler, CaloSampling.Emb1),
        (CaloSampling.Emb1, CaloSampling.Emb2),
        (CaloSampling.Emb2, CaloSampling.Emb3),
        (CaloSampling.PreSamplerEnd, CaloSampling.Eme1),
        (CaloSampling.Eme1, CaloSampling.Eme2),
        (CaloSampling.Eme2, CaloSampling.Eme3),
        (CaloSampling.Emb1, CaloSampling.Eme1),
        (CaloSampling.Emb2, CaloSampling.Eme2),
        (CaloSampling.Emb3, CaloSampling.Eme3),
        (CaloSampling.Emb3, CaloSampling.TileA),
        (CaloSampling.Emb3, CaloSampling.TileExtA),
        (CaloSampling.Eme3, CaloSampling.TileExtA),
        (CaloSampling.Eme3, CaloSampling.Hec1),
        (CaloSampling.TileA, CaloSampling.TileBC),
        (CaloSampling.TileBC, CaloSampling.TileD),
        (CaloSampling.TileA, CaloSampling.TileExtA),
        (CaloSampling.TileBC, CaloSampling.TileExtBC),
        (CaloSampling.TileD, CaloSampling.TileExtD),
        (CaloSampling.TileExtA, CaloSampling.TileExtBC),
        (CaloSampling.TileExtBC, CaloSampling.TileExtD),
        (CaloSampling.TileGap, CaloSampling.Emb3),
        (CaloSampling.TileGap, CaloSampling.Eme1),
        (CaloSampling.TileGap, CaloSampling.TileA),
        (CaloSampling.TileGap, CaloSampling.TileExtA),
        (CaloSampling.TileExtA, CaloSampling.Hec1),
        (CaloSampling.TileExtA, CaloSampling.Hec2),
        (CaloSampling.TileExtA, CaloSampling.Hec3),
        (CaloSampling.TileExtBC, CaloSampling.Hec3),
        (CaloSampling.Hec1, CaloSampling.Hec2),
        (CaloSampling.Hec2, CaloSampling.Hec3),
        (CaloSampling.Hec3, CaloSampling.Hec4),
        (CaloSampling.Eme3, CaloSampling.Fcal1),
        (CaloSampling.Hec2, CaloSampling.Fcal1),
        (CaloSampling.Hec3, CaloSampling.Fcal1),
        (CaloSampling.Hec3, CaloSampling.Fcal2),
        (CaloSampling.Hec3, CaloSampling.Fcal3),
        (CaloSampling.Fcal1, CaloSampling.Fcal2),
        (CaloSampling.Fcal2, CaloSampling.Fcal3),
    ];

    /// <summary>
    /// Whether cells of two regions may be neighbours. Symmetric; two regions of one sampling always may, except in the
    /// presamplers, whose cells see only the strips behind them.
    /// </summary>
    /// <param name="a">One sampling.</param>
    /// <param name="b">The other, or the same.</param>
    public static bool AreAdjoining(CaloSampling a, CaloSampling b) =>
        a == b ? !IsPresampler(a) : Pairs.Contains((a, b)) || Pairs.Contains((b, a));

    /// <summary>Whether a sampling stands in front of the strips.</summary>
    /// <param name="sampling">Any.</param>
    public static bool IsPresampler(CaloSampling sampling) =>
        sampling is CaloSampling.PreSampler or CaloSampling.PreSamplerEnd;
}
