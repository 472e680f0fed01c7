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
}
