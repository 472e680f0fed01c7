using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Reconstruction.TopoClusters;

/// <summary>Small calorimeters with cells of eta width 0.1 around eta = 0, and events with chosen signals.</summary>
internal static class ToyCalorimeter
{
    public static CaloRegion Barrel(
        CaloSampling sampling, int etaBins, int phiBins, double inner, double outer) => new()
        {
            Sampling = sampling,
            Shape = CaloShape.Barrel,
            EtaMin = etaBins > 6 ? -0.3 : -0.05 * etaBins,
            EtaMax = etaBins > 6 ? 0.3 : 0.05 * etaBins,
            EtaBins = etaBins,
            PhiBins = phiBins,
            Inner = inner,
            Outer = outer,
            ElectronicNoise = 0.1,
        };

    /// <summary>Three rows of 64 middle-layer cells between the radii 900 and 1100 mm.</summary>
    public static CaloGeometry OneLayer() => new([Barrel(CaloSampling.Emb2, 3, 64, 900, 1100)]);

    public static float[] Noise(CaloGeometry geometry) =>
        [.. Enumerable.Range(0, geometry.CellCount).Select(c => (float)geometry.RegionOf(c).ElectronicNoise)];

    public static CalorimeterEvent Event(CaloGeometry geometry, params (int Cell, float Energy)[] signals)
    {
        var calorimeterEvent = new CalorimeterEvent(geometry);
        foreach ((int cell, float energy) in signals)
        {
            calorimeterEvent.Energy[cell] = energy;
        }

        return calorimeterEvent;
    }

    public static CalorimeterEvent NoiseEvent(CaloGeometry geometry, float[] noise, ulong seed, ulong number)
    {
        var calorimeterEvent = new CalorimeterEvent(geometry);
        var rng = new Rng(seed, "noise", number);
        for (int cell = 0; cell < noise.Length; cell++)
        {
            calorimeterEvent.Energy[cell] = (float)(noise[cell] * rng.NextGaussian());
        }

        return calorimeterEvent;
    }

    /// <summary>Adds falling deposits around random directions, a rough picture of pile-up particles.</summary>
    public static void AddParticles(CalorimeterEvent target, CellNeighbours neighbours, int count, ulong seed)
    {
        var rng = new Rng(seed, "particles", (ulong)target.Number);
        for (int i = 0; i < count; i++)
        {
            int cell = rng.NextInt(target.Geometry.CellCount);
            float energy = (float)Distributions.Exponential(0.8, ref rng);
            target.Energy[cell] += energy;
            foreach (int other in neighbours.Of(cell))
            {
                target.Energy[other] += energy * 0.1f;
            }
        }
    }
}
