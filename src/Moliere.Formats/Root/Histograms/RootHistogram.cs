using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Histograms;

/// <summary>A histogram or profile as a ROOT file holds it, in one to three dimensions.</summary>
/// <param name="ClassName"><c>TH1D</c>, <c>TH2F</c> and their kin, <c>TProfile</c>, <c>TProfile2D</c>.</param>
/// <param name="Name">Name inside the file.</param>
public sealed record RootHistogram(string ClassName, string Name)
{
    /// <summary>Text above it; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>One axis for each dimension.</summary>
    public required IReadOnlyList<RootAxis> Axes { get; init; }

    /// <summary>
    /// Contents of all cells, under- and overflow included, the first axis fastest; of a profile the sums of weighted
    /// values.
    /// </summary>
    public required IReadOnlyList<double> Contents { get; init; }

    /// <summary>Sums of squared weights of all cells; empty where weights were not kept.</summary>
    public IReadOnlyList<double> SumW2 { get; init; } = [];

    /// <summary>Number of fills, as far as it was counted.</summary>
    public double Entries { get; init; }

    /// <summary>
    /// Sums over all fills inside the axes: w, w², wx, wx²; with a second axis wy, wy², wxy; with a third wz, wz²,
    /// wxz, wyz. Empty means zeros.
    /// </summary>
    public IReadOnlyList<double> Statistics { get; init; } = [];

    /// <summary>What a profile has besides; null for histograms.</summary>
    public RootProfile? Profile { get; init; }

    /// <summary>Whether an entry of a file is of a class that <see cref="Read"/> understands.</summary>
    /// <param name="entry">Any entry.</param>
    public static bool CanRead(RootEntry entry) => HistogramClass.Find(entry.ClassName) is not null;

    /// <summary>Reads a histogram or profile, of any version of ROOT, by the layouts in its file.</summary>
    /// <param name="file">An open file.</param>
    /// <param name="entry">One of its entries.</param>
    /// <exception cref="Bytes.InvalidFileException">It is of another class, or damaged.</exception>
    public static RootHistogram Read(RootFile file, RootEntry entry) => HistogramReader.ReadHistogram(file, entry);

    /// <summary>Number of a cell.</summary>
    /// <param name="bins">One bin per axis: 0 is underflow, 1 the first, the number of bins plus 1 overflow.</param>
    public int Cell(params ReadOnlySpan<int> bins)
    {
        int cell = 0;
        for (int axis = Axes.Count - 1; axis >= 0; axis--)
        {
            cell = (cell * Axes[axis].CellCount) + bins[axis];
        }

        return cell;
    }
}

/// <summary>What a profile has besides the histogram of its sums.</summary>
public sealed record RootProfile
{
    /// <summary>Sum of weights of each cell.</summary>
    public required IReadOnlyList<double> BinEntries { get; init; }

    /// <summary>Sum of squared weights of each cell; empty for weights of 1.</summary>
    public IReadOnlyList<double> BinSumW2 { get; init; } = [];

    /// <summary>A bin's error: 0 that of the mean, 1 the spread, 2 for whole numbers, 3 from weights 1/σ².</summary>
    public int ErrorMode { get; init; }

    /// <summary>Least value that is filled; equal to <see cref="High"/> for no limits.</summary>
    public double Low { get; init; }

    /// <summary>Largest value that is filled.</summary>
    public double High { get; init; }

    /// <summary>Sum of weight times value over all fills.</summary>
    public double SumWeighted { get; init; }

    /// <summary>Sum of weight times squared value over all fills.</summary>
    public double SumWeightedSquares { get; init; }
}
