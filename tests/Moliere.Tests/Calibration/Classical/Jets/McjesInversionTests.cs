// covers: DetectorEtaBins
using Moliere.Calibration.Classical.Jets;
using Moliere.Numerics.Fits;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Jets;

public sealed class McjesInversionTests
{
    private static readonly McjesInversion s_step = ToyChain.Chain.Steps.OfType<McjesInversion>().Single();

    [Theory]
    [InlineData(0.2, 60)]
    [InlineData(-0.2, 60)]
    [InlineData(1.2, 300)]
    [InlineData(2.2, 1500)]
    [InlineData(-3.6, 1000)]
    public void Response_IsTheToysAtTheMeasuredEnergy(double eta, double energy)
    {
        double expected = ToyJetChain.Response(energy, eta);

        Assert.Equal(expected, s_step.ResponseAt(eta, expected * energy), 0.015);
    }

    [Fact]
    public void Response_IsFrozenAtBothEnds()
    {
        Assert.Equal(s_step.ResponseAt(0.3, 0.1), s_step.ResponseAt(0.3, 1e-6));
        Assert.Equal(s_step.ResponseAt(0.3, 1e5), s_step.ResponseAt(0.3, 1e9));
    }

    [Fact]
    public void Response_IsNeverBelowAQuarter()
    {
        var absurd = new McjesInversion(new(4.5, 1, true), [new PiecewiseLinear([0, 5], [-3, 0.5])]);

        Assert.Equal(0.25, absurd.ResponseAt(1, 1));
        Assert.Equal(0.5, absurd.ResponseAt(1, 1000), 1e-12);
    }

    [Fact]
    public void Bins_FoldAndClamp()
    {
        DetectorEtaBins folded = DetectorEtaBins.OfWidth(0.1, isFolded: true);
        DetectorEtaBins signed = DetectorEtaBins.OfWidth(0.1, isFolded: false);

        Assert.Equal((45, 90), (folded.Count, signed.Count));
        Assert.Equal(folded.IndexOf(1.23), folded.IndexOf(-1.23));
        Assert.Equal((0, 89), (signed.IndexOf(-9), signed.IndexOf(9)));
        Assert.Equal(-4.45, signed.Centre(0), 1e-9);
        Assert.Equal(0.05, folded.Centre(0), 1e-9);
    }

    [Theory]
    [InlineData(1_000_000, 1000, 90, false)]
    [InlineData(45_000, 1500, 30, true)]
    [InlineData(100, 1500, 1, true)]
    public void BinsForASample_HoldEnoughJets(int jets, int perBin, int count, bool isFolded)
    {
        DetectorEtaBins bins = DetectorEtaBins.For(jets, perBin);

        Assert.Equal((count, isFolded), (bins.Count, bins.IsFolded));
    }
}
