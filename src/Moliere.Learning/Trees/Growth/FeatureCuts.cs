namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Where a feature is cut: bin b holds the values from cut b - 1 up to, not including, cut b, so that a split behind
/// bin b sends left what lies below cut b.
/// </summary>
/// <param name="Cuts">Ascending; where values are missing, the last lies above all values.</param>
/// <param name="HasMissing">Whether training rows lack the feature; they are in <see cref="MissingBin"/>.</param>
internal sealed record FeatureCuts(float[] Cuts, bool HasMissing)
{
    /// <summary>Bin of missing values.</summary>
    public const int MissingBin = 255;
}
