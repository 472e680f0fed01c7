// covers: PercentileCell, PercentileDiscriminant, PercentileOptions
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tagging.Decorrelation;

namespace Moliere.Tests.Tagging.Decorrelation;

public sealed class PercentileDerivationTests
{
    private static readonly PercentileOptions s_options = new() { PtLow = 300, PtHigh = 900 };

    [Fact]
    public void TheSameShareOfBackgroundPassesEverywhere()
    {
        PercentileDiscriminant knn = PercentileDerivation.Derive("knn", ToyBoostedJets.Sample(40_000, 1), s_options);
        BoostedSample test = ToyBoostedJets.Sample(20_000, 2);
        float[] scores = knn.Score(test.Jets, 2), plain = test.Jets.Floats(BoostedJetColumns.D2);
        foreach ((double low, double high) in ((double, double)[])[(50, 90), (90, 150), (150, 300)])
        {
            int[] rows = [.. test.Background.Where(row => test.Mass[row] >= low && test.Mass[row] < high
                && JetScaling.Rho(test.Mass[row], test.Pt[row]) < s_options.RhoHigh)]; // beyond, nothing is measured
            Assert.InRange(rows.Count(row => scores[row] > 0) / (double)rows.Length, 0.12, 0.2);
        }

        double Share(double low, double high) => test.Background.Where(row => test.Mass[row] >= low
            && test.Mass[row] < high).Average(row => plain[row] < 0.3 ? 1.0 : 0.0);
        Assert.True(Share(150, 300) > 3 * Share(50, 90), "the toy's D2 falls with the mass");
    }

    [Fact]
    public void Percentile_IsTheCellsOwnOnIt_AndAMeanBetween()
    {
        var knn = new PercentileDiscriminant(
            "knn", "d2", s_options with { Neighbours = 2 }, [new(0.5, 0.5, 1), new(2.5, 0.5, 4), new(9, 9, 100)]);
        Assert.Equal(4, knn.Percentile(2.5, 0.5), 1e-12);
        Assert.Equal(2.5, knn.Percentile(1.5, 0.5), 1e-12);
        Assert.Equal(((1 / 0.5) + (4 / 1.5)) / ((1 / 0.5) + (1 / 1.5)), knn.Percentile(1, 0.5), 1e-12);
    }

    [Fact]
    public void JetsWithoutMassOrMomentum_HaveNoScore_AndBelongToNoCell()
    {
        Table broken = ToyBoostedJets.WithoutMass(400);
        PercentileOptions options = s_options with { Cells = 3, FewestJets = 5 };
        var cells = PercentileDerivation.Derive("knn", BoostedSample.Of(broken, "toy", 300, 900), options);
        float[] scores = cells.Score(broken, 2);
        Assert.All(scores[..8], score => Assert.True(float.IsNaN(score)));
        Assert.All(scores[8..], score => Assert.True(float.IsFinite(score)));
        Assert.All(cells.Cells, cell => Assert.True(double.IsFinite(cell.Percentile)));
    }

    [Fact]
    public void TooFewJets_AreRefused() => Assert.Contains(
        "no cell of the grid", Assert.Throws<ArgumentException>(() => PercentileDerivation.Derive(
            "knn", ToyBoostedJets.Sample(30, 1), s_options)).Message, StringComparison.Ordinal);
}
