using Moliere.Data.Geometry;

namespace Moliere.Validation.Plots.Events;

/// <summary>Samplings of barrel and end-cap at the same depth, in the order a shower passes them.</summary>
internal static class DepthGroup
{
    /// <summary>Names for the legend.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["presampler", "EM 1", "EM 2", "EM 3", "had 1", "had 2", "had 3", "forward"];

    /// <summary>
    /// Colours as <c>#rrggbb</c>: blue for the electromagnetic part, orange for the hadronic, violet for the
    /// forward one.
    /// </summary>
    public static IReadOnlyList<string> Colours { get; } =
        ["#8fd3ff", "#56b4e9", "#2f86c9", "#1d5f99", "#ffd166", "#f0a202", "#c76b00", "#b48ad6"];

    /// <summary>Index into <see cref="Names"/>.</summary>
    public static int Of(CaloSampling sampling) => sampling switch
    {
        CaloSampling.PreSampler or CaloSampling.PreSamplerEnd => 0,
        CaloSampling.Emb1 or CaloSampling.Eme1 => 1,
        CaloSampling.Emb2 or CaloSampling.Eme2 => 2,
        CaloSampling.Emb3 or CaloSampling.Eme3 => 3,
        CaloSampling.TileGap or CaloSampling.TileA or CaloSampling.TileExtA or CaloSampling.Hec1 => 4,
        CaloSampling.TileBC or CaloSampling.TileExtBC or CaloSampling.Hec2 => 5,
        CaloSampling.Fcal1 or CaloSampling.Fcal2 or CaloSampling.Fcal3 => 7,
        _ => 6,
    };
}
