namespace Moliere.Learning.Losses;

/// <summary>How much a distant value counts for the width of a distribution around zero.</summary>
public enum WidthKind
{
    /// <summary>Root mean square: every value with its square; a few distant ones decide.</summary>
    RootMeanSquare,

    /// <summary>Squares up to 1.5 widths, constant beyond: distant values count and do not pull.</summary>
    Huber,

    /// <summary>
    /// Half of the central 68.3 %, which is (Q84 - Q16) / 2 of a symmetric distribution, with a smoothed edge.
    /// </summary>
    Quantile,
}
