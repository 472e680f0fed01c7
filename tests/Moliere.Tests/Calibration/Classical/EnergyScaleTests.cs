using Moliere.Calibration.Classical;
using Moliere.Data.Objects;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical;

public sealed class EnergyScaleTests
{
    [Fact]
    public void AnyCluster_KeepsItsEnergy()
    {
        Predictions predictions = new EnergyScale().Apply(ToyClusters.WithResponse(0.5, 100, 7, seed: 1));

        Assert.Equal(Enumerable.Repeat(1f, 7), predictions.Response);
        Assert.Equal(0, predictions.NotCalibratedCount);
        Assert.False(predictions.HasUncertainty);
    }
}
