using Moliere.Learning.Losses;
using Moliere.Learning.Training;

namespace Moliere.Tests.Learning.Training;

public sealed class CoupledRowsTests
{
    private static readonly DataSet Rows = SyntheticRows.Make(6, 1);

    [Fact]
    public void Rows_AreThoseInsideWithTheirContext()
    {
        var coupled = new CoupledRows(Rows, 3, [.. Enumerable.Range(0, 12).Select(i => (float)i)], 2);
        coupled.Check("toy");
        Assert.Equal((6, 3, 0, 1.0), (coupled.RowCount, coupled.Width, coupled.ListCount, coupled.MeanWeight));
        Assert.Equal(Rows.Row(4).ToArray(), coupled.Row(4).ToArray());
        Assert.Equal((Rows.Target(4), Rows.Weight(4)), (coupled.Target(4), coupled.Weight(4)));
        Assert.Equal([8f, 9f], coupled.ContextOf(4).ToArray());
    }

    [Fact]
    public void BatchOfSomeRows_CountsPositionsInItsOrder()
    {
        CoupledRows coupled = PairToy.Of(Rows);
        var batch = new CoupledBatch(coupled, [4, 5, 0, 1], [1, 2, 3, 4, 5, 6, 7, 8], outputCount: 2);
        Assert.Equal((4, 0), (batch.Count, batch.Row(2)));
        Assert.Equal([5f, 6f], batch.Output(2).ToArray());
        Assert.Equal(coupled.ContextOf(5)[0], batch.Context(1)[0]);
        Assert.Equal((Rows.Target(5), Rows.Weight(5)), (batch.Target(1), batch.Weight(1)));
    }

    [Theory]
    [InlineData(4, 6, "6 rows of the toy data set do not make groups of 4")]
    [InlineData(2, 5, "holds 5 numbers; 6 rows of 1 ask for 6")]
    public void CutGroupsAndWrongContext_AreRefused(int group, int context, string message)
    {
        var coupled = new CoupledRows(Rows, group, new float[context], 1);
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => coupled.Check("toy")).Message);
    }

    [Fact]
    public void ContextThatIsNotFinite_IsRefusedWithItsPlace()
    {
        var coupled = new CoupledRows(Rows, 2, [0, 0, 0, float.NaN, 0, 0], 1);
        Assert.Contains("NaN in row 3, column 0", Assert.Throws<ArgumentException>(() => coupled.Check("toy")).Message);
    }
}
