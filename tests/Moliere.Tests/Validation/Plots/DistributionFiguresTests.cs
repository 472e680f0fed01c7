using Moliere.Tests.Validation.Metrics;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Plots;

public sealed class DistributionFiguresTests
{
    private static readonly FigureChoices Choices = new() { Methods = ["right", "bare"] };
    private static readonly BinAxis Energy = BinAxis.Logarithmic("E_dep", 5, 0.3, 1000);
    private static readonly ValidationSample Sample = SyntheticSample.LogNormal(20000, 0.8, 0.1);

    [Fact]
    public void LineShape_IsADensityAroundTheResponse()
    {
        Figure figure = DistributionFigures.LineShape(Sample, Energy, new ValueBin(5, 20), Choices);
        var bare = (HistogramLayer)figure.Layers[1];

        Assert.Equal("lineshape-E_dep-5-20", figure.Id);
        Assert.Equal(1, bare.Contents.Sum() * (bare.Edges[1] - bare.Edges[0]), 1e-6);
        Assert.InRange(bare.Edges[Array.IndexOf(bare.Contents, bare.Contents.Max())], 0.7, 0.85);
    }

    [Fact]
    public void Pulls_BelongToMethodsWithUncertaintyAndComeWithTheNormalLaw()
    {
        Figure figure = DistributionFigures.Pulls(Sample, Choices)!;

        Assert.Equal(["right", DistributionFigures.NormalLaw], figure.Layers.Select(layer => layer.Method));
        Assert.InRange(((HistogramLayer)figure.Layers[0]).Contents.Max(), 0.35, 0.46);
        Assert.Null(DistributionFigures.Pulls(Sample, Choices with { Methods = ["bare"] }));
    }

    [Fact]
    public void ResponseMap_IsNormalisedInEveryColumn()
    {
        Figure figure = DistributionFigures.ResponseMap(Sample, Sample.Methods[0], Energy, Choices);
        var heat = (HeatLayer)figure.Layers[0];

        for (int x = 0; x < 5; x++)
        {
            double sum = Enumerable.Range(0, 50).Sum(y => heat.Contents[x, y]);
            Assert.Equal(1, sum * (heat.YEdges[1] - heat.YEdges[0]), 1e-3);
        }
    }
}
