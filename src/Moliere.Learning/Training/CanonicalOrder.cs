namespace Moliere.Learning.Training;

/// <summary>
/// One order for the points of a set, however they come: falling in the first feature, then in the second and so on, by
/// the bits of the numbers, so that only identical points are left without an order among themselves. Sets that already
/// are in this order cost one comparison per point.
/// </summary>
internal sealed class CanonicalOrder(int width)
{
    private int[] _order = [];
    private int[] _keys = [];

    /// <summary>Which point comes first, second and so on; valid until the next call.</summary>
    /// <param name="points">[n, P], n from 0.</param>
    public ReadOnlySpan<int> Of(ReadOnlySpan<float> points)
    {
        int count = points.Length / width;
        if (_order.Length < count)
        {
            (_order, _keys) = (new int[2 * count], new int[2 * count]);
        }

        Span<int> order = _order.AsSpan(0, count);
        for (int i = 0; i < count; i++)
        {
            order[i] = i;
        }

        if (!IsOrdered(points, count))
        {
            Sort(points, order, _keys.AsSpan(0, count));
        }

        return order;
    }

    private bool IsOrdered(ReadOnlySpan<float> points, int count)
    {
        for (int i = 1; i < count; i++)
        {
            if (Compare(points, i - 1, i) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Sort(ReadOnlySpan<float> points, Span<int> order, Span<int> keys)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = Key(points[i * width]);
        }

        keys.Sort(order);

        // What is equal in the first feature is neighbours now: insertion moves points within such runs only.
        for (int i = 1; i < order.Length; i++)
        {
            int point = order[i], at = i;
            for (; at > 0 && Compare(points, order[at - 1], point) > 0; at--)
            {
                order[at] = order[at - 1];
            }

            order[at] = point;
        }
    }

    private int Compare(ReadOnlySpan<float> points, int a, int b)
    {
        for (int j = 0; j < width; j++)
        {
            int comparison = Key(points[(a * width) + j]).CompareTo(Key(points[(b * width) + j]));
            if (comparison != 0)
            {
                return comparison;
            }
        }

        return 0;
    }

    // Rises where the number falls, with a place of its own for every pattern of bits.
    private static int Key(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return ~(bits ^ ((bits >> 31) & int.MaxValue));
    }
}
