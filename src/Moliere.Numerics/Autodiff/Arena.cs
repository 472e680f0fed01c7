using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// Scratch memory handed out by moving a pointer and taken back all at once. It grows only between uses, so a training
/// that has seen its largest micro-batch allocates nothing any more.
/// </summary>
internal sealed class Arena
{
    private AlignedBuffer _buffer = new(0);
    private int _used;

    /// <summary>Takes everything back and makes sure that this many floats can be handed out.</summary>
    public void Reset(int capacity)
    {
        _used = 0;
        if (_buffer.Length < capacity)
        {
            _buffer = new AlignedBuffer(capacity);
        }
    }

    /// <summary>Offset of fresh floats with undefined content, on a cache line if all requests are padded.</summary>
    public int Allocate(int count)
    {
        int offset = _used;
        _used += count;
        return offset;
    }

    /// <summary>The floats at an offset that <see cref="Allocate"/> returned.</summary>
    public Span<float> Slice(int offset, int count) => _buffer.Slice(offset, count);
}
