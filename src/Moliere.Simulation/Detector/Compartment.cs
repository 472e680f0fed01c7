using Moliere.Data.Geometry;

namespace Moliere.Simulation.Detector;

/// <summary>What one sampling is made of.</summary>
/// <param name="Medium">Effective medium.</param>
/// <param name="DepthX0">Depth at normal incidence [X0].</param>
internal sealed record Compartment(CaloMedium Medium, double DepthX0);

/// <summary>The compartments of the calorimeter, one per sampling.</summary>
/// <source>
/// Physics notes table 5.1: plates of the open Lorenzetti description, and its depth column where it gives one. The
/// presampler has no plates of its own: like the experiment, which scales its signal by a sampling fraction near 0.05,
/// we count the last part of the wall in front of it as its absorber. A gap scintillator is a single plate; its true
/// deposit is what it holds itself, a hundredth of its signal.
/// </source>
internal sealed class CompartmentTable
{
    /// <summary>
    /// Aluminium in front of the presampler that belongs to its cells [mm]; about one radiation length.
    /// </summary>
    public const double PresamplerWall = 89;

    private const double GapThickness = 12; // mm

    // Signal at EM scale per energy in the scintillator, and where each kind ends in |eta|: cells E1 to E4 of the
    // public ATLAS code, TileConditions/TileInfoLoader (EmScaleE1 to EmScaleE4).
    private static readonly (double End, double Scale)[] GapScales =
        [(1.1, 125), (1.2, 107), (1.4, 97), (double.PositiveInfinity, 75)];

    private readonly (double End, Compartment Cell)[] _gap;
    private readonly Compartment[] _table = new Compartment[Enum.GetValues<CaloSampling>().Length];

    /// <summary>Makes the compartments with the e/h ratios of the options.</summary>
    /// <param name="options">Detector.</param>
    public CompartmentTable(DetectorOptions options)
    {
        double argon = options.LiquidArgonEOverH, tile = options.TileEOverH, hec = options.HadronicEndCapEOverH;
        PureMaterial lead = PureMaterial.Lead, iron = PureMaterial.Iron, copper = PureMaterial.Copper;
        PureMaterial lar = PureMaterial.LiquidArgon, plastic = PureMaterial.Polystyrene, wall = PureMaterial.Aluminium;
        ByThickness(CaloSampling.PreSampler, new(wall, PresamplerWall, lar, 11, argon), PresamplerWall + 11);
        ByX0(CaloSampling.Emb1, new(lead, 1.51, lar, 4.49, argon), 4.3);
        ByX0(CaloSampling.Emb2, new(lead, 1.7, lar, 4.3, argon), 16);
        ByX0(CaloSampling.Emb3, new(lead, 1.7, lar, 4.3, argon), 2);
        ByX0(CaloSampling.Eme1, new(lead, 2.27, lar, 3.73, argon), 4.4); // the three share about 24 X0
        ByX0(CaloSampling.Eme2, new(lead, 2.27, lar, 3.73, argon), 17.4);
        ByX0(CaloSampling.Eme3, new(lead, 2.41, lar, 3.59, argon), 2.2);
        ByLambda(CaloSampling.TileA, new(iron, 60, plastic, 40, tile), 1.5);
        ByLambda(CaloSampling.TileBC, new(iron, 62, plastic, 38, tile), 4.1);
        ByLambda(CaloSampling.TileD, new(iron, 62, plastic, 38, tile), 1.8);
        _gap = [.. GapScales.Select(g => (g.End, Gap(CaloMedium.Plate(plastic, GapThickness, tile, g.Scale))))];
        ByThickness(CaloSampling.Hec1, new(copper, 12.5, lar, 8.5, hec), 9 * 21);
        ByThickness(CaloSampling.Hec2, new(copper, 12.5, lar, 8.5, hec), 16 * 21);
        ByThickness(CaloSampling.Hec3, new(copper, 50, lar, 8.5, hec), 16 * 58.5);
    }

    /// <summary>The compartment of a sampling, somewhere in it.</summary>
    /// <param name="sampling">Any sampling.</param>
    public Compartment this[CaloSampling sampling] => Of(sampling, 0);

    /// <summary>The compartment of a sampling in a direction; only the gap scintillators depend on it.</summary>
    /// <param name="sampling">Any sampling.</param>
    /// <param name="absEta">|eta|.</param>
    public Compartment Of(CaloSampling sampling, double absEta) =>
        sampling == CaloSampling.TileGap ? _gap.First(g => absEta < g.End).Cell : _table[(int)sampling];

    private static Compartment Gap(CaloMedium medium) => new(medium, GapThickness / medium.RadiationLength);

    private void ByX0(CaloSampling sampling, CaloMedium medium, double depth) =>
        _table[(int)sampling] = new(medium, depth);

    private void ByLambda(CaloSampling sampling, CaloMedium medium, double depth) =>
        ByX0(sampling, medium, depth * medium.InteractionLength / medium.RadiationLength);

    private void ByThickness(CaloSampling sampling, CaloMedium medium, double thickness) =>
        ByX0(sampling, medium, thickness / medium.RadiationLength);
}
