using Moliere.Data.Geometry;

namespace Moliere.Simulation.Detector;

/// <summary>
/// The detector as all workers share it: cells and the material in front of and between them. Immutable.
/// </summary>
/// <source>Physics notes 5.1: cells and passive material of the ATLAS calorimeter.</source>
public sealed class DetectorModel
{
    /// <summary>Computes the material along every direction; takes some milliseconds.</summary>
    /// <param name="geometry">Cells; every region needs a power of two, at least 64, of cells in phi.</param>
    /// <param name="options">Detector.</param>
    public DetectorModel(CaloGeometry geometry, DetectorOptions options)
    {
        (Geometry, Options) = (geometry, options);
        Paths = new PathTable(geometry, options);
    }

    /// <summary>Cells.</summary>
    public CaloGeometry Geometry { get; }

    /// <summary>Options the model was made with.</summary>
    public DetectorOptions Options { get; }

    /// <summary>Material by direction.</summary>
    internal PathTable Paths { get; }
}
