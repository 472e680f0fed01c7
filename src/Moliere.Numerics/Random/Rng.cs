namespace Moliere.Numerics.Random;

/// <summary>
/// A stream of random numbers keyed by (seed, purpose, object): streams are independent, cost nothing to make, and
/// never depend on which thread draws from them. A mutable struct: pass it by <c>ref</c> to whatever draws.
/// </summary>
public struct Rng
{
    private readonly uint _key0;
    private readonly uint _key1;
    private readonly ulong _object;
    private ulong _block;
    private (uint R0, uint R1, uint R2, uint R3) _words;
    private int _left;
    private double _spareGaussian;
    private bool _hasSpare;

    /// <summary>Opens the stream of one object for one purpose.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="purpose">
    /// What the numbers are for, such as "noise"; different purposes give independent streams.
    /// </param>
    /// <param name="objectIndex">Event, epoch or particle number.</param>
    public Rng(ulong seed, string purpose, ulong objectIndex = 0)
        : this(seed, PurposeHash(purpose), objectIndex)
    {
    }

    private Rng(ulong seed, ulong purposeHash, ulong objectIndex)
    {
        ulong key = Mix(seed + (purposeHash * 0x9E3779B97F4A7C15ul));
        (_key0, _key1) = ((uint)key, (uint)(key >> 32));
        _object = objectIndex;
    }

    /// <summary>
    /// A new stream that depends on this one's identity and an index, but not on how far it has been read.
    /// </summary>
    /// <param name="index">Number of the child, such as a particle within an event.</param>
    public readonly Rng Split(ulong index) =>
        new(((ulong)_key1 << 32) | _key0, 0x53504C4954ul, Mix(_object + 0x9E3779B97F4A7C15ul) ^ index);

    /// <summary>32 random bits.</summary>
    public uint NextUInt()
    {
        if (_left == 0)
        {
            var counter = ((uint)_block, (uint)(_block >> 32), (uint)_object, (uint)(_object >> 32));
            _words = Philox.Block(counter, _key0, _key1);
            _block++;
            _left = 4;
        }

        uint word = _left switch { 4 => _words.R0, 3 => _words.R1, 2 => _words.R2, _ => _words.R3 };
        _left--;
        return word;
    }

    /// <summary>Uniform in the open interval (0, 1), 52 bits: its logarithm is always finite.</summary>
    public double NextDouble()
    {
        ulong bits = ((ulong)NextUInt() << 32) | NextUInt();
        return ((bits >> 12) + 0.5) * (1.0 / (1ul << 52));
    }

    /// <summary>Uniform integer in [0, bound), unbiased to 2^-32.</summary>
    /// <param name="bound">Positive.</param>
    public int NextInt(int bound) => (int)(((ulong)NextUInt() * (ulong)bound) >> 32);

    /// <summary>Standard normal, by the polar form of Box and Muller's transform.</summary>
    public double NextGaussian()
    {
        if (_hasSpare)
        {
            _hasSpare = false;
            return _spareGaussian;
        }

        double u, v, s;
        do
        {
            u = (2 * NextDouble()) - 1;
            v = (2 * NextDouble()) - 1;
            s = (u * u) + (v * v);
        }
        while (s >= 1);

        double factor = Math.Sqrt(-2 * Math.Log(s) / s);
        _spareGaussian = v * factor;
        _hasSpare = true;
        return u * factor;
    }

    // FNV-1a: stable across runs and machines, unlike string.GetHashCode.
    private static ulong PurposeHash(string purpose)
    {
        ulong hash = 14695981039346656037ul;
        foreach (char c in purpose)
        {
            hash = (hash ^ c) * 1099511628211ul;
        }

        return hash;
    }

    // Finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): spreads neighbouring seeds over the key space.
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ul;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBul;
        return z ^ (z >> 31);
    }
}
