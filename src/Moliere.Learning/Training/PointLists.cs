namespace Moliere.Learning.Training;

/// <summary>One list of points per row, such as the clusters of a jet; lists may be empty.</summary>
/// <param name="Name">How to call it in messages, such as "clusters".</param>
/// <param name="Width">Features P of a point, at least 1.</param>
/// <param name="Offsets">[N + 1]: row i has the points [Offsets[i], Offsets[i + 1]); from 0 to M, not falling.</param>
/// <param name="Values">[M, P] row-major, finite, brought to order one.</param>
public sealed record PointLists(string Name, int Width, int[] Offsets, float[] Values)
{
    /// <summary>The points of one row, [n, P] row-major.</summary>
    /// <param name="row">Row index.</param>
    public ReadOnlySpan<float> Of(int row) =>
        Values.AsSpan(Offsets[row] * Width, (Offsets[row + 1] - Offsets[row]) * Width);

    internal void Check(string data, int rows)
    {
        if (Offsets.Length != rows + 1 || Offsets[0] != 0 || Values.LongLength != (long)Offsets[^1] * Width)
        {
            throw new ArgumentException(
                $"The {Name} of the {data} data set have {Offsets.Length} offsets and {Values.Length} numbers; "
                + $"{rows + 1} offsets from 0 on and {(long)Offsets[^1] * Width} numbers are needed.");
        }

        for (int row = 0; row < rows; row++)
        {
            if (Offsets[row + 1] < Offsets[row])
            {
                throw new ArgumentException($"The {Name} of row {row} of the {data} data set end before they begin.");
            }
        }

        int wrong = Array.FindIndex(Values, value => !float.IsFinite(value));
        if (wrong >= 0)
        {
            int point = wrong / Width, row = Array.FindLastIndex(Offsets, offset => offset <= point);
            throw new ArgumentException(
                $"The {Name} of the {data} data set hold {Values[wrong]} in row {row}, point "
                + $"{point - Offsets[row]}, column {wrong % Width}; remove such points first.");
        }
    }
}
