using Moliere.Learning.Tabular;

namespace Moliere.Tests.Learning.Tabular;

public sealed class RowPartitionTests
{
    [Fact]
    public void Draw_DealsEveryRowOnce()
    {
        RowPartition split = RowPartition.Draw(100, 0.2, 0.25, 7, 3);
        Assert.Equal((60, 20, 20), (split.Training.Length, split.Validation.Length, split.Test.Length));
        Assert.Equal(Enumerable.Range(0, 100), split.Training.Concat(split.Validation).Concat(split.Test).Order());
        Assert.All(new[] { split.Training, split.Validation, split.Test }, part => Assert.Equal(part.Order(), part));
    }

    [Fact]
    public void Draw_DependsOnSeedAndRepetitionAlone()
    {
        Assert.Equal(RowPartition.Draw(50, 0.2, 0.2, 1, 0).Test, RowPartition.Draw(50, 0.2, 0.2, 1, 0).Test);
        Assert.NotEqual(RowPartition.Draw(50, 0.2, 0.2, 1, 0).Test, RowPartition.Draw(50, 0.2, 0.2, 1, 1).Test);
        Assert.NotEqual(RowPartition.Draw(50, 0.2, 0.2, 1, 0).Test, RowPartition.Draw(50, 0.2, 0.2, 2, 0).Test);
    }

    [Fact]
    public void WithoutValidation_TheTrainingRowsStandIn()
    {
        RowPartition split = RowPartition.OfTest(10, [3, 1], 0, 1, 0);
        Assert.Equal([1, 3], split.Test);
        Assert.Same(split.Training, split.Validation);
        Assert.Equal(8, split.Training.Length);
    }

    [Fact]
    public void TestParts_ReachEveryRowEquallyOften()
    {
        var counts = new int[20];
        for (int repetition = 0; repetition < 2000; repetition++)
        {
            foreach (int row in RowPartition.Draw(20, 0.25, 0, 11, repetition).Test)
            {
                counts[row]++;
            }
        }

        Assert.All(counts, count => Assert.InRange(count, 500 - 100, 500 + 100)); // 5 standard deviations
    }
}
