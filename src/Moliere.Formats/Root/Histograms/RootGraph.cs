using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Histograms;

/// <summary>Points in a plane, with or without errors.</summary>
/// <param name="ClassName"><c>TGraph</c>, <c>TGraphErrors</c> or <c>TGraphAsymmErrors</c>.</param>
/// <param name="Name">Name inside the file.</param>
/// <param name="X">One coordinate per point.</param>
/// <param name="Y">One coordinate per point.</param>
public sealed record RootGraph(string ClassName, string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Text above it; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Errors of x downwards, the only ones of symmetric errors; empty without errors.</summary>
    public IReadOnlyList<double> XLow { get; init; } = [];

    /// <summary>Errors of x upwards; those downwards again where they are symmetric.</summary>
    public IReadOnlyList<double> XHigh { get; init; } = [];

    /// <summary>Errors of y downwards, the only ones of symmetric errors; empty without errors.</summary>
    public IReadOnlyList<double> YLow { get; init; } = [];

    /// <summary>Errors of y upwards; those downwards again where they are symmetric.</summary>
    public IReadOnlyList<double> YHigh { get; init; } = [];

    /// <summary>Whether an entry of a file is of a class that <see cref="Read"/> understands.</summary>
    /// <param name="entry">Any entry.</param>
    public static bool CanRead(RootEntry entry) => IsKnown(entry.ClassName);

    /// <summary>Reads a graph, of any version of ROOT, by the layouts in its file.</summary>
    /// <param name="file">An open file.</param>
    /// <param name="entry">One of its entries.</param>
    /// <exception cref="Bytes.InvalidFileException">It is of another class, or damaged.</exception>
    public static RootGraph Read(RootFile file, RootEntry entry) => HistogramReader.ReadGraph(file, entry);

    /// <summary>Points without errors.</summary>
    /// <param name="name">Name inside the file.</param>
    /// <param name="x">One coordinate per point.</param>
    /// <param name="y">One coordinate per point.</param>
    public static RootGraph Plain(string name, IReadOnlyList<double> x, IReadOnlyList<double> y) =>
        new("TGraph", name, x, y);

    /// <summary>Points with errors that are equal upwards and downwards.</summary>
    /// <param name="name">Name inside the file.</param>
    /// <param name="x">One coordinate per point.</param>
    /// <param name="y">One coordinate per point.</param>
    /// <param name="errorX">One per point, not negative.</param>
    /// <param name="errorY">One per point, not negative.</param>
    public static RootGraph WithErrors(
        string name, IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<double> errorX,
        IReadOnlyList<double> errorY) =>
        new("TGraphErrors", name, x, y) { XLow = errorX, XHigh = errorX, YLow = errorY, YHigh = errorY };

    internal static bool IsKnown(string className) => className is "TGraph" or "TGraphErrors" or "TGraphAsymmErrors";
}
