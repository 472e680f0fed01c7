// covers: PointLists
using Moliere.Learning.Training;
using Moliere.Tests.Learning.Models;

namespace Moliere.Tests.Learning.Training;

public sealed class SequenceRowsTests
{
    private static readonly SequenceRows Good = new(
        new([1, 2], 1, [0, 1], [3, 5]),
        [new("clusters", 2, [0, 2, 3], [1, 2, 3, 4, 5, 6]), new("tracks", 1, [0, 0, 1], [7])]);

    [Fact]
    public void Row_HasItsFeaturesListsTargetAndWeight()
    {
        Good.Check("training");
        Assert.Equal((2, 1, 2), (Good.RowCount, Good.Width, Good.ListCount));
        Assert.Equal((2, 1), (Good.ListWidth(0), Good.ListWidth(1)));
        Assert.Equal([2f], Good.Row(1).ToArray());
        Assert.Equal([1f, 2, 3, 4], Good.Points(0).ToArray());
        Assert.Equal([5f, 6], Good.Points(1, 0).ToArray());
        Assert.Equal([], Good.Points(0, 1).ToArray());
        Assert.Equal([7f], Good.Points(1, 1).ToArray());
        Assert.Equal((1, 5, 4), (Good.Target(1), Good.Weight(1), Good.MeanWeight));
    }

    [Fact]
    public void CoupledRows_PassListsOn()
    {
        var coupled = new CoupledRows(Good, 1, [0.5f, 0.6f], 1);
        coupled.Check("control");
        Assert.Equal((2, 1), (coupled.ListCount, coupled.ListWidth(1)));
        Assert.Equal([7f], coupled.Points(1, 1).ToArray());
    }

    [Fact]
    public void WrongOffsetsAndPoints_AreNamed()
    {
        Assert.Contains("clusters of the training data set have 2 offsets", Message([0, 3], [1, 2, 3, 4, 5, 6]));
        Assert.Contains("3 offsets from 0 on and 6 numbers", Message([0, 2, 3], [1, 2, 3]));
        Assert.Contains("clusters of row 1 of the training data set end", Message([0, 4, 3], [1, 2, 3, 4, 5, 6]));
        Assert.Contains("NaN in row 1, point 0, column 1", Message([0, 2, 3], [1, 2, 3, 4, 5, float.NaN]));

        static string Message(int[] offsets, float[] values) => Assert.Throws<ArgumentException>(() =>
            (Good with { Lists = [new("clusters", 2, offsets, values)] }).Check("training")).Message;
    }

    [Fact]
    public void RowsWithoutLists_HaveNone()
    {
        Assert.Equal(0, Good.Plain.ListCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => Good.Plain.ListWidth(0));
        Assert.Equal([], Good.Plain.Points(0).ToArray());
    }

    [Fact]
    public void Toy_HasEmptyListsOfBothKinds()
    {
        SequenceRows toy = SequenceToy.Make(100, 1);
        toy.Check("toy");
        Assert.Contains(Enumerable.Range(0, 100), row => toy.Points(row, 0).IsEmpty);
        Assert.Contains(Enumerable.Range(0, 100), row => toy.Points(row, 1).IsEmpty);
    }
}
