using Moliere.Numerics.Kernels;

namespace Moliere.Reconstruction.Jets;

/// <summary>
/// Distances by slot and the smallest of them: every block of 32 knows its minimum, so that one change touches one
/// block and a search looks at block minima first.
/// </summary>
internal sealed class DistanceTable
{
    private const int Shift = 5;
    private const int BlockSize = 1 << Shift;

    private double[] _values = [];
    private double[] _least = [];
    private int _blocks;

    /// <summary>Makes room; every slot is removed.</summary>
    public void Reset(int count)
    {
        _blocks = (count + BlockSize - 1) >> Shift;
        if (_least.Length < _blocks)
        {
            (_values, _least) = (new double[2 * _blocks * BlockSize], new double[2 * _blocks]);
        }

        _values.AsSpan(0, _blocks * BlockSize).Fill(double.PositiveInfinity);
        _least.AsSpan(0, _blocks).Fill(double.PositiveInfinity);
    }

    /// <summary>Sets the distance of a slot, not NaN.</summary>
    public void Set(int slot, double distance)
    {
        int block = slot >> Shift;
        double old = _values[slot];
        _values[slot] = distance;
        if (distance <= _least[block])
        {
            _least[block] = distance;
        }
        else if (old == _least[block])
        {
            _least[block] = LeastValue.Of(_values.AsSpan(block << Shift, BlockSize));
        }
    }

    /// <summary>The slot no longer counts.</summary>
    public void Remove(int slot) => Set(slot, double.PositiveInfinity);

    /// <summary>The distance of a slot.</summary>
    public double Of(int slot) => _values[slot];

    /// <summary>The first slot with the smallest distance; there is at least one.</summary>
    public int SlotOfLeast()
    {
        int block = LeastValue.IndexOf(_least.AsSpan(0, _blocks));
        long bits = BitConverter.DoubleToInt64Bits(_least[block]);
        ReadOnlySpan<double> values = _values.AsSpan(block << Shift, BlockSize);
        return (block << Shift) + System.Runtime.InteropServices.MemoryMarshal.Cast<double, long>(values).IndexOf(bits);
    }
}
