using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Trees;

/// <summary>The baskets of a branch in order of their entries.</summary>
/// <source>ROOT, TBranch: fBasketSeek, fBasketBytes, fBasketEntry, fBaskets.</source>
internal static class BasketIndex
{
    /// <summary>Lists the baskets; arrays in the file are longer than used, and empty baskets are left out.</summary>
    /// <param name="branch">The branch as it was read.</param>
    /// <param name="place">For errors.</param>
    /// <exception cref="InvalidFileException">First entries do not ascend.</exception>
    public static IReadOnlyList<BasketPlace> Of(RootObject branch, FilePlace place)
    {
        long[] positions = branch.Integers("fBasketSeek"), firsts = branch.Integers("fBasketEntry");
        long[] sizes = branch.Integers("fBasketBytes");
        IReadOnlyList<RootObject?> embedded = branch.List("fBaskets");
        int written = (int)Math.Clamp(branch.Integer("fWriteBasket"), 0, Math.Min(positions.Length, sizes.Length));
        var baskets = new List<BasketPlace>(written + 1);
        for (int i = 0; i < written || i < embedded.Count; i++)
        {
            var inside = (i < embedded.Count ? embedded[i] : null)?[EmbeddedBasket.Content] as StoredBasket;
            bool isWritten = i < written && positions[i] > 0 && sizes[i] > 0;
            long first = i < firsts.Length ? firsts[i] : 0;
            if (isWritten)
            {
                long end = i + 1 < firsts.Length ? firsts[i + 1] : branch.Integer("fEntryNumber");
                end = i + 1 == written && end <= first ? branch.Integer("fEntryNumber") : end;
                Add(baskets, new(first, end - first, positions[i], (int)sizes[i], null), place);
            }
            else if (inside is { Header.Entries: > 0 })
            {
                Add(baskets, new(first, inside.Header.Entries, 0, 0, inside), place);
            }
        }

        return baskets;
    }

    /// <summary>The baskets that hold entries of a range; they follow each other without gap and cover it.</summary>
    /// <returns>Index of the first and of the one behind the last; -1 where some entries have no basket.</returns>
    public static (int From, int To) Covering(IReadOnlyList<BasketPlace> baskets, long first, long end)
    {
        int from = FirstBehind(baskets, first);
        int to = from;
        for (long covered = first; covered < end; covered = baskets[to++].End)
        {
            if (to >= baskets.Count || baskets[to].FirstEntry > covered)
            {
                return (-1, -1);
            }
        }

        return (from, to);
    }

    // The first basket that ends behind the entry.
    private static int FirstBehind(IReadOnlyList<BasketPlace> baskets, long entry)
    {
        int low = 0, high = baskets.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = baskets[middle].End <= entry ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static void Add(List<BasketPlace> baskets, BasketPlace basket, FilePlace place)
    {
        if (basket.Entries == 0)
        {
            return;
        }

        bool ascends = basket.Entries > 0 && basket.FirstEntry >= (baskets.Count == 0 ? 0 : baskets[^1].End)
            && basket.FirstEntry <= long.MaxValue - basket.Entries;
        baskets.Add(ascends ? basket : throw new InvalidFileException(
            place, $"basket {baskets.Count} from entry {basket.FirstEntry} with {basket.Entries} entries",
            "baskets that ascend", "the file is damaged"));
    }
}
