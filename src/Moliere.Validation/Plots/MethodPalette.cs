namespace Moliere.Validation.Plots;

/// <summary>Colour and marker of each method: its place in the list of methods decides, in every figure of a
/// report.</summary>
/// <source>Okabe and Ito, "Color Universal Design" (2008): colours that colour-blind readers can tell apart; grey
/// comes first, for the uncalibrated scale, black and two of Tol, "Colour schemes" (2021), figure 4, last.</source>
public sealed class MethodPalette
{
    private static readonly string[] Colours =
    [
        "#7f7f7f", "#e69f00", "#009e73", "#0072b2", "#d55e00", "#cc79a7", "#56b4e9", "#000000",
        "#882255", "#999933",
    ];

    private readonly string[] _methods;

    /// <summary>A palette for some methods.</summary>
    /// <param name="methods">Names, in the order of tables and legends.</param>
    public MethodPalette(IEnumerable<string> methods) => _methods = [.. methods];

    /// <summary>Methods in order.</summary>
    public IReadOnlyList<string> Methods => _methods;

    /// <summary>Colour as <c>#rrggbb</c>; unknown methods and more than ten of them start again.</summary>
    /// <param name="method">Name of the method.</param>
    public string Colour(string method) => Colours[Place(method) % Colours.Length];

    /// <summary>Whether a name is one of the methods; curves of other names are drawn as thin guides.</summary>
    /// <param name="method">Name of a layer.</param>
    public bool Knows(string method) => Array.IndexOf(_methods, method) >= 0;

    /// <summary>Path of the marker around the origin, about 6 pixels wide.</summary>
    /// <param name="method">Name of the method.</param>
    internal string Marker(string method) => (Place(method) % 6) switch
    {
        0 => "M-3,0a3,3 0 1,0 6,0a3,3 0 1,0 -6,0z",
        1 => "M-2.7,-2.7h5.4v5.4h-5.4z",
        2 => "M0,-3.6l3.4,6h-6.8z",
        3 => "M0,-3.8l3.8,3.8l-3.8,3.8l-3.8,-3.8z",
        4 => "M0,3.6l3.4,-6h-6.8z",
        _ => "M-1.2,-3.6h2.4v2.4h2.4v2.4h-2.4v2.4h-2.4v-2.4h-2.4v-2.4h2.4z",
    };

    private int Place(string method) => Math.Max(0, Array.IndexOf(_methods, method));
}
