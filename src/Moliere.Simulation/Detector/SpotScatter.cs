using Moliere.Data.Geometry;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Detector;

/// <summary>Direction of a shower from the origin.</summary>
/// <param name="Eta">Pseudorapidity.</param>
/// <param name="Phi">Azimuth [rad]; not wrapped.</param>
internal readonly record struct ShowerAxis(double Eta, double Phi);

/// <summary>Spreads the energy of a slice over cells as spots drawn from a lateral profile.</summary>
internal sealed class SpotScatter
{
    // The profile 2 r R²/(r²+R²)² never ends; 0.5 % of it lies beyond 14 R, where a real shower has nothing.
    private const double LargestQuantile = 0.995;
    private const double PerWord = 1.0 / (1L << 32);
    private const int Directions = 1024; // finer than any cell as seen from a shower axis

    private readonly CellGrid[] _grids;
    private readonly CellDeposits _cells;
    private readonly double _samplingScale;
    private readonly (float Sin, float Cos)[] _directions = new (float Sin, float Cos)[Directions];

    /// <summary>Prepares the grids.</summary>
    /// <param name="geometry">Cells.</param>
    /// <param name="options">Detector.</param>
    /// <param name="cells">Receives the spots.</param>
    public SpotScatter(CaloGeometry geometry, DetectorOptions options, CellDeposits cells)
    {
        _grids = [.. geometry.Regions.Select(r => new CellGrid(r))];
        (_cells, _samplingScale) = (cells, options.SamplingScale);
        for (int i = 0; i < Directions; i++)
        {
            _directions[i] = MathF.SinCos((i + 0.5f) * (2 * MathF.PI / Directions));
        }
    }

    /// <summary>
    /// Scatters energy about the axis; spots outside the region of the slice are lost in the crack.
    /// </summary>
    /// <param name="slice">Where along the axis.</param>
    /// <param name="axis">Direction.</param>
    /// <param name="radial">Lateral profile.</param>
    /// <param name="deposit">True energy [GeV].</param>
    /// <param name="signal">Mean signal [GeV]; sampling fluctuations come on top.</param>
    /// <param name="spots">At least 1.</param>
    /// <param name="rng">Stream.</param>
    public void Scatter(
        in PathSlice slice, ShowerAxis axis, in RadialProfile radial, double deposit, double signal, int spots,
        ref Rng rng)
    {
        ref readonly CellGrid grid = ref _grids[slice.Region];
        double sampled = Sample(slice.Medium, signal, ref rng);
        float spotDeposit = (float)(slice.Medium.IsPlate ? deposit / signal * sampled / spots : deposit / spots);
        float spotSignal = (float)(slice.Medium.SignalScale * sampled / spots);
        double thickness = slice.RadiusEnd - slice.RadiusBegin;
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
            int cell = grid.CellAt(axis.Eta + (perRadius * cos), axis.Phi + (perRadius * sin));
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
        int cell = _grids[slice.Region].CellAt(axis.Eta, axis.Phi);
        if (cell >= 0)
        {
            _cells.Add(cell, (float)(slice.Medium.SignalScale * signal), (float)deposit);
        }
    }

    // A gamma variate of mean E and variance a² E: additive over slices, as a count of sampled tracks is.
    private double Sample(CaloMedium medium, double signal, ref Rng rng)
    {
        double quantum = _samplingScale * _samplingScale * medium.SamplingTerm * medium.SamplingTerm;
        return quantum > 0 && signal > 0 ? quantum * Distributions.Gamma(signal / quantum, ref rng) : signal;
    }

    private static double Uniform(uint word) => (word + 0.5) * PerWord;
}
