using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Tests.Validation.Metrics.Tagging;

public sealed class PivotMetricTests
{
    [Fact]
    public void Names_AreNotThoseOfOtherMetrics() =>
        Assert.Empty(PivotMetric.All.Intersect(MetricName.All.Union(InferenceMetric.All)));
}
