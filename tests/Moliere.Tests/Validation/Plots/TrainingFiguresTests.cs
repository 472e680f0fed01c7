using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Plots;

public sealed class TrainingFiguresTests
{
    [Fact]
    public void Losses_StandAtTheirEpochsAndDivergenceLeavesAGap()
    {
        Figure figure = TrainingFigures.Loss("mdn", [1, 0.5], [1.1, double.NaN], "toy");
        var validation = (CurveLayer)figure.Layers[1];

        Assert.Equal(TrainingFigures.Curves, figure.Layers.Select(layer => layer.Method));
        Assert.Equal((0.5, 1.5), (validation.Points[0].Low, validation.Points[0].High));
        Assert.Null(validation.Points[1].Value);
        Assert.Equal("toy", figure.Label);
    }
}
