using Moliere.Data.Geometry;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.BeamInduced;

namespace Moliere.Simulation.Detector;

/// <summary>
/// Deposits a muon that crosses the barrel parallel to the beam: a row of cells with ionisation, and one
/// electromagnetic shower along the beam where it radiates, each with the time at which the muon is there. Belongs to
/// one worker.
/// </summary>
/// <remarks>
/// Layers of the end-caps are left out, as is the shower of a loss that would begin behind the barrel.
/// </remarks>
/// <source>
/// Depth and width of the shower: Grindhammer and Peters, hep-ex/0001020; direction and time: ATLAS, JINST 8 (2013)
/// P07004 (arXiv:1303.0223), section 2.
/// </source>
internal sealed class BeamMuonPassage(DetectorModel detector)
{
    private const double Step = 30; // mm along the beam: a radiation length, a ninth of the narrowest cell
    private const double SmallestEnergy = 0.001; // GeV: far below any noise
    private const double LargestQuantile = 0.995; // the radial profile never ends

    private readonly CellGrid[] _grids = [.. detector.Geometry.Regions.Select(region => new CellGrid(region))];
    private readonly bool[] _isBarrel =
        [.. detector.Geometry.Regions.Select(region => region.Shape == CaloShape.Barrel)];

    /// <summary>Adds the deposits of a muon.</summary>
    /// <param name="muon">Place, direction and loss.</param>
    /// <param name="cells">Receives them.</param>
    /// <param name="rng">Stream.</param>
    public void Deposit(in BeamMuon muon, CellDeposits cells, ref Rng rng)
    {
        if (SliceAt(muon.LossZ, muon.Radius) is not { } start)
        {
            return;
        }

        var shower = ElectromagneticProfile.Draw(muon.Loss, start.Medium, ref rng);
        int spots = ElectromagneticShower.SpotCount(muon.Loss);
        double end = muon.Radius * Math.Sinh(1.5), depth = 0; // the barrel ends at |eta| = 1.5
        for (double walked = 0; walked < 2 * end; walked += Step)
        {
            double z = muon.Direction * (walked + (Step / 2) - end);
            if (SliceAt(z, muon.Radius) is not { } slice)
            {
                continue;
            }

            cells.Delay = (float)muon.DelayAt(z);
            CaloMedium medium = slice.Medium;
            double stepX0 = Step / medium.RadiationLength, ionised = medium.MipLossPerX0 * stepX0;
            Put(z, muon.Radius, muon.Phi, ionised / medium.EOverMip, ionised, cells);
            if (muon.Direction * (z - muon.LossZ) >= 0)
            {
                double energy = muon.Loss * (shower.Before(depth + stepX0) - shower.Before(depth));
                var radial = RadialProfile.Electromagnetic(muon.Loss, Tau(depth, shower), medium);
                depth += stepX0;
                if (energy < SmallestEnergy)
                {
                    continue;
                }

                Scatter(muon, z, energy, radial, medium, (int)Math.Ceiling(spots * energy / muon.Loss), cells, ref rng);
            }
        }
    }

    private static double Tau(double depth, in GammaProfile shower) => Math.Min(5, depth / Math.Max(1, shower.Maximum));

    private void Scatter(
        in BeamMuon muon, double z, double energy, in RadialProfile radial, CaloMedium medium, int spots,
        CellDeposits cells, ref Rng rng)
    {
        double quantum = medium.SamplingTerm * medium.SamplingTerm;
        double signal = quantum > 0 && energy > 0 ? quantum * Distributions.Gamma(energy / quantum, ref rng) : energy;
        for (int i = 0; i < spots; i++)
        {
            double u = LargestQuantile * rng.NextDouble();
            double r = (rng.NextDouble() < radial.CoreWeight ? radial.Core : radial.Tail) * Math.Sqrt(u / (1 - u));
            (double sin, double cos) = Math.SinCos(Distributions.Uniform(-Math.PI, Math.PI, ref rng));
            double along = Distributions.Uniform(z - (Step / 2), z + (Step / 2), ref rng);
            double outward = muon.Radius + (r * cos), across = r * sin;
            Put(along, Math.Sqrt((outward * outward) + (across * across)), muon.Phi + Math.Atan2(across, outward),
                signal / spots, energy / spots, cells);
        }
    }

    private void Put(double z, double radius, double phi, double signal, double deposit, CellDeposits cells)
    {
        if (SliceAt(z, radius) is { } slice
            && _grids[slice.Region].CellAt(Math.Asinh(z / radius), phi) is >= 0 and int cell)
        {
            cells.Add(cell, (float)(slice.Medium.SignalScale * signal), (float)deposit);
        }
    }

    // The slice of a barrel layer with cells, or null.
    private PathSlice? SliceAt(double z, double radius)
    {
        CaloPath? path = detector.Paths.At(Math.Asinh(z / radius));
        foreach (ref readonly PathSlice slice in path is null ? [] : path.Slices.AsSpan())
        {
            if (slice.RadiusEnd > radius)
            {
                return slice.RadiusBegin <= radius && slice.Region >= 0 && _isBarrel[slice.Region] ? slice : null;
            }
        }

        return null;
    }
}
