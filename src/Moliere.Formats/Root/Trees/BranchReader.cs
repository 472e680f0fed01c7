using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Trees;

/// <summary>Turns the baskets of a branch into a column; holds no state of a single read.</summary>
internal abstract class BranchReader
{
    /// <summary>The type in words that users know.</summary>
    public required string Type { get; init; }

    /// <summary>Why values cannot be read; null where they can.</summary>
    public virtual string? Obstacle => null;

    /// <summary>The branch that counts the elements of this one; null for others.</summary>
    public TreeBranch? Counter { get; init; }

    /// <summary>Whether the counter has numbers of its own: neither a counter again nor branches inside.</summary>
    public bool HasPlainCounter => Counter is { Reader: { Counter: null, HasValues: true } };

    /// <summary>The content of lists without elements; null for a reader of anything but lists.</summary>
    public virtual RootArray? Absent => null;

    /// <summary>Whether there are values in baskets.</summary>
    public virtual bool HasValues => true;

    /// <summary>The values of a range.</summary>
    public abstract RootArray Read(BasketBatch batch);

    /// <summary>The values of a range where there are no baskets.</summary>
    public virtual RootArray ReadWithoutBaskets(RootFile file, long first, int count) =>
        new RecordArray(count, []);

    /// <summary>Lists of lists of fixed length around numbers, the innermost dimension last.</summary>
    protected static RootArray Shape(RootArray values, ReadOnlySpan<int> dimensions)
    {
        for (int i = dimensions.Length - 1; i >= 0; i--)
        {
            int length = Math.Max(dimensions[i], 1), lists = values.Length / length;
            values = new ListArray(FixedListColumn.Offsets(lists, length), values);
        }

        return values;
    }
}
