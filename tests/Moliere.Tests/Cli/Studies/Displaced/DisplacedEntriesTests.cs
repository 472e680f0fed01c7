using System.Text.Json;
using Moliere.Cli;
using Moliere.Cli.Studies.Displaced;
using Moliere.Tagging.Displaced;
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Tests.Cli.Studies.Displaced;

public sealed class DisplacedEntriesTests
{
    [Theory]
    [InlineData(0, 9)]
    [InlineData(9, 0)]
    [InlineData(0, 0)]
    public void PlaneWithAnEmptyRegion_IsWrittenWithoutErrors(float x, float y)
    {
        // Two events high in both, four low in both, one elsewhere: at least one of B, C and D is empty.
        var plane = AbcdPlane.Of([9, 9, 0, 0, 0, 0, x], [9, 9, 0, 0, 0, 0, y], [], 5, 5);
        string text = JsonSerializer.Serialize(
            DisplacedEntries.OfPlane(new(plane, plane, plane, plane, [], [])).ToArray(), JsonStyle.House);
        Assert.Contains(DisplacedMetric.PlanePredicted, text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }
}
