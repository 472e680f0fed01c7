namespace Moliere.Calibration.InSitu;

/// <summary>What is watched of predicted momenta on the validation events; widths are of the chosen kind.</summary>
/// <source>Physics notes section 2.4, "properties worth unit-testing".</source>
public sealed record InSituMonitor
{
    /// <summary>Width of the asymmetry sigma_A, the weighted mean over the bins of the width.</summary>
    public required double Asymmetry { get; init; }

    /// <summary>Width of the asymmetry of jets of different events, over the whole range.</summary>
    public required double Shuffled { get; init; }

    /// <summary>
    /// What the jets of an event share: root of the squared shuffled width minus the squared true one, over the whole
    /// range; 0 where nothing is left.
    /// </summary>
    public required double Shared { get; init; }

    /// <summary>Slope of ln p of a jet on its initial one inside the bins; NaN for momenta without logarithm.</summary>
    public required double SlopeInBins { get; init; }

    /// <summary>Slope of the pair's mean ln p on the logarithm of its average; NaN as above.</summary>
    public required double SlopeOfPairs { get; init; }

    /// <summary>Mean momentum over the initial one, minus 1.</summary>
    public required double MeanShift { get; init; }

    /// <summary>The same, with its sign, in the bin where it is furthest outside its statistical error.</summary>
    public required double BinShift { get; init; }

    /// <summary>Statistical error of <see cref="BinShift"/>, from the spread of the jets' factors.</summary>
    public required double BinShiftError { get; init; }

    /// <summary>Smallest momentum [GeV]; may be negative.</summary>
    public required double SmallestPt { get; init; }

    /// <summary>Largest momentum [GeV].</summary>
    public required double LargestPt { get; init; }

    /// <summary>Smallest ratio of a momentum to its initial one.</summary>
    public required double SmallestFactor { get; init; }

    /// <summary>Largest ratio of a momentum to its initial one.</summary>
    public required double LargestFactor { get; init; }

    /// <summary>
    /// (Q84 - Q16) / (2 Q50) of predicted over true momentum of the jets with truth: shown, never used; NaN without.
    /// </summary>
    public required double TrueWidth { get; init; }

    /// <summary>All numbers, as a training keeps them.</summary>
    internal double[] ToMeasures() =>
    [
        Asymmetry, Shuffled, Shared, SlopeInBins, SlopeOfPairs, MeanShift, BinShift, SmallestPt, LargestPt,
        SmallestFactor, LargestFactor, TrueWidth, BinShiftError,
    ];

    /// <summary>Reads <see cref="ToMeasures"/> back.</summary>
    internal static InSituMonitor FromMeasures(IReadOnlyList<double> measures) => new()
    {
        Asymmetry = measures[0],
        Shuffled = measures[1],
        Shared = measures[2],
        SlopeInBins = measures[3],
        SlopeOfPairs = measures[4],
        MeanShift = measures[5],
        BinShift = measures[6],
        SmallestPt = measures[7],
        LargestPt = measures[8],
        SmallestFactor = measures[9],
        LargestFactor = measures[10],
        TrueWidth = measures[11],
        BinShiftError = measures[12],
    };
}
