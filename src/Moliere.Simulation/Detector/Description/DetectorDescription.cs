using Moliere.Data.Geometry;

namespace Moliere.Simulation.Detector.Description;

/// <summary>
/// A detector as data: layers of cells, dead material, tracker volume, read-out. Immutable; read from a file that a
/// user can edit, checked for contradictions, and turned into cells by <see cref="BuildGeometry"/>.
/// </summary>
/// <source>Physics notes 5.1 to 5.3 and ATLAS, JINST 3 (2008) S08003, line by line in the default file.</source>
public sealed record DetectorDescription
{
    private const string DefaultName = "atlas-like";

    private static readonly Lazy<DetectorDescription> s_default =
        new(() => Parse(DefaultText, $"{DefaultName}.yaml"));

    internal DetectorDescription()
    {
    }

    /// <summary>The shipped detector: the whole calorimeter, |eta| below 4.9.</summary>
    public static DetectorDescription Default => s_default.Value;

    /// <summary>The file of the shipped detector, with its comments: a beginning for one's own.</summary>
    public static string DefaultText
    {
        get
        {
            using Stream stream =
                typeof(DetectorDescription).Assembly.GetManifestResourceStream($"detector.{DefaultName}")!;
            return new StreamReader(stream).ReadToEnd();
        }
    }

    /// <summary>Name of the detector, for run records.</summary>
    public required string Name { get; init; }

    /// <summary>Factors on everything below.</summary>
    public required ResponseFactors Response { get; init; }

    /// <summary>Solenoid field along the beam [tesla].</summary>
    public required double FieldTesla { get; init; }

    /// <summary>Radius inside which the field bends charged particles [mm].</summary>
    public required double TrackerRadius { get; init; }

    /// <summary>|z| inside which the field bends charged particles [mm].</summary>
    public required double TrackerHalfLength { get; init; }

    /// <summary>Largest |eta| that some cell looks at.</summary>
    public double EtaMax => Layers.Max(layer => layer.Grids.Max(grid => grid.EtaHigh));

    /// <summary>Layers that are read out, in the order of the file.</summary>
    internal IReadOnlyList<LayerDescription> Layers { get; init; } = [];

    /// <summary>Material that is not.</summary>
    internal IReadOnlyList<DeadLayer> DeadLayers { get; init; } = [];

    /// <summary>Reads a detector file.</summary>
    /// <param name="path">A YAML file.</param>
    /// <exception cref="DetectorFileException">
    /// The text is no YAML or describes no possible detector: the sentence has file, line, column, what was found and
    /// what was expected.
    /// </exception>
    public static DetectorDescription Read(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads the text of a detector file.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="origin">File name for messages.</param>
    /// <exception cref="DetectorFileException">As for <see cref="Read"/>.</exception>
    public static DetectorDescription Parse(string text, string origin) => DetectorReader.Read(text, origin);

    /// <summary>The same detector with further factors on top of its own.</summary>
    /// <param name="factors">Multiply <see cref="Response"/>.</param>
    public DetectorDescription With(ResponseFactors factors) => this with { Response = Response.Times(factors) };

    /// <summary>The cells, with the noise that the response asks for; regions in the order of the layers.</summary>
    public CaloGeometry BuildGeometry() => new([.. Layers.SelectMany(RegionsOf)]);

    /// <summary>The layer of every region of <see cref="BuildGeometry"/>.</summary>
    internal LayerDescription[] LayersByRegion() =>
        [.. Layers.SelectMany(layer => RegionsOf(layer).Select(_ => layer with
        {
            Medium = layer.Medium.ScaledBy(Response),
        }))];

    /// <summary>All |eta| where something begins or ends.</summary>
    internal IEnumerable<double> Edges() => Layers.SelectMany(layer => layer.Grids)
        .SelectMany(grid => new[] { grid.EtaLow, grid.EtaHigh })
        .Concat(DeadLayers.SelectMany(layer => new[] { layer.EtaLow, layer.EtaHigh }));

    private IEnumerable<CaloRegion> RegionsOf(LayerDescription layer)
    {
        foreach (GridDescription grid in layer.Grids)
        {
            if (grid.EtaLow == 0)
            {
                yield return Region(layer, grid, -grid.EtaHigh, grid.EtaHigh);
            }
            else
            {
                yield return Region(layer, grid, -grid.EtaHigh, -grid.EtaLow);
                yield return Region(layer, grid, grid.EtaLow, grid.EtaHigh);
            }
        }
    }

    private CaloRegion Region(LayerDescription layer, GridDescription grid, double low, double high) => new()
    {
        Sampling = layer.Sampling,
        Shape = layer.Shape,
        EtaMin = low,
        EtaMax = high,
        EtaBins = (int)Math.Round((high - low) / grid.Width),
        PhiBins = grid.PhiCells,
        Inner = layer.Inner,
        Outer = layer.Outer,
        ElectronicNoise = grid.Noise * Response.Noise,
    };
}
