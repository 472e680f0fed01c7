using System.Runtime.InteropServices;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Floats that start on a cache line (64 bytes) and never move: a 512-bit load from them never straddles two lines.
/// </summary>
internal sealed class AlignedBuffer
{
    private const int LineBytes = 64;

    private readonly float[] _storage;
    private readonly int _first;

    /// <summary>Zeroed storage.</summary>
    /// <param name="length">Number of floats, not negative.</param>
    public AlignedBuffer(int length)
    {
        const int spare = LineBytes / sizeof(float);
        _storage = GC.AllocateArray<float>(length + spare, pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(_storage, 0);
        _first = (int)((LineBytes - (address % LineBytes)) % LineBytes / sizeof(float));
        Length = length;
    }

    public int Length { get; }

    public Span<float> Span => _storage.AsSpan(_first, Length);

    public Span<float> Slice(int offset, int length) => _storage.AsSpan(_first, Length).Slice(offset, length);
}
