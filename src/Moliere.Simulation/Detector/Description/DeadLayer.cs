using Moliere.Data.Geometry;

namespace Moliere.Simulation.Detector.Description;

/// <summary>Material that nobody reads out.</summary>
/// <param name="Name">Name that a layer can refer to.</param>
/// <param name="Medium">Material.</param>
/// <param name="Shape">Whether depth is radius or |z|.</param>
/// <param name="Inner">Near face [mm].</param>
/// <param name="Outer">Far face [mm].</param>
/// <param name="EtaLow">Lower end in |eta|.</param>
/// <param name="EtaHigh">Upper end in |eta|.</param>
/// <param name="DepthX0">Depth at normal incidence [X0].</param>
/// <param name="Place">File, line and column, for messages.</param>
internal sealed record DeadLayer(
    string Name, CaloMedium Medium, CaloShape Shape, double Inner, double Outer, double EtaLow, double EtaHigh,
    double DepthX0, string Place)
{
    /// <summary>Whether it lies in a direction.</summary>
    /// <param name="absEta">|eta|.</param>
    public bool Covers(double absEta) => absEta >= EtaLow && absEta < EtaHigh;

    /// <summary>The material along a direction.</summary>
    /// <param name="absEta">|eta|, above 0 for an end-cap.</param>
    /// <param name="scale">Factor on its depth.</param>
    /// <param name="ownedX0">Part of it that cells own, along the direction [X0].</param>
    public MaterialLayer Along(double absEta, double scale, double ownedX0)
    {
        MaterialLayer whole = Stretch.Along(Shape, Inner, Outer, absEta, Medium, scale * DepthX0, -1);
        return whole with { DepthX0 = Math.Max(0, whole.DepthX0 - ownedX0) };
    }
}

/// <summary>How a shell or disc looks along a direction from the origin.</summary>
internal static class Stretch
{
    /// <summary>Radii and slanted depth of a layer.</summary>
    /// <param name="shape">Shell or disc.</param>
    /// <param name="inner">Near face [mm].</param>
    /// <param name="outer">Far face [mm].</param>
    /// <param name="absEta">|eta|, above 0 for a disc.</param>
    /// <param name="medium">Material.</param>
    /// <param name="depthX0">Depth at normal incidence [X0].</param>
    /// <param name="region">Index of the region of cells, or -1.</param>
    public static MaterialLayer Along(
        CaloShape shape, double inner, double outer, double absEta, CaloMedium medium, double depthX0, int region)
    {
        bool barrel = shape == CaloShape.Barrel;
        double slant = barrel ? Math.Cosh(absEta) : 1 / Math.Tanh(absEta);
        double toRadius = barrel ? 1 : 1 / Math.Sinh(absEta);
        return new(inner * toRadius, outer * toRadius, medium, depthX0 * slant, region);
    }
}
