using System.Globalization;
using System.Text.Json.Serialization;

namespace Moliere.Tagging.Preservation;

/// <summary>What a map says of a value outside an axis.</summary>
public enum OutsideRange
{
    /// <summary>Nothing: the efficiency is unknown.</summary>
    Unknown,

    /// <summary>The efficiency is zero, with no uncertainty: a selection that accepts nothing there.</summary>
    Zero,

    /// <summary>That of the nearest cell; of categories, nothing.</summary>
    Nearest,
}

/// <summary>A true quantity that an efficiency depends on, in cells or in categories.</summary>
public sealed record EfficiencyAxis
{
    /// <summary>Name of the quantity: the column of a table.</summary>
    public required string Name { get; init; }

    /// <summary>House unit; empty for pure numbers.</summary>
    public string Unit { get; init; } = "";

    /// <summary>
    /// Ascending edges of the cells, at least two; a cell has its lower edge and not its upper one. Empty for
    /// categories.
    /// </summary>
    public IReadOnlyList<double> Edges { get; init; } = [];

    /// <summary>Values that are a cell each, such as particle numbers, in ascending order; empty for edges.</summary>
    public IReadOnlyList<double> Categories { get; init; } = [];

    /// <summary>What is said of a value outside.</summary>
    public OutsideRange Outside { get; init; }

    /// <summary>Number of cells.</summary>
    [JsonIgnore]
    public int Count => Categories.Count > 0 ? Categories.Count : Edges.Count - 1;

    /// <summary>The cell of a value; -1 outside, and for NaN.</summary>
    /// <param name="value">In the unit of the axis.</param>
    public int IndexOf(double value)
    {
        IReadOnlyList<double> places = Categories.Count > 0 ? Categories : Edges;
        int low = 0, high = places.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = places[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        int cell = low - 1;
        return Categories.Count > 0 ? (cell >= 0 && Categories[cell] == value ? cell : -1)
            : cell < Count && !double.IsNaN(value) ? cell : -1;
    }

    /// <summary>Values of a cell in words, such as "1200 to 1600 mm"; of a category its value and unit.</summary>
    /// <param name="cell">From 0 to below <see cref="Count"/>.</param>
    public string Describe(int cell)
    {
        string values = Categories.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Categories[cell]}")
            : string.Create(CultureInfo.InvariantCulture, $"{Edges[cell]} to {Edges[cell + 1]}");
        return Unit.Length > 0 ? $"{values} {Unit}" : values;
    }

    /// <summary>The cell that is taken for a value, following the rule outside; -1 where there is none.</summary>
    /// <param name="value">In the unit of the axis.</param>
    internal int CellFor(double value)
    {
        int cell = IndexOf(value);
        return cell >= 0 || Outside != OutsideRange.Nearest || Categories.Count > 0 || double.IsNaN(value) ? cell
            : value < Edges[0] ? 0 : Count - 1;
    }

    /// <summary>A value in a cell: its middle, or the category.</summary>
    internal double MiddleOf(int cell) =>
        Categories.Count > 0 ? Categories[cell] : 0.5 * (Edges[cell] + Edges[cell + 1]);

    /// <summary>What is wrong with it, as the rest of a sentence; null for nothing.</summary>
    internal string? Problem()
    {
        IReadOnlyList<double> places = Categories.Count > 0 ? Categories : Edges;
        bool ascends = places.All(double.IsFinite) && places.Zip(places.Skip(1)).All(pair => pair.First < pair.Second);
        return Edges.Count > 0 && Categories.Count > 0 ? $"axis '{Name}' has edges and categories, expected one of both"
            : Categories.Count == 0 && Edges.Count < 2 ? $"axis '{Name}' has {Edges.Count} edges, expected at least 2"
            : ascends ? null : $"axis '{Name}' has {string.Join(", ", places)}, expected finite ascending values";
    }
}
