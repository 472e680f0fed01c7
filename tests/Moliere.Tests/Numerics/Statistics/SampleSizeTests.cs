using Moliere.Numerics.Statistics;

namespace Moliere.Tests.Numerics.Statistics;

public sealed class SampleSizeTests
{
    [Fact]
    public void EqualWeights_CountAllRows()
    {
        Assert.Equal(7, SampleSize.Effective([2f, 2, 2, 2, 2, 2, 2]), 1e-12);
        Assert.Equal(7, SampleSize.Effective([0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2]), 1e-12);
    }

    [Fact]
    public void UnequalWeights_CountLess()
    {
        Assert.Equal(16.0 / 10, SampleSize.Effective([3f, 1, 0]), 1e-12);
        Assert.Equal(4.0 / 10, SampleSize.Effective([3.0, -1]), 1e-12);
        Assert.Equal(4.0 / 10, SampleSize.Effective(2, 10), 1e-12);
    }

    [Fact]
    public void NoWeight_HasNoSize()
    {
        Assert.Equal(0, SampleSize.Effective((ReadOnlySpan<float>)[0, 0]));
        Assert.Equal(0, SampleSize.Effective((ReadOnlySpan<double>)[]));
        Assert.Equal(0, SampleSize.Effective(0, 0));
    }
}
