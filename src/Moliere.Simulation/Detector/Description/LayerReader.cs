using System.Text.Json;
using Moliere.Data.Geometry;

namespace Moliere.Simulation.Detector.Description;

/// <summary>Reads the layers of a detector file.</summary>
/// <param name="materials">Materials by name.</param>
/// <param name="technologies">Ways to read cells out, by name.</param>
/// <param name="walls">Names of dead materials.</param>
internal sealed class LayerReader(
    IReadOnlyDictionary<string, PureMaterial> materials, IReadOnlyDictionary<string, Technology> technologies,
    IReadOnlyList<string> walls)
{
    private static readonly Dictionary<string, CaloSampling> s_samplings = Enum.GetValues<CaloSampling>()
        .ToDictionary(sampling => JsonNamingPolicy.SnakeCaseLower.ConvertName(sampling.ToString()));

    private readonly Dictionary<string, string> _walls = walls.Distinct().ToDictionary(wall => wall);

    /// <summary>Reads one layer.</summary>
    /// <param name="block">Its keys.</param>
    public LayerDescription Read(DescriptionBlock block)
    {
        _ = block.Only(
            "sampling", "shape", "from", "to", "technology", "absorber", "active", "plate", "depth", "e_over_h",
            "sampling_term", "hadron_sampling_term", "constant_term", "wall_of", "noise", "cells");
        (double inner, double outer) = DetectorReader.Faces(block);
        CaloMedium medium = Medium(block);
        return new()
        {
            Sampling = block.Named("sampling", s_samplings),
            Shape = DetectorReader.Shape(block),
            Inner = inner,
            Outer = outer,
            Technology = block.Named("technology", technologies),
            Medium = medium,
            DepthX0 = block.Has("plate")
                ? Thickness(block.Block("plate")) / medium.RadiationLength : DetectorReader.DepthX0(block, medium),
            WallOf = block.Has("wall_of") ? block.Named("wall_of", _walls) : null,
            Grids = Grids(block),
            Place = block.Place,
        };
    }

    private static double Thickness(DescriptionBlock plate) => plate.Number("thickness", 1e-3, 10_000);

    private CaloMedium Medium(DescriptionBlock block)
    {
        double eOverH = block.Number("e_over_h", 0.5, 5);
        CaloMedium medium;
        if (block.Has("plate"))
        {
            DescriptionBlock plate = block.Block("plate").Only("material", "thickness", "scale");
            medium = CaloMedium.Plate(
                plate.Named("material", materials), Thickness(plate), eOverH, plate.Number("scale", 1e-3, 1e6));
        }
        else
        {
            DescriptionBlock absorber = block.Block("absorber").Only("material", "thickness");
            DescriptionBlock active = block.Block("active").Only("material", "thickness");
            medium = new(
                absorber.Named("material", materials), Thickness(absorber), active.Named("material", materials),
                Thickness(active), eOverH);
        }

        double term = block.Number("sampling_term", 0, 10, medium.SamplingTerm);
        return medium with
        {
            SamplingTerm = term,
            HadronSamplingTerm = block.Number("hadron_sampling_term", 0, 10, term),
            ConstantTerm = block.Number("constant_term", 0, 1, 0),
        };
    }

    private static GridDescription[] Grids(DescriptionBlock layer)
    {
        DescriptionBlock[] blocks = layer.Blocks("cells");
        if (blocks.Length == 0)
        {
            throw layer.Fault("cells", "found none, expected at least one grid.");
        }

        bool isBarrel = DetectorReader.Shape(layer) == CaloShape.Barrel;
        return [.. blocks.Select(block => Grid(block, layer, isBarrel))];
    }

    private static GridDescription Grid(DescriptionBlock block, DescriptionBlock layer, bool isBarrel)
    {
        _ = block.Only("eta", "width", "phi", "noise");
        (double low, double high) = block.Range("eta", 0, 10);
        if (!isBarrel && low == 0)
        {
            throw block.Fault("eta", "an end-cap cannot reach eta = 0; expected a lower end above it.");
        }

        int phi = block.Whole("phi", 1, 4096);
        if (!int.IsPow2(phi))
        {
            throw block.Fault("phi", $"found {phi} cells around the circle, expected a power of two.");
        }

        double noise = (block.Has("noise") ? block : layer).Number("noise", 0, 1000);
        return new(low, high, block.Number("width", 1e-4, Math.Round(high - low, 6)), phi, noise);
    }
}
