namespace Moliere.Simulation.Detector;

/// <summary>A thin slice of the material along one direction; depths count from the origin.</summary>
internal readonly record struct PathSlice
{
    /// <summary>Index of the region of cells that reads the slice out, or -1.</summary>
    public required int Region { get; init; }

    /// <summary>Whether the next slice belongs to another layer.</summary>
    public required bool EndsLayer { get; init; }

    /// <summary>Material.</summary>
    public required CaloMedium Medium { get; init; }

    /// <summary>Depth at the near face [X0].</summary>
    public required double X0Begin { get; init; }

    /// <summary>Depth at the far face [X0].</summary>
    public required double X0End { get; init; }

    /// <summary>Depth at the near face [interaction lengths].</summary>
    public required double LambdaBegin { get; init; }

    /// <summary>Depth at the far face [interaction lengths].</summary>
    public required double LambdaEnd { get; init; }

    /// <summary>Perpendicular radius of the near face [mm].</summary>
    public required double RadiusBegin { get; init; }

    /// <summary>Perpendicular radius of the far face [mm].</summary>
    public required double RadiusEnd { get; init; }
}

/// <summary>
/// The material along one direction, in order, cut into slices that a shower fills one after the other.
/// </summary>
internal sealed class CaloPath
{
    /// <summary>Cuts layers into slices.</summary>
    /// <param name="layers">In order of distance.</param>
    /// <param name="shower">Medium whose constants shape electromagnetic showers on this path.</param>
    public CaloPath(IReadOnlyList<MaterialLayer> layers, CaloMedium shower)
    {
        ShowerMedium = shower;
        var slices = new List<PathSlice>();
        double x0 = 0, lambda = 0;
        foreach (MaterialLayer layer in layers.Where(layer => layer.DepthX0 > 0))
        {
            double layerLambda = layer.DepthX0 * layer.Medium.RadiationLength / layer.Medium.InteractionLength;
            Cut(slices, layer, x0, lambda, layerLambda);
            x0 += layer.DepthX0;
            lambda += layerLambda;
        }

        Slices = [.. slices];
    }

    /// <summary>Slices in order of depth.</summary>
    public PathSlice[] Slices { get; }

    /// <summary>
    /// Medium whose constants shape electromagnetic showers here: that of the electromagnetic middle layer.
    /// </summary>
    public CaloMedium ShowerMedium { get; }

    /// <summary>Index of the slice that contains a depth, or the number of slices when it lies behind all.</summary>
    /// <param name="depthX0">Depth from the origin [X0].</param>
    public int AtX0(double depthX0)
    {
        int i = 0;
        while (i < Slices.Length && Slices[i].X0End <= depthX0)
        {
            i++;
        }

        return i;
    }

    /// <summary>Index of the slice that contains a depth, or the number of slices when it lies behind all.</summary>
    /// <param name="depthLambda">
    /// Depth from the origin [interaction lengths]; a depth on a face belongs to the nearer slice.
    /// </param>
    public int AtLambda(double depthLambda)
    {
        int i = 0;
        while (i < Slices.Length && Slices[i].LambdaEnd < depthLambda)
        {
            i++;
        }

        return i;
    }

    /// <summary>Depths of a place along the path, 0 in front of all material.</summary>
    /// <param name="radius">Perpendicular radius [mm].</param>
    /// <param name="depthX0">[X0].</param>
    /// <param name="depthLambda">[interaction lengths].</param>
    /// <returns>False when the place lies behind everything.</returns>
    public bool TryDepthAt(double radius, out double depthX0, out double depthLambda)
    {
        foreach (ref readonly PathSlice slice in Slices.AsSpan())
        {
            if (slice.RadiusEnd > radius)
            {
                double share = Math.Max(0, (radius - slice.RadiusBegin) / (slice.RadiusEnd - slice.RadiusBegin));
                depthX0 = slice.X0Begin + (share * (slice.X0End - slice.X0Begin));
                depthLambda = slice.LambdaBegin + (share * (slice.LambdaEnd - slice.LambdaBegin));
                return true;
            }
        }

        (depthX0, depthLambda) = (0, 0);
        return false;
    }

    // At most 2 X0 and a quarter of an interaction length each, so that a slice is thin for both kinds of shower.
    private static void Cut(
        List<PathSlice> slices, in MaterialLayer layer, double x0, double lambda, double layerLambda)
    {
        double byX0 = layer.Medium.RadiationLength < 21 ? layer.DepthX0 / 2 : 0; // only lead is finely cut
        int count = Math.Max(1, (int)Math.Ceiling(Math.Max(byX0, layerLambda / 0.25)));
        for (int i = 0; i < count; i++)
        {
            double low = (double)i / count, high = (i + 1.0) / count, thickness = layer.End - layer.Begin;
            slices.Add(new()
            {
                Region = layer.Region,
                EndsLayer = i == count - 1,
                Medium = layer.Medium,
                X0Begin = x0 + (low * layer.DepthX0),
                X0End = x0 + (high * layer.DepthX0),
                LambdaBegin = lambda + (low * layerLambda),
                LambdaEnd = lambda + (high * layerLambda),
                RadiusBegin = layer.Begin + (low * thickness),
                RadiusEnd = layer.Begin + (high * thickness),
            });
        }
    }
}
