using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Tests.Learning.Models;

namespace Moliere.Tests.Learning.Training;

public sealed class SetRowsTests
{
    private static readonly SetRows Good = new([1, 2], 1, [0, 2, 3], [1, 2, 3, 4, 5, 6], 2, [0, 1], null);

    [Fact]
    public void Row_HasItsFeaturesPointsTargetAndWeight()
    {
        SetRows rows = Good with { Weights = [3, 5] };
        rows.Check("training");
        Assert.Equal([2f], rows.Row(1).ToArray());
        Assert.Equal([5f, 6f], rows.Points(1).ToArray());
        Assert.Equal([1f, 2, 3, 4], rows.Points(0).ToArray());
        Assert.Equal((1, 5, 4), (rows.Target(1), rows.Weight(1), rows.MeanWeight));
        Assert.Equal((2, 1, 2), (rows.RowCount, rows.Width, rows.ListWidth(0)));
    }

    [Fact]
    public void WrongOffsetsAndPoints_AreNamed()
    {
        Assert.Contains("2 offsets for 2 rows", Message(Good with { Offsets = [0, 3] }));
        Assert.Contains("row 1", Message(Good with { Offsets = [0, 3, 2] }));
        Assert.Contains("needs 4", Message(Good with { Offsets = [0, 1, 2] }));
        Assert.Contains(
            "NaN in row 1, point 0, column 1", Message(Good with { SetPoints = [1, 2, 3, 4, 5, float.NaN] }));
        Assert.Contains("NaN in row 0", Message(Good with { Targets = [float.NaN, 0] }));

        static string Message(SetRows rows) =>
            Assert.Throws<ArgumentException>(() => rows.Check("training")).Message;
    }

    [Fact]
    public void Fingerprint_KnowsWhereSetsEnd()
    {
        // The same points in the same order, dealt to the rows in another way.
        SetRows other = Good with { Offsets = [0, 1, 3] };
        Assert.NotEqual(FingerprintOf(Good), FingerprintOf(other));
        Assert.Equal(FingerprintOf(Good), FingerprintOf(Good with { Offsets = [0, 2, 3] }));

        static byte[] FingerprintOf(SetRows rows)
        {
            var plan = new NetworkPlan { Sets = new() { Point = [2], Object = [2] } };
            return Fingerprint.Of(plan.Create(1, 1, 2), "x", rows, rows, new());
        }
    }

    [Fact]
    public void CanonicalOrder_IsTheSameForAnyOrderOfPoints()
    {
        SetRows rows = SetToy.Make(50, 1), shuffled = SetToy.Make(50, 1, isShuffled: true);
        var order = new CanonicalOrder(2);
        for (int row = 0; row < rows.RowCount; row++)
        {
            float[] sorted = Ordered(order, rows.Points(row));
            Assert.Equal(sorted, Ordered(order, shuffled.Points(row)));
            Assert.Equal(sorted.Where((_, i) => i % 2 == 0).OrderDescending(), sorted.Where((_, i) => i % 2 == 0));
        }
    }

    [Fact]
    public void CanonicalOrder_BreaksTiesByLaterFeaturesAndBySign()
    {
        var order = new CanonicalOrder(2);
        Assert.Equal([1f, 3, 1, 2, 0, 1, -0f, 5], Ordered(order, [-0f, 5, 1, 2, 0, 1, 1, 3]));
        Assert.Equal([1f, 3, 1, 2, 0, 1, -0f, 5], Ordered(order, [1, 3, 1, 2, 0, 1, -0f, 5]));
        Assert.Equal([], Ordered(order, []));
    }

    private static float[] Ordered(CanonicalOrder order, ReadOnlySpan<float> points)
    {
        var sorted = new List<float>();
        foreach (int point in order.Of(points))
        {
            sorted.AddRange(points.Slice(point * 2, 2));
        }

        return [.. sorted];
    }
}
