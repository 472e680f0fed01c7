// covers: JetStep
using Moliere.Calibration.Classical.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Fits;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Jets;

public sealed class JetChainTests
{
    private static readonly double[] s_edges = [20, 30, 50, 80, 130, 220, 400, 800, 2000];

    [Theory]
    [InlineData("mcjes")]
    [InlineData("eta")]
    [InlineData("gsc")]
    public void MeanResponse_ClosesWithinAPercent(string method)
    {
        float[] ratio = ToyChain.Ratio(method);
        for (int bin = 1; bin < s_edges.Length - 1; bin++)
        {
            NormalEstimate core = ToyChain.Core(ratio, s_edges[bin], s_edges[bin + 1]);
            Assert.InRange(core.Mean, 0.99, 1.01);
        }
    }

    [Theory]
    [InlineData(0, 0.8)]
    [InlineData(1.3, 1.8)]
    [InlineData(2.5, 3.2)]
    [InlineData(3.2, 4.5)]
    public void MeanResponse_ClosesInEachRegion(double from, double to)
    {
        float[] ratio = ToyChain.Ratio("eta"), eta = ToyChain.Test.Floats(JetColumns.DetectorEta);
        float[] truth = ToyChain.Test.Floats(JetColumns.TruthPt);

        NormalEstimate core = ToyChain.Core(
            ratio, row => truth[row] > 50 && Math.Abs(eta[row]) >= from && Math.Abs(eta[row]) < to);

        Assert.InRange(core.Mean, 0.99, 1.01);
    }

    [Fact]
    public void GlobalCorrection_NarrowsTheResponseAndKeepsItsMean()
    {
        float[] before = ToyChain.Ratio("eta"), after = ToyChain.Ratio("gsc");
        float[] eta = ToyChain.Test.Floats(JetColumns.DetectorEta), truth = ToyChain.Test.Floats(JetColumns.TruthPt);
        for (int bin = 1; bin < s_edges.Length - 1; bin++)
        {
            (double low, double high) = (s_edges[bin], s_edges[bin + 1]);
            bool IsTaken(int row) => Math.Abs(eta[row]) < 2.4 && truth[row] >= low && truth[row] < high;
            NormalEstimate wide = ToyChain.Core(before, IsTaken), narrow = ToyChain.Core(after, IsTaken);
            Assert.Equal(wide.Mean, narrow.Mean, 0.005);
            Assert.True(narrow.Width < 0.97 * wide.Width, $"{low} GeV: {narrow.Width} after {wide.Width}");
        }
    }

    [Fact]
    public void JetsThatPunchThrough_GetTheirEnergyBack()
    {
        float[] before = ToyChain.Ratio("eta"), after = ToyChain.Ratio("gsc");
        float[] eta = ToyChain.Test.Floats(JetColumns.DetectorEta);
        float[] segments = ToyChain.Test.Floats(JetColumns.Segments);
        bool IsTaken(int row) => Math.Abs(eta[row]) < 2.4 && segments[row] > 60;

        Assert.InRange(ToyChain.Core(before, IsTaken).Mean, 0.75, 0.86);
        Assert.InRange(ToyChain.Core(after, IsTaken).Mean, 0.97, 1.02);
    }

    [Fact]
    public void Methods_AreTheStepsInOrder()
    {
        Assert.Equal(JetChain.Methods, ToyChain.Chain.Steps.Select(step => step.Method).Distinct());
        var error = Assert.Throws<ArgumentException>(() => ToyChain.Chain.UpTo("lcw"));
        Assert.Contains("Found the method 'lcw', expected one of pileup, mcjes, eta, gsc.", error.Message);
    }

    [Fact]
    public void JetOfPileupAlone_StaysSoftPositiveAndIsCounted()
    {
        Table jets = ToyChain.Test.Select([0, 1, 2]);
        jets.Floats(JetColumns.Density)[1] = 1e4f;

        Predictions predictions = ToyChain.Chain.UpTo("pileup").Apply(jets);

        Assert.Equal(10, predictions.Response[1], 1e-3);
        Assert.Equal(0, predictions.NotCalibratedCount);
        Assert.Equal(
            ToyChain.Chain.CountFloored(ToyChain.Test.Select([0, 1, 2])) + 1, ToyChain.Chain.CountFloored(jets));
    }
}
