namespace Moliere.Formats.Root.Histograms;

/// <summary>What the name of a histogram's class says.</summary>
/// <param name="Name">C++ class.</param>
/// <param name="Dimensions">Number of axes.</param>
/// <param name="Letter">Type of the cells: C, S, I, F or D.</param>
/// <param name="IsProfile">Whether cells hold means.</param>
internal sealed record HistogramClass(string Name, int Dimensions, char Letter, bool IsProfile)
{
    /// <summary>Class that this one adds cells to: <c>TH1</c>, <c>TH2</c>, <c>TH3</c>.</summary>
    public string Frame => $"TH{Dimensions}";

    /// <summary>Class with cells below a profile; the class itself for others.</summary>
    public string Cells => $"TH{Dimensions}{Letter}";

    /// <summary>The class of a name, or null where it is none of these.</summary>
    public static HistogramClass? Find(string name) => name switch
    {
        "TProfile" => new(name, 1, 'D', IsProfile: true),
        "TProfile2D" => new(name, 2, 'D', IsProfile: true),
        ['T', 'H', >= '1' and <= '3', 'C' or 'S' or 'I' or 'F' or 'D'] =>
            new(name, name[2] - '0', name[3], IsProfile: false),
        _ => null,
    };
}
