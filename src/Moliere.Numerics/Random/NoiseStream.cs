namespace Moliere.Numerics.Random;

/// <summary>
/// Names normal noise instead of holding it: element i of the noise is a function of the key, the step, the part and
/// the layer. Whoever knows the name can draw any element again, on any thread and in any order.
/// </summary>
/// <source>
/// Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011), section 2: counters instead of states.
/// </source>
public readonly record struct NoiseStream
{
    /// <summary>Noise for one purpose; step, part and layer are 0.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="purpose">What the noise is for; different purposes give independent noise.</param>
    public NoiseStream(ulong seed, string purpose)
    {
        var rng = new Rng(seed, purpose);
        (Key0, Key1) = (rng.NextUInt(), rng.NextUInt());
    }

    /// <summary>Noise of one object, keyed by two words of its own stream; step, part and layer are 0.</summary>
    /// <param name="rng">Stream of the object, advanced by two words.</param>
    public NoiseStream(ref Rng rng)
    {
        (Key0, Key1) = (rng.NextUInt(), rng.NextUInt());
    }

    /// <summary>Optimiser step or number of a draw; counts modulo 2^32.</summary>
    public uint Step { get; init; }

    /// <summary>Position of a micro-batch in its batch.</summary>
    public uint Part { get; init; }

    /// <summary>Which layer of a network.</summary>
    public uint Layer { get; init; }

    internal uint Key0 { get; }

    internal uint Key1 { get; }
}
