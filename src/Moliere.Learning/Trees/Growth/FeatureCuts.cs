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

    /// <summary>Bin of a value.</summary>
    public byte BinOf(float value)
    {
        if (float.IsNaN(value))
        {
            return MissingBin;
        }

        int low = 0;
        for (int count = Cuts.Length; count > 0;)
        {
            int half = count >> 1;
            bool isAbove = value >= Cuts[low + half];
            low = isAbove ? low + half + 1 : low;
            count = isAbove ? count - half - 1 : half;
        }

        return (byte)low;
    }
}
