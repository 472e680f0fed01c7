namespace Moliere.Data.Geometry;

/// <summary>
/// Which samplings lie next to each other, in depth or across the boundary between barrel and end-cap.
/// </summary>
/// <source>
/// arXiv:1603.02934 section 3.1 (neighbours across samplings and sub-detectors); the pairs follow the positions of
/// physics notes table 5.1. The barrel Tile compartments end against the hadronic end-cap at |eta| = 1.5, where TileA
/// faces all three of its compartments.
/// </source>
internal static class SamplingAdjacency
{
    private static readonly (CaloSampling, CaloSampling)[] Pairs =
    [
        (CaloSampling.PreSampler, CaloSampling.Emb1),
        (CaloSampling.Emb1, CaloSampling.Emb2),
        (CaloSampling.Emb2, CaloSampling.Emb3),
        (CaloSampling.Eme1, CaloSampling.Eme2),
        (CaloSampling.Eme2, CaloSampling.Eme3),
        (CaloSampling.Emb1, CaloSampling.Eme1),
        (CaloSampling.Emb2, CaloSampling.Eme2),
        (CaloSampling.Emb3, CaloSampling.Eme3),
        (CaloSampling.Emb3, CaloSampling.TileA),
        (CaloSampling.Eme3, CaloSampling.TileA),
        (CaloSampling.Eme3, CaloSampling.Hec1),
        (CaloSampling.TileA, CaloSampling.TileBC),
        (CaloSampling.TileBC, CaloSampling.TileD),
        (CaloSampling.TileGap, CaloSampling.Emb3),
        (CaloSampling.TileGap, CaloSampling.Eme1),
        (CaloSampling.TileGap, CaloSampling.TileA),
        (CaloSampling.TileA, CaloSampling.Hec1),
        (CaloSampling.TileA, CaloSampling.Hec2),
        (CaloSampling.TileA, CaloSampling.Hec3),
        (CaloSampling.Hec1, CaloSampling.Hec2),
        (CaloSampling.Hec2, CaloSampling.Hec3),
    ];

    /// <summary>
    /// Whether cells of two regions may be neighbours. Symmetric; two regions of one sampling always may, except in the
    /// presampler, whose cells see only the strips behind them.
    /// </summary>
    /// <param name="a">One sampling.</param>
    /// <param name="b">The other, or the same.</param>
    public static bool AreAdjoining(CaloSampling a, CaloSampling b) =>
        a == b ? a != CaloSampling.PreSampler : Pairs.Contains((a, b)) || Pairs.Contains((b, a));
}
