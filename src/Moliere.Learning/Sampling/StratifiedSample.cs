using Moliere.Numerics.Random;

namespace Moliere.Learning.Sampling;

/// <summary>
/// The other way to a flat distribution: equally many rows of every bin, without weights. No row is taken twice, so the
/// emptiest bin decides how many there are, unless bins may stay short.
/// </summary>
/// <source>Cochran, Sampling Techniques (1977), section 5.3 (equal allocation).</source>
public static class StratifiedSample
{
    /// <summary>Draws rows, ascending.</summary>
    /// <param name="quantity">Quantity that becomes flat, <c>[N]</c>.</param>
    /// <param name="options">Range and bins.</param>
    /// <param name="perBin">Rows wanted of each bin; bins with fewer give all they have. Null takes as many as the
    /// emptiest bin that is not empty has.</param>
    /// <param name="seed">Seed of the run.</param>
    public static int[] Draw(ReadOnlySpan<double> quantity, FlatWeightsOptions options, int? perBin, ulong seed)
    {
        List<int>[] rows = [.. Enumerable.Range(0, options.Bins).Select(_ => new List<int>())];
        for (int row = 0; row < quantity.Length; row++)
        {
            if (options.BinOf(quantity[row]) is var bin and >= 0)
            {
                rows[bin].Add(row);
            }
        }

        int wanted = perBin ?? rows.Where(bin => bin.Count > 0).Select(bin => bin.Count).DefaultIfEmpty(0).Min();
        var drawn = new List<int>();
        for (int bin = 0; bin < rows.Length; bin++)
        {
            var rng = new Rng(seed, "stratified sample", (ulong)bin);
            drawn.AddRange(Some(rows[bin], wanted, ref rng));
        }

        drawn.Sort();
        return [.. drawn];
    }

    // The first part of a random order, without making the rest of it.
    private static List<int> Some(List<int> rows, int wanted, ref Rng rng)
    {
        int count = Math.Min(wanted, rows.Count);
        for (int i = 0; i < count; i++)
        {
            int j = i + rng.NextInt(rows.Count - i);
            (rows[i], rows[j]) = (rows[j], rows[i]);
        }

        return rows[..count];
    }
}
