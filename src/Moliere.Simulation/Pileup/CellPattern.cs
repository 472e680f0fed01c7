namespace Moliere.Simulation.Pileup;

/// <summary>Where the cells of a stored collision lie in one region once it is turned and perhaps reflected.</summary>
/// <param name="First">First cell of the region, or of the last row of its mirror image.</param>
/// <param name="IsMirrored">Whether rows count downwards.</param>
/// <param name="Mask">Number of cells around the circle, a power of two, less one.</param>
/// <param name="Shift">Cells to turn by, from 0 to <paramref name="Mask"/>.</param>
internal readonly record struct CellPattern(int First, bool IsMirrored, int Mask, int Shift)
{
    /// <summary>Adds signals to one array.</summary>
    /// <param name="cells">Cells within their region.</param>
    /// <param name="signals">As many.</param>
    /// <param name="weight">Factor on the signals.</param>
    /// <param name="sums">Receives them.</param>
    public void Add(ReadOnlySpan<int> cells, ReadOnlySpan<float> signals, float weight, Span<float> sums)
    {
        int flip = IsMirrored ? -1 : 0;
        for (int i = 0; i < cells.Length && i < signals.Length; i++)
        {
            sums[At(cells[i], flip)] += weight * signals[i];
        }
    }

    /// <summary>Adds signals to two arrays at once.</summary>
    /// <param name="cells">Cells within their region.</param>
    /// <param name="signals">As many.</param>
    /// <param name="weight">Factor on the signals for the first array.</param>
    /// <param name="sums">First array.</param>
    /// <param name="otherWeight">Factor on the signals for the second array.</param>
    /// <param name="others">Second array.</param>
    public void Add(
        ReadOnlySpan<int> cells, ReadOnlySpan<float> signals, float weight, Span<float> sums, float otherWeight,
        Span<float> others)
    {
        int flip = IsMirrored ? -1 : 0;
        for (int i = 0; i < cells.Length && i < signals.Length; i++)
        {
            int at = At(cells[i], flip);
            sums[at] += weight * signals[i];
            others[at] += otherWeight * signals[i];
        }
    }

    // (row ^ -1) + 1 is -row in two's complement: the sign without a branch.
    private int At(int cell, int flip)
    {
        int row = cell & ~Mask;
        return First + ((row ^ flip) - flip) + ((cell + Shift) & Mask);
    }
}
