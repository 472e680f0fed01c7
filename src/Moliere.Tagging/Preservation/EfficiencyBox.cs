namespace Moliere.Tagging.Preservation;

/// <summary>Neighbouring cells of all axes.</summary>
/// <param name="First">Of each axis the first cell.</param>
/// <param name="Last">Of each axis the last cell, itself included.</param>
internal sealed record EfficiencyBox(int[] First, int[] Last)
{
    /// <summary>The part up to a cell of an axis, itself included.</summary>
    public EfficiencyBox UpTo(int axis, int cell) => new(First, Changed(Last, axis, cell));

    /// <summary>The part behind a cell of an axis.</summary>
    public EfficiencyBox Above(int axis, int cell) => new(Changed(First, axis, cell + 1), Last);

    /// <summary>The bin of this box.</summary>
    public EfficiencyBin With(in PassedSums sums, int entries, double confidence)
    {
        double effective = sums.Effective, value = sums.Efficiency;
        (double low, double high) = BinomialInterval.Of(value * effective, effective, confidence);
        return new()
        {
            First = First,
            Last = Last,
            Entries = entries,
            EffectiveEntries = effective,
            Efficiency = value,
            Low = low,
            High = high,
        };
    }

    private static int[] Changed(int[] cells, int axis, int cell)
    {
        int[] changed = [.. cells];
        changed[axis] = cell;
        return changed;
    }
}
