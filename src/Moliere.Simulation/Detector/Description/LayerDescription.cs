using Moliere.Data.Geometry;

namespace Moliere.Simulation.Detector.Description;

/// <summary>A layer of cells as described: where it is, what it is made of, how it is read out.</summary>
internal sealed record LayerDescription
{
    /// <summary>Sampling of its cells.</summary>
    public required CaloSampling Sampling { get; init; }

    /// <summary>Whether depth is radius or |z|.</summary>
    public required CaloShape Shape { get; init; }

    /// <summary>Near face, radius or |z| [mm].</summary>
    public required double Inner { get; init; }

    /// <summary>Far face, radius or |z| [mm].</summary>
    public required double Outer { get; init; }

    /// <summary>How its cells are read out.</summary>
    public required Technology Technology { get; init; }

    /// <summary>Effective medium, without the factors of the response.</summary>
    public required CaloMedium Medium { get; init; }

    /// <summary>Depth at normal incidence [X0].</summary>
    public required double DepthX0 { get; init; }

    /// <summary>Name of the dead material that its absorber is part of; null for a layer with its own.</summary>
    public required string? WallOf { get; init; }

    /// <summary>Its grids of cells, one or more.</summary>
    public required IReadOnlyList<GridDescription> Grids { get; init; }

    /// <summary>File, line and column, for messages.</summary>
    public required string Place { get; init; }

    /// <summary>Whether some of its cells look in a direction.</summary>
    /// <param name="absEta">|eta|.</param>
    public bool Covers(double absEta) => Grids.Any(grid => absEta >= grid.EtaLow && absEta < grid.EtaHigh);

    /// <summary>The layer along a direction.</summary>
    /// <param name="absEta">|eta|, above 0 for an end-cap.</param>
    /// <param name="region">Index of the region of cells there.</param>
    public MaterialLayer Along(double absEta, int region) => Stretch.Along(
        Shape, Inner, Outer, absEta, Medium, DepthX0, region);
}

/// <summary>A regular grid of cells within a layer, on both sides of the detector.</summary>
/// <param name="EtaLow">Lower edge in |eta|; 0 for a grid across the middle.</param>
/// <param name="EtaHigh">Upper edge in |eta|.</param>
/// <param name="Width">Width of a cell in eta, to the nearest that divides the grid.</param>
/// <param name="PhiCells">Number around the circle, a power of two.</param>
/// <param name="Noise">Electronic noise of a cell [GeV].</param>
internal sealed record GridDescription(double EtaLow, double EtaHigh, double Width, int PhiCells, double Noise);
