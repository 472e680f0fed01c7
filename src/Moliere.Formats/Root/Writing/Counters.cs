using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Writing;

/// <summary>The lengths of lists as the values of a counter.</summary>
internal static class Counters
{
    /// <summary>The branches of a tree with the counters that are missing, each in front of who needs it.</summary>
    public static List<RootBranchSpec> Complete(IReadOnlyList<RootBranchSpec> specs)
    {
        var complete = new List<RootBranchSpec>();
        foreach (RootBranchSpec spec in specs)
        {
            string counter = spec.Counter;
            if (counter.Length > 0 && !specs.Any(s => s.Name == counter) && !complete.Any(s => s.Name == counter))
            {
                complete.Add(new(counter, RootLeafType.Int32));
            }

            complete.Add(spec);
        }

        return complete;
    }

    /// <summary>The lengths of lists.</summary>
    public static NumberArray<int> Of(ListArray lists)
    {
        var counts = new int[lists.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = LengthOf(lists, i);
        }

        return new(counts);
    }

    /// <summary>Refuses a counter that does not say the lengths of the lists.</summary>
    /// <exception cref="ArgumentException">A value differs from the length of its list.</exception>
    public static void Require(RootBranchSpec spec, ListArray lists, RootArray counter)
    {
        if (FirstDifference(lists, counter) is var i and >= 0)
        {
            throw new ArgumentException(
                $"Counter '{spec.Counter}' says {Value(counter, i)} where branch '{spec.Name}' has a list of "
                + $"{LengthOf(lists, i)}; branches with one counter need lists of equal lengths.");
        }
    }

    /// <summary>The first list whose length its counter does not say; -1 where it says all of them.</summary>
    public static int FirstDifference(ListArray lists, RootArray counter)
    {
        for (int i = 0; i < lists.Length; i++)
        {
            if (Value(counter, i) != LengthOf(lists, i))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Largest of some values; 0 for none.</summary>
    public static int Largest(RootArray counter, int first, int count)
    {
        long largest = 0;
        for (int i = first; i < first + count; i++)
        {
            largest = Math.Max(largest, Value(counter, i));
        }

        return (int)largest;
    }

    /// <summary>Length of one list.</summary>
    public static int LengthOf(ListArray lists, int index) => lists.Offsets[index + 1] - lists.Offsets[index];

    private static long Value(RootArray counter, int index) =>
        counter is NumberArray<uint> unsigned ? unsigned.Values[index] : ((NumberArray<int>)counter).Values[index];
}
