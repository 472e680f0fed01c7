namespace Moliere.Data.Geometry;

/// <summary>
/// The calorimeter for |eta| below 1.7: presampler, electromagnetic barrel and end-cap, Tile, gap scintillators and
/// hadronic end-cap, without overlaps between regions.
/// </summary>
/// <source>
/// Physics notes table 5.1 (granularity, radii, structures and noise of the open Lorenzetti description). Where
/// barrel and end-cap meet, and where each Tile compartment ends, are our choice: the real detector overlaps there. As
/// there, the gap scintillators beyond the barrel stand in the crack, in front of the end-cap.
/// </source>
public static class BarrelCalorimeter
{
    /// <summary>Builds the cells.</summary>
    public static CaloGeometry Build() => new(
    [
        Barrel(CaloSampling.PreSampler, 1.5, 0.025, 64, 1440, 1451, 0.090),
        Barrel(CaloSampling.Emb1, 1.4, 0.00325, 64, 1500, 1596, 0.026),
        Barrel(CaloSampling.Emb2, 1.4, 0.025, 256, 1596, 1926, 0.060),
        Barrel(CaloSampling.Emb3, 1.4, 0.05, 256, 1926, 1980, 0.040),
        .. EndCaps(CaloSampling.Eme1, 1.4, 1.7, 0.00325, 64, 3700, 3796, 0.026),
        .. EndCaps(CaloSampling.Eme2, 1.4, 1.7, 0.025, 256, 3796, 4126, 0.060),
        .. EndCaps(CaloSampling.Eme3, 1.4, 1.7, 0.05, 256, 4126, 4180, 0.040),
        .. Sides(CaloShape.Barrel, CaloSampling.TileGap, 1.0, 1.4, 0.1, 64, 2250, 2262, 0.020),
        .. EndCaps(CaloSampling.TileGap, 1.4, 1.6, 0.1, 64, 3620, 3632, 0.020),
        Barrel(CaloSampling.TileA, 1.5, 0.1, 64, 2280, 2680, 0.020),
        Barrel(CaloSampling.TileBC, 1.4, 0.1, 64, 2680, 3780, 0.020),
        Barrel(CaloSampling.TileD, 1.2, 0.2, 64, 3780, 4280, 0.020),
        .. EndCaps(CaloSampling.Hec1, 1.5, 1.7, 0.1, 64, 4270, 4459, 0.250),
        .. EndCaps(CaloSampling.Hec2, 1.5, 1.7, 0.1, 64, 4459, 4795, 0.400),
        .. EndCaps(CaloSampling.Hec3, 1.5, 1.7, 0.1, 64, 4795, 5731, 0.250),
    ]);

    private static CaloRegion Barrel(
        CaloSampling sampling, double etaMax, double width, int phiBins, double inner, double outer, double noise) =>
        Region(sampling, CaloShape.Barrel, -etaMax, etaMax, width, phiBins, inner, outer, noise);

    private static CaloRegion[] EndCaps(
        CaloSampling sampling, double low, double high, double width, int phiBins, double inner, double outer,
        double noise) =>
        Sides(CaloShape.EndCap, sampling, low, high, width, phiBins, inner, outer, noise);

    private static CaloRegion[] Sides(
        CaloShape shape, CaloSampling sampling, double low, double high, double width, int phiBins, double inner,
        double outer, double noise) =>
    [
        Region(sampling, shape, -high, -low, width, phiBins, inner, outer, noise),
        Region(sampling, shape, low, high, width, phiBins, inner, outer, noise),
    ];

    private static CaloRegion Region(
        CaloSampling sampling, CaloShape shape, double low, double high, double width, int phiBins, double inner,
        double outer, double noise) => new()
        {
            Sampling = sampling,
            Shape = shape,
            EtaMin = low,
            EtaMax = high,
            EtaBins = (int)Math.Round((high - low) / width),
            PhiBins = phiBins,
            Inner = inner,
            Outer = outer,
            ElectronicNoise = noise,
        };
}
