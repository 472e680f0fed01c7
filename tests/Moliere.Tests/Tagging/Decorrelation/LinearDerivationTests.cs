// covers: BoostedSample, LinearDiscriminant, VariableDiscriminant, IDiscriminant
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tagging.Decorrelation;

namespace Moliere.Tests.Tagging.Decorrelation;

public sealed class LinearDerivationTests
{
    [Fact]
    public void Slope_IsThatOfTheToy_AndTheMeanBecomesStraight()
    {
        BoostedSample train = ToyBoostedJets.Sample(40_000, 1), test = ToyBoostedJets.Sample(8000, 2);
        LinearDiscriminant ddt = LinearDerivation.Derive("ddt", train);
        Assert.Equal(-0.12, ddt.Slope, 0.015); // of the first variable
        double plain = Trend(test, new VariableDiscriminant("tau21", BoostedJetColumns.Tau21).Score(test.Jets, 1));
        Assert.InRange(Math.Abs(Trend(test, ddt.Score(test.Jets, 1)) / plain), 0, 0.15);
    }

    [Fact]
    public void JetsWithoutMassOrMomentum_HaveNoScore()
    {
        Table broken = ToyBoostedJets.WithoutMass(400);
        LinearDiscriminant ddt = LinearDerivation.Derive("ddt", BoostedSample.Of(broken, "toy", 300, 900));
        float[] scores = ddt.Score(broken, 1);
        Assert.All(scores[..8], score => Assert.True(float.IsNaN(score)));
        Assert.All(scores[8..], score => Assert.True(float.IsFinite(score)));
        Table infinite = new([new FloatColumn(BoostedJetColumns.D2, "", "", [1, float.NegativeInfinity])]);
        Assert.Equal([-1, float.NaN], new VariableDiscriminant("d2", BoostedJetColumns.D2).Score(infinite, 1));
    }

    [Fact]
    public void Classes_GetOneSpectrumAndOneSum()
    {
        BoostedSample sample = ToyBoostedJets.Sample(5000, 3);
        double[] sums = new double[2], low = new double[2];
        for (int row = 0; row < sample.Count; row++)
        {
            int label = sample.IsSignal[row] ? 1 : 0;
            sums[label] += sample.Weights[row];
            low[label] += sample.Pt[row] < 500 ? sample.Weights[row] : 0;
        }

        Assert.Equal(sums[0], sums[1], 0.01 * sums[0]);
        Assert.Equal(low[0] / sums[0], low[1] / sums[1], 0.02);
        Assert.Equal(2500, sample.Background.Length);
    }

    [Fact]
    public void SamplesWithoutWhatIsNeeded_AreRefused()
    {
        Table jets = ToyBoostedJets.Table(200, 1);
        int[] background = [.. Enumerable.Range(0, 100).Select(i => (2 * i) + 1)];
        Assert.Contains("no boson jets", Message(jets.Select(background)), StringComparison.Ordinal);
        Assert.Contains("no quark and gluon jets", Message(jets.Select([0, 2, 4])), StringComparison.Ordinal);
        Table constant = new([.. jets.Columns.Select(column => column.Name != BoostedJetColumns.Mass ? column
            : new FloatColumn(column.Name, "GeV", "", [.. Enumerable.Repeat(80f, 200)]))]);
        Assert.Contains("have the mass 80 GeV", Message(constant), StringComparison.Ordinal);
        Assert.Contains("a slope needs 30", Assert.Throws<ArgumentException>(
            () => LinearDerivation.Derive("ddt", ToyBoostedJets.Sample(40, 1))).Message, StringComparison.Ordinal);
    }

    private static string Message(Table jets) =>
        Assert.Throws<ArgumentException>(() => BoostedSample.Of(jets, "toy", 300, 900)).Message;

    // Covariance of score and rho' of background.
    private static double Trend(BoostedSample sample, float[] scores)
    {
        double[] rho = [.. sample.Background.Select(row => JetScaling.RhoPrime(sample.Mass[row], sample.Pt[row]))];
        double mean = rho.Average(), score = sample.Background.Average(row => scores[row]);
        return sample.Background.Select((row, i) => (rho[i] - mean) * (scores[row] - score)).Average();
    }
}
