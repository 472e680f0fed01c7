// covers: ReferenceDistribution
using Moliere.Cli.Studies.Simulation;

namespace Moliere.Tests.Cli.Studies.Simulation;

public sealed class ReferenceDataTests
{
    [Fact]
    public void ShippedReference_IsCompleteAndNamesItsSources()
    {
        ReferenceData data = ReferenceData.Shipped;
        Assert.All(data.Numbers, number => Assert.True(number.Source.Length > 5 && double.IsFinite(number.Value)));
        Assert.All(data.Distributions, shape =>
        {
            Assert.Equal(shape.Edges.Length - 1, shape.Values.Length);
            Assert.Equal(shape.Values.Length, shape.Errors.Length);
            Assert.All(shape.Edges.Zip(shape.Edges.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        });
        Assert.Equal(5, data.All("jets.gluon.girth_mean").Count);
        Assert.Equal(20.76, data.Number("lepton.charged_multiplicity_mean").Value);
    }

    [Theory]
    [InlineData("lepton.charged_multiplicity")]
    [InlineData("lepton.one_minus_thrust")]
    [InlineData("minimum_bias.multiplicity")]
    public void Densities_AreNormalised(string name)
    {
        ReferenceDistribution shape = ReferenceData.Shipped.Distribution(name);
        double sum = shape.Values.Select((value, bin) => value * (shape.Edges[bin + 1] - shape.Edges[bin])).Sum();
        Assert.Equal(1, sum, 0.02);
    }

    [Fact]
    public void UnknownName_IsAnError()
    {
        Assert.Throws<KeyNotFoundException>(() => ReferenceData.Shipped.Number("nothing"));
        Assert.Throws<KeyNotFoundException>(() => ReferenceData.Shipped.Distribution("nothing"));
    }
}
