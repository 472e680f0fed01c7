namespace Moliere.Simulation.Detector;

/// <summary>A stretch of one medium along a direction from the origin.</summary>
/// <param name="Begin">Perpendicular radius where it begins [mm].</param>
/// <param name="End">Perpendicular radius where it ends [mm].</param>
/// <param name="Medium">Material.</param>
/// <param name="DepthX0">Depth along the direction [X0].</param>
/// <param name="Region">Index of the region of cells that reads it out, or -1 for dead material.</param>
internal readonly record struct MaterialLayer(
    double Begin, double End, CaloMedium Medium, double DepthX0, int Region);
