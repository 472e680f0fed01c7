namespace Moliere.Validation.Plots;

/// <summary>Something drawn in the main panel, usually by one method.</summary>
/// <param name="Method">Method it belongs to, which decides colour, marker and switch.</param>
public abstract record FigureLayer(string Method);

/// <summary>Points with 95 % bands, joined by a line where neighbours have values.</summary>
/// <param name="Method">Method it belongs to.</param>
/// <param name="Points">Ascending in x.</param>
public sealed record CurveLayer(string Method, IReadOnlyList<CurvePoint> Points) : FigureLayer(Method);

/// <summary>A histogram drawn as steps.</summary>
/// <param name="Method">Method it belongs to.</param>
/// <param name="Edges">Bin edges, ascending, one more than contents.</param>
/// <param name="Contents">Height of each bin.</param>
public sealed record HistogramLayer(string Method, double[] Edges, double[] Contents) : FigureLayer(Method);

/// <summary>Horizontal bars from 0 to a value, for quantities with a name rather than a number.</summary>
/// <param name="Method">Method it belongs to.</param>
/// <param name="Bars">
/// <see cref="CurvePoint.Low"/> and <see cref="CurvePoint.High"/> are the bar's place along y, one unit each.
/// </param>
public sealed record BarLayer(string Method, IReadOnlyList<CurvePoint> Bars) : FigureLayer(Method);

/// <summary>A two-dimensional histogram drawn in colours from white (0) to dark (largest content).</summary>
/// <param name="Method">Method it belongs to.</param>
/// <param name="XEdges">Edges along x, ascending.</param>
/// <param name="YEdges">Edges along y, ascending.</param>
/// <param name="Contents">Content of bin (x, y), not negative, <c>[X, Y]</c>.</param>
/// <param name="Title">What the colour means.</param>
public sealed record HeatLayer(string Method, double[] XEdges, double[] YEdges, double[,] Contents, string Title)
    : FigureLayer(Method)
{
    /// <summary>Whether cells carry their content as a number; for few cells.</summary>
    public bool ShowsNumbers { get; init; }
}
