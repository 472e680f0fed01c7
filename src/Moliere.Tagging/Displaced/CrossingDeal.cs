using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// Deals jets to parts by their crossing, whose pile-up they share: the crossings of each sample are put into a random
/// order of their own and cut by shares, so that every sample is in every part even where crossings are few.
/// </summary>
/// <source>Stratified sampling: Kish, Survey Sampling (1965), chapter 3.</source>
public static class CrossingDeal
{
    /// <summary>Deals the jets.</summary>
    /// <param name="jets">Columns of <see cref="DisplacedJetColumns"/>.</param>
    /// <param name="shares">Share of each part but the last, which gets the rest; positive, sum below 1.</param>
    /// <param name="seed">Another seed deals otherwise.</param>
    /// <returns>A table per part, rows in their order.</returns>
    public static Table[] Parts(Table jets, IReadOnlyList<double> shares, ulong seed)
    {
        long[] crossings = jets.Longs(DisplacedJetColumns.Crossing);
        int[] classes = WholeNumbers.Of(jets, jets.Has(DisplacedJetColumns.EventClass)
            ? DisplacedJetColumns.EventClass : DisplacedJetColumns.Class);
        int[] isData = WholeNumbers.Of(jets, DisplacedJetColumns.IsData);
        var parts = new Dictionary<(int, int, long), int>();
        foreach (var sample in Enumerable.Range(0, jets.RowCount)
            .Select(row => (Class: classes[row], IsData: isData[row], Crossing: crossings[row])).Distinct()
            .GroupBy(key => (key.Class, key.IsData)))
        {
            (int Class, int IsData, long Crossing)[] order =
                [.. sample.OrderBy(key => Place(seed, key.Crossing)).ThenBy(key => key.Crossing)];
            for (int i = 0; i < order.Length; i++)
            {
                parts[order[i]] = PartOf((i + 0.5) / order.Length, shares);
            }
        }

        return
        [
            .. Enumerable.Range(0, shares.Count + 1).Select(part => jets.Select([.. Enumerable.Range(0, jets.RowCount)
                .Where(row => parts[(classes[row], isData[row], crossings[row])] == part)])),
        ];
    }

    private static double Place(ulong seed, long crossing) =>
        new Rng(seed, "deal of crossings", (ulong)crossing).NextDouble();

    private static int PartOf(double place, IReadOnlyList<double> shares)
    {
        double end = 0;
        for (int part = 0; part < shares.Count; part++)
        {
            end += shares[part];
            if (place < end)
            {
                return part;
            }
        }

        return shares.Count;
    }
}
