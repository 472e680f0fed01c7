using System.Text.RegularExpressions;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class SimulationMetricTests
{
    [Fact]
    public void Names_AreSnakeCaseAndUnique()
    {
        Assert.All(SimulationMetric.All, name => Assert.Matches(new Regex("^[a-z0-9_]+$"), name));
        Assert.Equal(SimulationMetric.All.Count, SimulationMetric.All.Distinct().Count());
        Assert.Empty(SimulationMetric.All.Intersect(MetricName.All.Union(RegressionMetric.All)));
    }

    [Fact]
    public void QuantitiesAndModes_HaveTheirMetrics()
    {
        Assert.All(SimulationMetric.OfJets, name => Assert.Contains($"{name}_rms", SimulationMetric.All));
        Assert.All(SimulationMetric.TauModes, name => Assert.Contains($"tau_{name}_fraction", SimulationMetric.All));
    }
}
