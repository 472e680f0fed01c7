namespace Moliere.Numerics.Kernels;

/// <summary>Addresses and strides (in floats) of one panel of a product, as the register tiles take them.</summary>
internal unsafe struct TileArguments(
    float* a, nint aRow, nint aInner, float* b, nint bRow, float* start, nint startRow, float* c, nint cRow)
{
    public readonly float* A = a;
    public readonly nint ARow = aRow, AInner = aInner;
    public float* B = b;
    public readonly nint BRow = bRow;

    // Null means that the sums start from zero.
    public float* Start = start;
    public readonly nint StartRow = startRow;
    public float* C = c;
    public readonly nint CRow = cRow;
    public int Rows, Inner;

    /// <summary>The same product, moved to another first column.</summary>
    public readonly TileArguments AtColumn(int j)
    {
        TileArguments moved = this;
        moved.B += j;
        moved.C += j;
        moved.Start = Start == null ? null : Start + j;
        return moved;
    }
}
