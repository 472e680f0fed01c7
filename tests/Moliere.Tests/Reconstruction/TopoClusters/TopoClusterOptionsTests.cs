using System.ComponentModel.DataAnnotations;
using Moliere.Reconstruction.TopoClusters;

namespace Moliere.Tests.Reconstruction.TopoClusters;

public sealed class TopoClusterOptionsTests
{
    [Fact]
    public void Defaults_AreThoseOfThePaper()
    {
        var options = new TopoClusterOptions();
        Assert.Equal((4.0, 2.0, 0.0), (options.SeedThreshold, options.GrowthThreshold, options.BoundaryThreshold));
        Assert.Equal((0.5, 4, 50.0), (options.MaximumEnergy, options.MaximumNeighbours, options.SharingLength));
        Assert.True(IsValid(options));
    }

    [Fact]
    public void NegativeThreshold_IsInvalid() => Assert.False(IsValid(new TopoClusterOptions { GrowthThreshold = -1 }));

    private static bool IsValid(TopoClusterOptions options) =>
        Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true);
}
