namespace Moliere.Calibration.Classical;

/// <summary>Equal-width bins of a look-up table; values outside are clamped to the edge bins, as LCW does.</summary>
/// <param name="Low">Lower edge of the first bin.</param>
/// <param name="High">Upper edge of the last bin, above <paramref name="Low"/>.</param>
/// <param name="Count">Number of bins, at least 1.</param>
internal readonly record struct UniformBins(double Low, double High, int Count)
{
    /// <summary>Bin of a value in [0, <see cref="Count"/>); NaN falls into the first bin.</summary>
    /// <param name="value">Any number.</param>
    public int IndexOf(double value)
    {
        double position = (value - Low) / (High - Low) * Count;
        return position >= Count - 1 ? Count - 1 : position > 0 ? (int)position : 0;
    }
}
