using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Simulation.Pileup;

/// <summary>
/// Adds the pile-up of one event: Poisson collisions in every crossing within the pulse, each drawn from the
/// library, turned about the beam and perhaps reflected. Belongs to one worker.
/// </summary>
internal sealed class PileupOverlay
{
    private readonly PileupLibrary _library;
    private readonly RegionMirror[] _mirrors;
    private readonly CaloRegion[] _regions;
    private readonly Crossing[] _crossings;
    private readonly int _turns; // every region repeats after this part of the circle

    /// <summary>Prepares the worker.</summary>
    /// <param name="library">Shared.</param>
    public PileupOverlay(PileupLibrary library)
    {
        (_library, _regions) = (library, [.. library.Geometry.Regions]);
        _turns = _regions.Min(region => region.PhiBins);
        _mirrors = RegionMirror.Of(library.Geometry);
        _crossings = Crossings(library.Detector.Technologies);
        TimedEnergy = new float[library.Geometry.CellCount];
    }

    /// <summary>Sum of signal times time of each cell over the crossings of positive weight [GeV ns].</summary>
    public float[] TimedEnergy { get; }

    /// <summary>Adds to the energies; returns the number of collisions in the triggered crossing.</summary>
    /// <param name="target">Its mu gives the mean number of collisions per crossing.</param>
    /// <param name="rng">Stream of the event's pile-up.</param>
    public int AddTo(CalorimeterEvent target, ref Rng rng)
    {
        Array.Clear(TimedEnergy);
        int inTime = 0;
        foreach (Crossing crossing in _crossings)
        {
            int collisions = Distributions.Poisson(target.Mu, ref rng);
            inTime += crossing.Number == 0 ? collisions : 0;
            for (int c = 0; c < collisions; c++)
            {
                Overlay(_library.Collisions[rng.NextInt(_library.Count)], rng.NextUInt(), crossing, target.Energy);
            }
        }

        return inTime;
    }

    private static Crossing[] Crossings(Technology[] technologies)
    {
        int first = technologies.Min(technology => technology.Pulse.First);
        int last = technologies.Max(technology => technology.Pulse.Last);
        return
        [
            .. Enumerable.Range(first, last - first + 1).Select(number => new Crossing(
                number, (float)(-PulseShape.CrossingSpacing * number),
                [.. technologies.Select(technology => technology.Pulse.Of(number))])),
        ];
    }

    private void Overlay(CollisionCells collision, uint pose, in Crossing crossing, float[] energy)
    {
        int turn = (int)(pose % (uint)_turns);
        bool isMirrored = (pose & (uint)_turns) != 0;
        for (int r = 0; r < _regions.Length; r++)
        {
            float weight = crossing.Weights[r];
            int start = collision.Starts[r], count = collision.Starts[r + 1] - start;
            if (weight == 0 || count == 0)
            {
                continue;
            }

            int bins = _regions[r].PhiBins;
            var pattern = new CellPattern(
                isMirrored ? _mirrors[r].Base : _regions[r].FirstCell, isMirrored, bins - 1, turn * (bins / _turns));
            ReadOnlySpan<int> cells = collision.Cells.AsSpan(start, count);
            ReadOnlySpan<float> signals = collision.Signals.AsSpan(start, count);
            if (weight > 0 && crossing.Number != 0)
            {
                pattern.Add(cells, signals, weight, energy, weight * crossing.Time, TimedEnergy);
            }
            else
            {
                pattern.Add(cells, signals, weight, energy);
            }
        }
    }

    private readonly record struct Crossing(int Number, float Time, float[] Weights);
}
