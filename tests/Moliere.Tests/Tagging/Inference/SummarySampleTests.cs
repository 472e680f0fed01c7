using Moliere.Learning.Training;
using Moliere.Tagging.Inference;

namespace Moliere.Tests.Tagging.Inference;

public sealed class SummarySampleTests
{
    [Theory]
    [InlineData("B0", 2)]
    [InlineData("B1", 4)]
    [InlineData("B2", 6)]
    [InlineData("B4", 6)]
    public void Group_HasTwoCopiesPerMovedNuisance(string name, int rows) =>
        Assert.Equal(rows, SummarySample.GroupSize(InferenceBenchmark.Of(name)));

    [Fact]
    public void Contributions_AddUpToExpectedCountsAndNoSlopeOfAShape()
    {
        CoupledRows rows = SummarySample.Draw(InferenceBenchmark.Of("B4"), 3, seed: 1);
        var sums = new double[5];
        for (int row = 0; row < rows.RowCount; row++)
        {
            for (int a = 0; a < sums.Length; a++)
            {
                sums[a] += rows.ContextOf(row)[a] / 3;
            }
        }

        Assert.Equal([1050, 1, 0, 0, 1], sums.Select(sum => Math.Round(sum, 3)));
    }

    [Fact]
    public void Copies_AreTheBackgroundEventMoved()
    {
        CoupledRows rows = SummarySample.Draw(InferenceBenchmark.Of("B2"), 2, seed: 9);
        Assert.Equal(rows.Row(7)[0] + 0.1f, rows.Row(8)[0], 1e-5f);
        Assert.Equal(rows.Row(7)[0] - 0.1f, rows.Row(9)[0], 1e-5f);
        Assert.Equal((rows.Row(7)[2] + 1) / 1.1f, rows.Row(10)[2] + 1, 1e-5f);
        Assert.Equal((rows.Row(7)[2] + 1) / 0.9f, rows.Row(11)[2] + 1, 1e-5f);
    }
}
