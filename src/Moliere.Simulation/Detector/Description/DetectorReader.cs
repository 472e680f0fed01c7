using Moliere.Data.Geometry;
using Moliere.Simulation.Pileup;

namespace Moliere.Simulation.Detector.Description;

/// <summary>Turns the blocks of a detector file into a description.</summary>
internal static class DetectorReader
{
    private const double LargestLength = 20_000; // of a detector hall [mm]

    private static readonly Dictionary<string, CaloShape> s_shapes =
        new() { ["barrel"] = CaloShape.Barrel, ["end_cap"] = CaloShape.EndCap };

    /// <summary>Reads and checks a whole file.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="origin">File name for messages.</param>
    /// <exception cref="DetectorFileException">The text describes no possible detector.</exception>
    public static DetectorDescription Read(string text, string origin)
    {
        DescriptionBlock file = DescriptionBlock.Read(text, origin)
            .Only("name", "response", "tracker", "technologies", "materials", "dead_material", "layers");
        var materials = Each(file.Block("materials"), Material);
        var technologies = Each(file.Block("technologies"), ReadTechnology);
        DeadLayer[] dead = file.Has("dead_material")
            ? [.. file.Blocks("dead_material").Select(block => ReadDead(block, materials))] : [];
        var layers = new LayerReader(materials, technologies, [.. dead.Select(layer => layer.Name)]);
        DescriptionBlock tracker = file.Block("tracker").Only("field", "radius", "half_length");
        var description = new DetectorDescription
        {
            Name = file.Text("name"),
            Response = file.Has("response") ? Response(file.Block("response")) : new(),
            FieldTesla = tracker.Number("field", 0, 10),
            TrackerRadius = tracker.Number("radius", 1, LargestLength),
            TrackerHalfLength = tracker.Number("half_length", 1, LargestLength),
            DeadLayers = dead,
            Layers = [.. file.Blocks("layers").Select(layers.Read)],
        };
        DetectorRules.Check(description, origin);
        return description;
    }

    /// <summary>Barrel or end-cap.</summary>
    internal static CaloShape Shape(DescriptionBlock block) => block.Named("shape", s_shapes);

    /// <summary>Near and far face, the first below the second [mm].</summary>
    internal static (double Inner, double Outer) Faces(DescriptionBlock block)
    {
        double inner = block.Number("from", 1, LargestLength), outer = block.Number("to", 1, LargestLength);
        return inner < outer
            ? (inner, outer) : throw block.Fault("to", $"found {outer}, expected more than 'from', which is {inner}.");
    }

    /// <summary>Depth at normal incidence in radiation lengths, from whichever unit is written.</summary>
    internal static double DepthX0(DescriptionBlock layer, CaloMedium medium)
    {
        DescriptionBlock depth = layer.Block("depth").Only("x0", "lambda", "length");
        string unit = depth.Keys.Count() == 1
            ? depth.Keys.Single() : throw layer.Fault("depth", "expected one of x0, lambda, length.");
        double value = depth.Number(unit, 1e-6, 10_000);
        return unit switch
        {
            "x0" => value,
            "lambda" => value * medium.InteractionLength / medium.RadiationLength,
            _ => value / medium.RadiationLength,
        };
    }

    private static Dictionary<string, T> Each<T>(DescriptionBlock block, Func<DescriptionBlock, T> read) =>
        block.Keys.ToDictionary(key => key, key => read(block.Block(key)), StringComparer.Ordinal);

    private static PureMaterial Material(DescriptionBlock block)
    {
        _ = block.Only("z", "a", "density", "x0", "lambda", "dedx");
        return new(
            block.Number("z", 1, 120), block.Number("a", 1, 300), block.Number("density", 1e-6, 30),
            block.Number("x0", 0.1, 200), block.Number("lambda", 1, 1000), block.Number("dedx", 0.1, 10));
    }

    private static Technology ReadTechnology(DescriptionBlock block)
    {
        DescriptionBlock time = block.Only("time", "first_crossing", "pulse").Block("time")
            .Only("noise", "stochastic", "constant");
        int first = block.Whole("first_crossing", -100, 0);
        double[] pulse = block.Numbers("pulse", -10, 10);
        return pulse.Length > -first
            ? new(
                time.Number("noise", 0, 1000), time.Number("stochastic", 0, 1000), time.Number("constant", 0, 1000),
                new PulseShape(first, [.. pulse.Select(weight => (float)weight)]))
            : throw block.Fault("pulse", $"found {pulse.Length} weights from crossing {first}, expected 0 among them.");
    }

    private static DeadLayer ReadDead(DescriptionBlock block, Dictionary<string, PureMaterial> materials)
    {
        _ = block.Only("name", "material", "shape", "from", "to", "eta", "depth");
        var medium = CaloMedium.Dead(block.Named("material", materials));
        (double inner, double outer) = Faces(block);
        (double low, double high) = block.Range("eta", 0, 10);
        return new(
            block.Text("name"), medium, Shape(block), inner, outer, low, high, DepthX0(block, medium), block.Place);
    }

    private static ResponseFactors Response(DescriptionBlock block)
    {
        _ = block.Only("noise", "e_over_h", "sampling", "dead_material");
        return new()
        {
            Noise = block.Number("noise", 0, 10, 1),
            EOverH = block.Number("e_over_h", 0.5, 2, 1),
            Sampling = block.Number("sampling", 0, 5, 1),
            DeadMaterial = block.Number("dead_material", 0, 3, 1),
        };
    }
}
