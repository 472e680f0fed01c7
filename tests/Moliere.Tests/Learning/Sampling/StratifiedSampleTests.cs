using Moliere.Learning.Sampling;

namespace Moliere.Tests.Learning.Sampling;

public sealed class StratifiedSampleTests
{
    private static readonly FlatWeightsOptions Options = new() { Low = 0, High = 3, Bins = 3 };
    private static readonly double[] Values =
        [.. Enumerable.Range(0, 90).Select(i => i < 60 ? 0.5 : i < 80 ? 1.5 : i < 89 ? 2.5 : 7)];

    [Fact]
    public void EmptiestBin_DecidesTheSize()
    {
        int[] rows = StratifiedSample.Draw(Values, Options, null, seed: 1);

        Assert.Equal([9, 9, 9], Enumerable.Range(0, 3).Select(bin => rows.Count(r => Options.BinOf(Values[r]) == bin)));
        Assert.Equal(rows.Distinct().Order(), rows);
    }

    [Fact]
    public void WantedSize_IsTakenWhereThereIs()
    {
        int[] rows = StratifiedSample.Draw(Values, Options, 15, seed: 1);

        Assert.Equal(
            [15, 15, 9], Enumerable.Range(0, 3).Select(bin => rows.Count(r => Options.BinOf(Values[r]) == bin)));
    }

    [Fact]
    public void Seed_DecidesTheRows()
    {
        Assert.Equal(StratifiedSample.Draw(Values, Options, 5, 1), StratifiedSample.Draw(Values, Options, 5, 1));
        Assert.NotEqual(StratifiedSample.Draw(Values, Options, 5, 1), StratifiedSample.Draw(Values, Options, 5, 2));
    }

    [Fact]
    public void NoRows_GiveNone() => Assert.Empty(StratifiedSample.Draw([], Options, null, 1));
}
