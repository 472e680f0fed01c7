using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Pileup;

/// <summary>
/// Adds the pile-up of one event: Poisson collisions in every crossing within the pulse, each drawn from the
/// library, turned about the beam and perhaps reflected. Belongs to one worker.
/// </summary>
internal sealed class PileupOverlay
{
    private const int Turns = 64; // every region repeats after 2 pi / 64

    private readonly PileupLibrary _library;
    private readonly RegionMirror[] _mirrors;
    private readonly CaloRegion[] _regions;

    /// <summary>Prepares the worker.</summary>
    /// <param name="library">Shared.</param>
    public PileupOverlay(PileupLibrary library)
    {
        (_library, _regions) = (library, [.. library.Geometry.Regions]);
        _mirrors = RegionMirror.Of(library.Geometry);
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
        for (int crossing = PulseWeights.First; crossing <= PulseWeights.Last; crossing++)
        {
            int collisions = Distributions.Poisson(target.Mu, ref rng);
            inTime += crossing == 0 ? collisions : 0;
            float argon = PulseWeights.Of(false, crossing), tile = PulseWeights.Of(true, crossing);
            for (int c = 0; c < collisions; c++)
            {
                CollisionCells collision = _library.Collisions[rng.NextInt(_library.Count)];
                uint pose = rng.NextUInt();
                Overlay(collision, pose, argon, tile, target.Energy, 1);
                if (crossing != 0 && (argon > 0 || tile > 0))
                {
                    float time = (float)(-PulseWeights.CrossingSpacing * crossing);
                    Overlay(collision, pose, Math.Max(argon, 0), Math.Max(tile, 0), TimedEnergy, time);
                }
            }
        }

        return inTime;
    }

    private void Overlay(CollisionCells collision, uint pose, float argon, float tile, float[] sums, float factor)
    {
        int turn = (int)(pose % Turns);
        bool mirrored = (pose & Turns) != 0;
        for (int r = 0; r < _regions.Length; r++)
        {
            float weight = factor * (PulseWeights.IsTile(_regions[r].Sampling) ? tile : argon);
            int start = collision.Starts[r], count = collision.Starts[r + 1] - start;
            if (weight == 0 || count == 0)
            {
                continue;
            }

            int bins = _regions[r].PhiBins, shift = turn * (bins / Turns);
            ReadOnlySpan<int> cells = collision.Cells.AsSpan(start, count);
            ReadOnlySpan<float> signals = collision.Signals.AsSpan(start, count);
            if (mirrored)
            {
                AddMirrored(cells, signals, weight, _mirrors[r].Base, bins - 1, shift, sums);
            }
            else
            {
                Add(cells, signals, weight, _regions[r].FirstCell, bins - 1, shift, sums);
            }
        }
    }

    private static void Add(
        ReadOnlySpan<int> cells, ReadOnlySpan<float> signals, float weight, int first, int mask, int shift,
        Span<float> sums)
    {
        for (int i = 0; i < cells.Length && i < signals.Length; i++)
        {
            int cell = cells[i];
            sums[first + (cell & ~mask) + ((cell + shift) & mask)] += weight * signals[i];
        }
    }

    private static void AddMirrored(
        ReadOnlySpan<int> cells, ReadOnlySpan<float> signals, float weight, int first, int mask, int shift,
        Span<float> sums)
    {
        for (int i = 0; i < cells.Length && i < signals.Length; i++)
        {
            int cell = cells[i];
            sums[first - (cell & ~mask) + ((cell + shift) & mask)] += weight * signals[i];
        }
    }
}
