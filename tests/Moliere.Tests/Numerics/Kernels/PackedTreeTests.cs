// covers: PackedTree, RowKeys, NodeArrays
using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class PackedTreeTests
{
    private static readonly float[] s_numbers =
    [
        float.NegativeInfinity, -float.MaxValue, -2, -1, -float.Epsilon, -0.0f, 0, float.Epsilon, 1, 2, float.MaxValue,
        float.PositiveInfinity, float.NaN,
    ];

    [Fact]
    public void OneComparison_IsThatOfFloatsForEveryPairOfNumbers()
    {
        foreach (float threshold in s_numbers)
        {
            foreach (bool missingLeft in (bool[])[false, true])
            {
                float[] sums = Add(Stump(threshold, missingLeft), s_numbers, features: 1);
                Assert.Equal(
                    [.. s_numbers.Select(x => float.IsNaN(x) ? missingLeft : x < threshold)],
                    sums.Select(sum => sum == 10));
            }
        }
    }

    [Fact]
    public void Sums_AreAddedTo()
    {
        var rows = new RowKeys(1);
        rows.Fill([0, 2], 2);
        float[] sums = new float[RowKeys.Capacity];
        sums.AsSpan().Fill(0.5f);
        Stump(1, missingLeft: true).Add(rows, sums);
        Stump(1, missingLeft: true).Add(rows, sums);
        Assert.Equal([20.5f, 40.5f], sums[..2]);
    }

    [Fact]
    public void LoneLeaf_NeedsNoFeature() => Assert.Equal(
        [3, 3], Add(new PackedTree(new([-1], [0], [-1], [-1], [false], [3])), [], features: 0, count: 2));

    [Theory]
    [InlineData(0, 2, "Node 0 has child 0")]
    [InlineData(1, 1, "Node 0 has child 1")]
    [InlineData(1, 3, "Node 0 has child 3")]
    [InlineData(-1, 2, "Node 0 has child -1")]
    public void ChildrenThatAreNoTree_AreRefused(int left, int right, string expected)
    {
        var error = Assert.Throws<ArgumentException>(() => new PackedTree(
            new([0, -1, -1], [0, 0, 0], [left, -1, -1], [right, -1, -1], [false, false, false], [0, 1, 2])));
        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnThatIsTooShort_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new PackedTree(new([-1], [0], [-1], [], [false], [0])));
        Assert.Equal("A tree needs a root and whole columns: 1 nodes, 0 in one.", error.Message);
        Assert.Equal(2, new NodeArrays([-1, -1], [], [], [], [], []).Count);
    }

    [Fact]
    public void RowsWithTooFewFeatures_AreRefused()
    {
        var tree = new PackedTree(
            new([1, -1, -1], [0, 0, 0], [1, -1, -1], [2, -1, -1], [false, false, false], [0, 1, 2]));
        var narrow = new RowKeys(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Add(narrow, new float[RowKeys.Capacity]));
        Assert.Throws<ArgumentOutOfRangeException>(() => narrow.Fill(new float[65], 65));
    }

    // 10 to the left, 20 to the right.
    private static PackedTree Stump(float threshold, bool missingLeft) => new(
        new([0, -1, -1], [threshold, 0, 0], [1, -1, -1], [2, -1, -1], [missingLeft, false, false], [0, 10, 20]));

    private static float[] Add(PackedTree tree, float[] rows, int features, int? count = null)
    {
        var keys = new RowKeys(features);
        keys.Fill(rows, count ?? (rows.Length / features));
        float[] sums = new float[RowKeys.Capacity];
        tree.Add(keys, sums);
        return sums[..(count ?? (rows.Length / features))];
    }
}
