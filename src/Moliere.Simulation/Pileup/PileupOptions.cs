using System.ComponentModel.DataAnnotations;

namespace Moliere.Simulation.Pileup;

/// <summary>How many collisions overlap, and how finely they are stored.</summary>
/// <source>Physics notes 5.4.</source>
public sealed record PileupOptions
{
    /// <summary>Mean of mu over events; Run 2 gave 33.7 over all years and calibration samples 36.</summary>
    [Range(0.0, 300.0)]
    public double MeanMu { get; init; } = 35;

    /// <summary>Mu of every event instead of a distribution; null draws it.</summary>
    [Range(0.0, 300.0)]
    public double? FixedMu { get; init; }

    /// <summary>Number of simulated minimum-bias collisions to draw from.</summary>
    [Range(1, 100_000)]
    public int LibrarySize { get; init; } = 600;

    /// <summary>
    /// Cells of a stored collision below this share of their electronic noise are kept at random with the chance
    /// signal/threshold and then carry the threshold, which keeps every mean and adds less than a hundredth to the
    /// noise of a cell.
    /// </summary>
    [Range(0.0, 1.0)]
    public double SmallestSignificance { get; init; } = 0.2;

    /// <summary>
    /// Mean number of reconstructed vertices per in-time collision (physics notes 5.4: 0.57 to 0.61).
    /// </summary>
    [Range(0.0, 1.0)]
    public double VertexEfficiency { get; init; } = 0.59;
}
