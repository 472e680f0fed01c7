using Moliere.Validation.Plots.Events;

namespace Moliere.Tests.Validation.Plots.Events;

public sealed class LabelPlacementTests
{
    [Fact]
    public void FirstLabel_StandsCentredAbove() =>
        Assert.Equal((75, 75), new LabelPlacement(0, 0, 200, 200).Take(100, 100, (20, 20), 50));

    [Fact]
    public void LabelsOfTheSamePlace_DoNotOverlap()
    {
        var labels = new LabelPlacement(0, 0, 400, 400);
        (double X, double Y)[] places = [.. Enumerable.Range(0, 4).Select(_ => labels.Take(200, 200, (20, 20), 50))];
        for (int i = 0; i < places.Length; i++)
        {
            Assert.All(places[..i], other => Assert.True(
                Math.Abs(other.X - places[i].X) >= 50 || Math.Abs(other.Y - places[i].Y) >= 17));
        }
    }

    [Fact]
    public void AtAnEdge_TheLabelStaysInside()
    {
        (double x, double y) = new LabelPlacement(0, 0, 200, 200).Take(5, 5, (20, 20), 50);
        Assert.InRange(x, 0, 150);
        Assert.InRange(y, 17, 200);
    }
}
