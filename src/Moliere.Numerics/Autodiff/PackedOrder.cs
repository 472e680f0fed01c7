namespace Moliere.Numerics.Autodiff;

/// <summary>
/// The points of ragged lists by step: first the first points of all objects, then the second ones of those that have
/// any, and so on. Objects stand by falling length, so those that are left at a step are the first ones of the step
/// before, and no step has a row for a list that has ended.
/// </summary>
internal sealed class PackedOrder
{
    private long[] _keys = [];
    private int[] _points = [];
    private int[] _lasts = [];
    private int[] _starts = [];
    private int _count;
    private bool _isCurrent;

    /// <summary>Number of steps: the length of the longest list.</summary>
    public int Steps { get; private set; }

    /// <summary>For each packed row the point that stands there, [M].</summary>
    public ReadOnlySpan<int> Points => _points.AsSpan(0, _count);

    /// <summary>For each object the packed row of its last point, [B]; -1 for an empty list.</summary>
    public ReadOnlySpan<int> Lasts => _lasts.AsSpan(0, Objects);

    private int Objects { get; set; }

    /// <summary>The rows of one step and of the objects that are left in the step before.</summary>
    /// <param name="step">In [0, <see cref="Steps"/>).</param>
    public PackedStep Step(int step) => new(
        _starts[step], step == 0 ? -1 : _starts[step - 1], RowsAt(step), step + 1 < Steps ? RowsAt(step + 1) : 0);

    /// <summary>Other lists have come.</summary>
    public void Forget() => _isCurrent = false;

    /// <summary>Finds the order unless it is known.</summary>
    /// <param name="offsets">[B + 1], from 0 to M, not falling.</param>
    public void Require(ReadOnlySpan<int> offsets)
    {
        if (_isCurrent)
        {
            return;
        }

        (Objects, _count, Steps, _isCurrent) = (offsets.Length - 1, offsets[^1], 0, true);
        for (int i = 0; i < Objects; i++)
        {
            Steps = Math.Max(Steps, offsets[i + 1] - offsets[i]);
        }

        Reserve();
        Sort(offsets);
        Place(offsets);
    }

    private void Reserve()
    {
        if (_lasts.Length < Objects)
        {
            (_keys, _lasts) = (new long[Objects], new int[Objects]);
        }

        if (_points.Length < _count)
        {
            _points = new int[2 * _count];
        }

        if (_starts.Length <= Steps)
        {
            _starts = new int[2 * (Steps + 1)];
        }
    }

    // Falling length, then the number of the object: an order without ties.
    private void Sort(ReadOnlySpan<int> offsets)
    {
        for (int i = 0; i < Objects; i++)
        {
            _keys[i] = ((long)(offsets[i] - offsets[i + 1]) << 32) + i;
        }

        _keys.AsSpan(0, Objects).Sort();
    }

    private void Place(ReadOnlySpan<int> offsets)
    {
        int left = Objects, row = 0;
        _lasts.AsSpan(0, Objects).Fill(-1);
        for (int step = 0; step < Steps; step++)
        {
            _starts[step] = row;
            while (Length(left - 1) <= step)
            {
                left--;
            }

            for (int i = 0; i < left; i++, row++)
            {
                int item = (int)_keys[i];
                _points[row] = offsets[item] + step;
                _lasts[item] = row;
            }
        }

        _starts[Steps] = row;
    }

    private int RowsAt(int step) => _starts[step + 1] - _starts[step];

    private int Length(int rank) => (int)-(_keys[rank] >> 32);
}

/// <summary>Where the rows of one step stand among packed rows.</summary>
/// <param name="First">First row of the step.</param>
/// <param name="Before">First row of the step before; -1 at the first step.</param>
/// <param name="Rows">Objects that have a point at this step.</param>
/// <param name="Left">How many of them have one at the next step too.</param>
internal readonly record struct PackedStep(int First, int Before, int Rows, int Left)
{
    /// <summary>Whether there is a step before.</summary>
    public bool HasBefore => Before >= 0;

    /// <summary>The rows of this step.</summary>
    public Span<float> Of(Span<float> packed, int stride) => packed.Slice(First * stride, Rows * stride);

    /// <summary>The rows of the same objects in the step before; empty at the first step.</summary>
    public Span<float> Previous(Span<float> packed, int stride) =>
        HasBefore ? packed.Slice(Before * stride, Rows * stride) : [];
}
