using Moliere.Data.Geometry;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Detector;

/// <summary>Spreads the energy of a slice over cells as spots drawn from a lateral profile.</summary>
internal sealed class SpotScatter
{
    // The profile 2 r R²/(r²+R²)² never ends; 0.5 % of it lies beyond 14 R, where a real shower has nothing.
    private const double LargestQuantile = 0.995;
    private const double PerWord = 1.0 / (1L << 32);
    private const int Directions = 1024; // finer than any cell as seen from a shower axis

    private readonly CellGrid[] _grids;
    private readonly CellGrid[][] _continued;
    private readonly CellDeposits _cells;
    private readonly (float Sin, float Cos)[] _directions = new (float Sin, float Cos)[Directions];

    /// <summary>Prepares the grids.</summary>
    /// <param name="geometry">Cells.</param>
    /// <param name="cells">Receives the spots.</param>
    public SpotScatter(CaloGeometry geometry, CellDeposits cells)
    {
        _grids = [.. geometry.Regions.Select(r => new CellGrid(r))];
        _continued = [.. geometry.Regions.Select(
            r => geometry.Regions.Where(other => Continues(r, other)).Select(other => new CellGrid(other)).ToArray())];
        _cells = cells;
        for (int i = 0; i < Directions; i++)
        {
            _directions[i] = MathF.SinCos((i + 0.5f) * (2 * MathF.PI / Directions));
        }
    }

    /// <summary>
    /// Scatters energy about the axis; spots outside the layer of the slice are lost in the crack.
    /// </summary>
    /// <param name="slice">Where along the axis.</param>
    /// <param name="axis">Direction.</param>
    /// <param name="radial">Lateral profile.</param>
    /// <param name="deposit">True energy [GeV].</param>
    /// <param name="signal">Mean signal [GeV]; sampling fluctuations come on top.</param>
    /// <param name="samplingTerm">Their a in sigma/E = a/sqrt(E/GeV).</param>
    /// <param name="spots">At least 1.</param>
    /// <param name="rng">Stream.</param>
    public void Scatter(
        in PathSlice slice, ShowerAxis axis, in RadialProfile radial, double deposit, double signal,
        double samplingTerm, int spots, ref Rng rng)
    {
        ref readonly CellGrid grid = ref _grids[slice.Region];
        double sampled = Sample(samplingTerm, signal * (1 + (slice.Medium.ConstantTerm * axis.ScaleShift)), ref rng);
        float spotDeposit = (float)(slice.Medium.IsPlate ? deposit / signal * sampled / spots : deposit / spots);
        float spotSignal = (float)(slice.Medium.SignalScale * sampled / spots);
        double thickness = slice.RadiusEnd - slice.RadiusBegin;
        (double eta, double phi) = axis.At(slice.RadiusBegin + (thickness / 2));
        var words = new SplitMix(ref rng);
        for (int i = 0; i < spots; i++)
        {
            ulong first = words.Next(), second = words.Next();
            double u = Uniform((uint)first) * LargestQuantile;
            double scale = Uniform((uint)(first >> 32)) < radial.CoreWeight ? radial.Core : radial.Tail;
            double r = scale * Math.Sqrt(u / (1 - u));
            (float sin, float cos) = _directions[second & (Directions - 1)];
            double perRadius = r / (slice.RadiusBegin + (thickness * Uniform((uint)(second >> 32))));

            // A step d across the axis turns eta and phi by d over the perpendicular radius, to first order.
            int cell = grid.CellAt(eta + (perRadius * cos), phi + (perRadius * sin));
            cell = cell >= 0 ? cell : CellBeyond(slice.Region, eta + (perRadius * cos), phi + (perRadius * sin));
            if (cell >= 0)
            {
                _cells.Add(cell, spotSignal, spotDeposit);
            }
        }
    }

    /// <summary>Puts energy into the one cell on the axis.</summary>
    /// <param name="slice">Where along the axis.</param>
    /// <param name="axis">Direction.</param>
    /// <param name="deposit">True energy [GeV].</param>
    /// <param name="signal">Signal [GeV], not fluctuated any more.</param>
    public void OnAxis(in PathSlice slice, ShowerAxis axis, double deposit, double signal)
    {
        (double eta, double phi) = axis.At((slice.RadiusBegin + slice.RadiusEnd) / 2);
        int cell = _grids[slice.Region].CellAt(eta, phi);
        cell = cell >= 0 ? cell : CellBeyond(slice.Region, eta, phi);
        if (cell >= 0)
        {
            _cells.Add(cell, (float)(slice.Medium.SignalScale * signal), (float)deposit);
        }
    }

    // The next grid of the same layer: of one shape, at one depth, meeting at an edge in eta.
    private static bool Continues(CaloRegion region, CaloRegion other) => other.Shape == region.Shape
        && Math.Min(region.Outer, other.Outer) > Math.Max(region.Inner, other.Inner)
        && (Math.Abs(region.EtaMax - other.EtaMin) < 1e-9 || Math.Abs(region.EtaMin - other.EtaMax) < 1e-9);

    private int CellBeyond(int region, double eta, double phi)
    {
        foreach (CellGrid grid in _continued[region])
        {
            if (grid.CellAt(eta, phi) is >= 0 and int cell)
            {
                return cell;
            }
        }

        return -1;
    }

    // A gamma variate of mean E and variance a² E: additive over slices, as a count of sampled tracks is.
    private static double Sample(double samplingTerm, double signal, ref Rng rng)
    {
        double quantum = samplingTerm * samplingTerm;
        return quantum > 0 && signal > 0 ? quantum * Distributions.Gamma(signal / quantum, ref rng) : signal;
    }

    private static double Uniform(uint word) => (word + 0.5) * PerWord;
}
