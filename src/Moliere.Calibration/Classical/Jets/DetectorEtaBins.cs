namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// Equal bins in the pseudorapidity of the detector, either of both signs or of its magnitude. Jets beyond the reach
/// belong to the last bin.
/// </summary>
/// <param name="Reach">End of the last bin, positive.</param>
/// <param name="Count">Number of bins, at least 1.</param>
/// <param name="IsFolded">Whether both signs share their bins.</param>
/// <source>Physics notes section 2.6: 90 bins of 0.1 from -4.5 to 4.5.</source>
public sealed record DetectorEtaBins(double Reach, int Count, bool IsFolded)
{
    /// <summary>End of the forward calorimeter for jets.</summary>
    public const double JetReach = 4.5;

    private double Low => IsFolded ? 0 : -Reach;

    /// <summary>Bins of about the given width over |eta| below 4.5.</summary>
    /// <param name="width">Wanted width, positive.</param>
    /// <param name="isFolded">Whether both signs share their bins.</param>
    public static DetectorEtaBins OfWidth(double width, bool isFolded)
    {
        int half = Math.Max(1, (int)Math.Round(JetReach / width));
        return new(JetReach, isFolded ? half : 2 * half, isFolded);
    }

    /// <summary>
    /// The finest folded bins that hold enough jets on average, not below a width of 0.1; with eight times what these
    /// need, bins of 0.1 for each sign.
    /// </summary>
    /// <param name="jets">Number of jets of the sample.</param>
    /// <param name="perBin">Wanted jets per bin.</param>
    public static DetectorEtaBins For(int jets, int perBin)
    {
        DetectorEtaBins published = OfWidth(0.1, isFolded: false);
        return jets >= 4L * perBin * published.Count
            ? published
            : new(JetReach, Math.Clamp(jets / Math.Max(1, perBin), 1, published.Count / 2), IsFolded: true);
    }

    /// <summary>Bin of a direction, in [0, <see cref="Count"/>); NaN falls into the first.</summary>
    /// <param name="eta">Pseudorapidity of either sign.</param>
    public int IndexOf(double eta) => new UniformBins(Low, Reach, Count).IndexOf(IsFolded ? Math.Abs(eta) : eta);

    /// <summary>Middle of a bin.</summary>
    /// <param name="bin">Index of the bin.</param>
    public double Centre(int bin) => Low + ((Reach - Low) * (bin + 0.5) / Count);
}
