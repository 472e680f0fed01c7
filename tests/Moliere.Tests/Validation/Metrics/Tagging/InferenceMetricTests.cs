using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Tests.Validation.Metrics.Tagging;

public sealed class InferenceMetricTests
{
    [Fact]
    public void Names_AreNotThoseOfOtherMetrics() => Assert.Empty(InferenceMetric.All.Intersect(MetricName.All));
}
