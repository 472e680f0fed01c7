using Moliere.Tagging.Inference;

namespace Moliere.Tests.Tagging.Inference;

public sealed class CountTemplatesTests
{
    [Fact]
    public void OneBin_KnowsTheSignalToTheRootOfItsCount()
    {
        var templates = new CountTemplates([1050], [[1], [0], [0], [1]]);
        Assert.Equal(Math.Sqrt(1050), templates.Uncertainty(InferenceBenchmark.Of("B0")), 1e-9);
    }

    [Fact]
    public void MoreFreedom_NeverHelps()
    {
        CountTemplates templates = ExactReferences.OptimalClassifier(10);
        double Of(string name) => templates.Uncertainty(InferenceBenchmark.Of(name));
        Assert.True(Of("B0") < Of("B1"));
        Assert.True(Of("B1") < Of("B2"));
        Assert.True(Of("B3") < Of("B2"));
        Assert.True(Of("B3") < Of("B4"));
    }
}
