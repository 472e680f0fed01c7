namespace Moliere.Formats.Sources;

/// <summary>
/// Divides the rows of a source into chunks that end where its parts end, as far as the wanted size allows.
/// </summary>
public static class ChunkPlan
{
    /// <summary>Ranges that follow each other and hold all rows.</summary>
    /// <param name="source">Rows and boundaries.</param>
    /// <param name="rows">
    /// Rows of a chunk: a chunk ends at the last boundary within so many, or after them if there is none. Positive.
    /// </param>
    public static IEnumerable<(long First, int Count)> Of(ITableSource source, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        IReadOnlyList<long> boundaries = source.Boundaries;
        int next = 0;
        for (long first = 0; first < source.RowCount;)
        {
            long end = Math.Min(first + rows, source.RowCount);
            while (next < boundaries.Count && boundaries[next] <= end)
            {
                next++;
            }

            long boundary = next > 0 ? boundaries[next - 1] : 0;
            end = boundary > first ? boundary : end;
            yield return (first, (int)(end - first));
            first = end;
        }
    }
}
