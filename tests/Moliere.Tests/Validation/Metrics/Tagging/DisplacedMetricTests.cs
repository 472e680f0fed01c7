using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Tests.Validation.Metrics.Tagging;

public sealed class DisplacedMetricTests
{
    [Fact]
    public void Names_AreDistinctFromThoseOfOtherTaggers()
    {
        string[] all = [.. DisplacedMetric.All.Concat(InferenceMetric.All).Concat(TaggingMetric.All)];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(13, DisplacedMetric.All.Count);
    }
}
