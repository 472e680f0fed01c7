using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Growth;

namespace Moliere.Tests.Learning.Trees.Growth;

public sealed class BinMapperTests
{
    [Fact]
    public void FewDistinctValues_AreExactAndCutHalfWay()
    {
        (FeatureCuts cuts, byte[] bins) = Map([3, 1, 1, 7, 3, -0f, 0f], 4);
        Assert.Equal([0.5f, 2, 5], cuts.Cuts);
        Assert.Equal([2, 1, 1, 3, 2, 0, 0], bins);
        Assert.False(cuts.HasMissing);
    }

    [Fact]
    public void ManyValues_FillBinsEvenly()
    {
        float[] values = [.. Enumerable.Range(0, 10_000).Select(i => MathF.Exp(i * 37 % 10_000 / 999f))];
        (FeatureCuts cuts, byte[] bins) = Map(values, 256);
        Assert.Equal(255, cuts.Cuts.Length);
        int[] counts = [.. bins.GroupBy(bin => bin).Select(group => group.Count())];
        Assert.InRange(counts.Min(), 38, 39);
        Assert.InRange(counts.Max(), 39, 41);
    }

    [Fact]
    public void AHeavyValue_HasABinOfItsOwnAndLeavesTheOthersToTheRest()
    {
        float[] values = [.. Enumerable.Repeat(5f, 5000), .. Enumerable.Range(0, 5000).Select(i => i / 500f)];
        (FeatureCuts cuts, byte[] bins) = Map(values, 64);
        Assert.InRange(cuts.Cuts.Length, 60, 63);
        Assert.InRange(values.Zip(bins).Count(pair => pair.Second == bins[0]), 5000, 5200);
    }

    [Fact]
    public void Weights_MoveTheCuts()
    {
        float[] values = [.. Enumerable.Range(0, 1000).Select(i => (float)i)];
        float[] weights = [.. values.Select(value => value < 100 ? 9f : 1f)];
        (FeatureCuts cuts, _) = Map(values, 2, weights);
        Assert.InRange(Assert.Single(cuts.Cuts), 99, 107);
    }

    [Fact]
    public void MissingValues_HaveTheLastBinAndACutAboveAllValues()
    {
        (FeatureCuts cuts, byte[] bins) = Map([1, float.NaN, 2, float.NaN], 256);
        Assert.Equal([1.5f, float.MaxValue], cuts.Cuts);
        Assert.Equal([0, 255, 1, 255], bins);
    }

    [Fact]
    public void NeighbouringFloats_AreStillToldApart()
    {
        float low = 1, high = MathF.BitIncrement(1);
        (FeatureCuts cuts, byte[] bins) = Map([low, high], 256);
        Assert.True(low < cuts.Cuts[0] && high >= cuts.Cuts[0]);
        Assert.Equal([0, 1], bins);
    }

    [Fact]
    public void ConstantOrAbsentFeatures_HaveNoCutBetweenValues()
    {
        Assert.Empty(Map([4, 4, 4], 256).Cuts.Cuts);
        Assert.Empty(Map([float.NaN, float.NaN], 256).Cuts.Cuts);
    }

    [Fact]
    public void Bins_FollowTheRuleOfTrees()
    {
        float[] values = [.. ToyRows.Draw(5000).Features.Where((_, i) => i % 5 == 0)];
        (FeatureCuts cuts, byte[] bins) = Map(values, 100);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(cuts.Cuts.Count(cut => values[i] >= cut), bins[i]);
        }
    }

    private static (FeatureCuts Cuts, byte[] Bins) Map(float[] values, int bins, float[]? weights = null)
    {
        var rows = new TreeRows(values, ["x"], new float[values.Length], weights);
        byte[] column = new byte[values.Length];
        return (new BinMapper(rows, bins).Map(0, column, 1), column);
    }
}
