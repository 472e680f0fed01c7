using Moliere.Numerics.Random;

namespace Moliere.Simulation.Detector;

/// <summary>
/// A stream of 64-bit words for loops over spots and cells, where a Philox block would cost more than the rest of
/// the loop. Keyed by a house stream, so the keying by (seed, purpose, object) stays.
/// </summary>
/// <source>Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014: SplitMix64.</source>
internal struct SplitMix
{
    private ulong _state;

    /// <summary>Opens a stream with 64 bits drawn from another.</summary>
    /// <param name="rng">Stream.</param>
    public SplitMix(ref Rng rng)
    {
        _state = ((ulong)rng.NextUInt() << 32) | rng.NextUInt();
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15ul;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ul;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBul;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in the open interval (0, 1), 52 bits.</summary>
    public double NextDouble() => ((Next() >> 12) + 0.5) * (1.0 / (1ul << 52));
}
