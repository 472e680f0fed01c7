using Moliere.Data.Objects;

namespace Moliere.Tests.Data.Objects;

public sealed class PredictedDistributionTests
{
    [Fact]
    public void Of_GivesTheParametersOfTheRow()
    {
        var distribution = new PredictedDistribution
        {
            Scale = ResponseScale.Log10,
            Components = 2,
            Parameters = [.. Enumerable.Range(0, 18).Select(i => (float)i)],
        };
        Assert.Equal([6f, 7, 8, 9, 10, 11], distribution.Of(1).ToArray());
    }
}
