using Moliere.Numerics.Random;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Tagging;

namespace Moliere.Tests.Validation.Plots.Tagging;

public sealed class RejectionFiguresTests
{
    [Fact]
    public void Curve_IsThatOfTheRocAtTheLoss()
    {
        (float[] scores, bool[] isSignal) = Toy(4000, 3);
        CurveLayer layer = RejectionFigures.Curve("toy", scores, isSignal, []);
        var wanted = RocCurve.Of(scores, isSignal, []);
        Assert.All(layer.Points, point => Assert.Equal(wanted.Rejection(1 - point.Low), point.Value!.Value, 1e-9));
        CurvePoint tenth = layer.Points.Single(point => Math.Abs(point.Low - 0.1) < 1e-9);
        Assert.InRange(tenth.Error!.Value / tenth.Value!.Value, 0.1, 0.5); // some tens of 2000 pass
        Assert.Equal(layer.Points.Select(point => point.Low).Order(), layer.Points.Select(point => point.Low));
    }

    [Fact]
    public void Ends_HaveAnObjectBehindThem()
    {
        (float[] scores, bool[] isSignal) = Toy(4000, 1);
        CurveLayer layer = RejectionFigures.Curve("toy", scores, isSignal, []);
        Assert.InRange(layer.Points[0].Low * 2000, 0.999, 1.3);
        Assert.All(layer.Points, point => Assert.True(2000 / point.Value >= 0.999));

        // Equal weights of any size change nothing; unequal ones leave fewer effective objects.
        CurveLayer same = RejectionFigures.Curve("toy", scores, isSignal, [.. scores.Select(_ => 0.2f)]);
        Assert.Equal(layer.Points.Select(point => point.Low), same.Points.Select(point => point.Low));
        CurveLayer fewer = RejectionFigures.Curve(
            "toy", scores, isSignal, [.. scores.Select((_, row) => row % 20 < 2 ? 1f : 0.01f)]);
        Assert.True(fewer.Points[0].Low > 3 * layer.Points[0].Low);
    }

    [Fact]
    public void Figure_IsDrawn()
    {
        (float[] scores, bool[] isSignal) = Toy(400, 2);
        Figure figure = RejectionFigures.Of(
            [RejectionFigures.Curve("toy", scores, isSignal, [])], "label", "roc-toy", "Toy");
        Assert.Contains("<svg", FigureSvg.Render(figure, new(["toy"])), StringComparison.Ordinal);
        Assert.True(figure.X.IsLogarithmic && figure.Y.IsLogarithmic);
    }

    // Half signal, half background, apart by so many widths.
    private static (float[] Scores, bool[] IsSignal) Toy(int count, double distance)
    {
        var rng = new Rng(1, "toy rejection", 0);
        bool[] isSignal = [.. Enumerable.Range(0, count).Select(row => row % 2 == 0)];
        return ([.. isSignal.Select(one => (float)(rng.NextGaussian() + (one ? distance : 0)))], isSignal);
    }
}
