using Moliere.Data.Geometry;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Simulation.Detector;

/// <summary>
/// The detector as all workers share it: cells and the material in front of and between them. Immutable.
/// </summary>
/// <source>Physics notes 5.1: cells and passive material of the ATLAS calorimeter.</source>
public sealed class DetectorModel
{
    /// <summary>Computes the material along every direction; takes some milliseconds.</summary>
    /// <param name="description">Detector with its response factors.</param>
    public DetectorModel(DetectorDescription description)
    {
        (Description, Geometry) = (description, description.BuildGeometry());
        LayerDescription[] layers = description.LayersByRegion();
        Technologies = [.. layers.Select(layer => layer.Technology)];
        Paths = new PathTable(Geometry, layers, description.DeadLayers, description.Response.DeadMaterial);
        Faces = new CaloFaces(description);
    }

    /// <summary>Cells.</summary>
    public CaloGeometry Geometry { get; }

    /// <summary>What the model was made from.</summary>
    public DetectorDescription Description { get; }

    /// <summary>How the cells of every region are read out.</summary>
    internal Technology[] Technologies { get; }

    /// <summary>Material by direction.</summary>
    internal PathTable Paths { get; }

    /// <summary>Where particles enter.</summary>
    internal CaloFaces Faces { get; }
}
