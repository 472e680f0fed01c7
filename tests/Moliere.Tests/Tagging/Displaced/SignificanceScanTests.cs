// covers: ScanPoint
using Moliere.Numerics.Random;
using Moliere.Tagging.Displaced;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Tagging.Displaced;

public sealed class SignificanceScanTests
{
    [Fact]
    public void OrdinaryEvents_CountAsManyAsBeamInducedOnes()
    {
        // 4 QCD and 2 BIB: each QCD event counts half.
        var scan = SignificanceScan.Of(
            [0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f], [0, 0, 0, 2, 0, 2, 1, 1], []);
        Assert.Equal(new ScanPoint(0.1f, 1, 4), scan.Points[0]);
        Assert.Equal(new ScanPoint(0.5f, 1, 1.5), scan.Points[4]);
        Assert.True(double.IsNaN(scan.Points[^1].Significance));
        Assert.Null(scan.Choice(10));
        Assert.Equal(2, scan.BeamInduced);
    }

    [Fact]
    public void CutChosenElsewhere_PassesWhatLiesAboveIt()
    {
        var scan = SignificanceScan.Of([0.1f, 0.2f, 0.3f, 0.4f], [0, 2, 1, 1], []);
        Assert.Equal(new ScanPoint(0.15, 1, 1), scan.At(0.15));
        Assert.Equal(new ScanPoint(0.4f, 0.5, 0), scan.At(0.4f));
        Assert.Equal(new ScanPoint(0.5, 0, 0), scan.At(0.5));
        Assert.Equal(2, scan.At(double.NegativeInfinity).Background);
        Assert.Equal(0.2f, (float)scan.Choice(0.5)!.Value.Cut);
    }

    [Fact]
    public void BestCut_LeavesEnoughBackground()
    {
        int[] classes = [.. Enumerable.Range(0, 300).Select(i => i % 3)];
        float[] scores = [.. Enumerable.Range(0, 300).Select(i => i % 3 == 1 ? 0.9f : i / 300f)];
        ScanPoint best = SignificanceScan.Of(scores, classes, []).Choice(10)!.Value;
        Assert.Equal(1, best.Signal, 1e-9);
        Assert.InRange(best.Background, 10, 32);
    }

    [Fact]
    public void Choice_LiesAtAnEventOfTheBackground()
    {
        // All signal passes 0.2 with less background than 0.1, but that count is the one of 0.5.
        var scan = SignificanceScan.Of([0.1f, 0.2f, 0.3f, 0.5f, 0.6f, 0.7f], [0, 1, 1, 2, 0, 1], []);
        Assert.True(scan.At(0.2f).Significance > scan.At(0.1f).Significance);
        Assert.Equal(scan.At(0.1f), scan.Choice(1));
    }

    [Fact]
    public void Choice_LeavesAsMuchOfOtherEvents()
    {
        var rng = new Rng(1, "choice of a cut", 0);
        double passed = 0;
        const int Trials = 4000;
        for (int trial = 0; trial < Trials; trial++)
        {
            // 100 of the background are flat in the score, as is half of the signal; the other half is above all.
            float[] scores = [.. Enumerable.Range(0, 300).Select(i => i < 100 ? 2 : (float)rng.NextDouble())];
            int[] classes = [.. Enumerable.Range(0, 300).Select(i => i < 200 ? 1 : i % 2 * 2)];
            passed += 100 * (1 - SignificanceScan.Of(scores, classes, []).Choice(2.5)!.Value.Cut);
        }

        // The third of a hundred has 3 / 101 above it on average; cuts just above the fourth would leave nearly 4.
        Assert.InRange(passed / Trials, 2.85, 3.1);
    }

    [Fact]
    public void Weights_CountAsThatManyEvents()
    {
        var plain = SignificanceScan.Of([0.1f, 0.2f, 0.2f, 0.3f], [0, 2, 2, 1], []);
        var weighted = SignificanceScan.Of([0.1f, 0.2f, 0.3f], [0, 2, 1], [1, 2, 1]);
        Assert.Equal(
            plain.Points.Select(point => (point.Cut, point.Signal, point.Background)),
            weighted.Points.Select(point => (point.Cut, point.Signal, point.Background)));
    }

    [Fact]
    public void MissingClass_IsSaid()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => SignificanceScan.Of([1, 2], [0, 1], []));
        Assert.Contains("class bib", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void EventsOfNoClass_AreRefused(int displaced)
    {
        string expected = $"Event 3 is of class {displaced}";
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => SignificanceScan.Of([1, 2, 3, 4], [0, 1, 2, displaced], []));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        DisplacedEvents events = DisplacedEvents.Of(DisplacedToy.Events(1, 4), new float[24]);
        events = events with { Classes = [0, 1, 2, displaced] };
        error = Assert.Throws<ArgumentException>(() => EventTrees.Derive(events, events, new()));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
