using Moliere.Tests.Validation.Metrics.Taus;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Taus;

namespace Moliere.Tests.Validation.Plots.Taus;

public sealed class ModeFiguresTests
{
    [Fact]
    public void Shares_OfEveryTrueModeSumToOne()
    {
        double[,] shares = ModeFigures.Shares(
            [0, 0, 0, 1, -1, 4, 7], [0, 1, 0, 1, 0, float.NaN, 1], weights: [1, 2, 1, 5, 1, 1, 1]);
        Assert.Equal((0.5, 0.5), (shares[0, 0], shares[0, 1]));
        Assert.Equal(1, shares[1, 1]);
        Assert.Equal(2, shares.Cast<double>().Sum());
    }

    [Fact]
    public void Confusion_ShowsNumbersUnderTheNamesOfTheModes()
    {
        Figure figure = ModeFigures.Confusion(ToyTaus.Of(3000), ToyTaus.Choices)!;
        var heat = (HeatLayer)Assert.Single(figure.Layers);
        Assert.True(heat.ShowsNumbers);
        Assert.InRange(heat.Contents[2, 2], 0.65, 0.75);
        Assert.InRange(heat.Contents[2, 3], 0.25, 0.35);
        Assert.Equal(5, figure.X.Names!.Count);
    }

    [Fact]
    public void WithoutModes_ThereIsNoMatrix()
    {
        ValidationSample bare = ToyTaus.Of(10) with { Variables = new Dictionary<string, float[]>() };
        Assert.Null(ModeFigures.Confusion(bare, ToyTaus.Choices));
    }
}
