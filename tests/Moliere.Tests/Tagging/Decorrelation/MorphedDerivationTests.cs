// covers: MorphedDiscriminant
using Moliere.Data.Objects;
using Moliere.Numerics.Statistics;
using Moliere.Tagging.Decorrelation;

namespace Moliere.Tests.Tagging.Decorrelation;

public sealed class MorphedDerivationTests
{
    [Fact]
    public void EveryMass_GetsOneShape()
    {
        MorphedDiscriminant css = MorphedDerivation.Derive("css", ToyBoostedJets.Sample(30_000, 1));
        BoostedSample test = ToyBoostedJets.Sample(20_000, 2);
        float[] scores = css.Score(test.Jets, 1), plain = test.Jets.Floats(BoostedJetColumns.D2);
        Assert.InRange(Distance(test, scores), 0, 0.04); // two samples of 5000 differ by 0.02
        Assert.True(Distance(test, plain) > 0.2);
    }

    [Fact]
    public void Order_StaysWithinOneMass_AlsoBeyondTheQuantiles()
    {
        var css = new MorphedDiscriminant("css", "d2", [80, 120], [[0, 1, 2], [1, 3, 5]], [0, 10, 20]);
        float[] scores = css.Score(new([
            new Moliere.Data.Tables.FloatColumn("d2", "", "", [-1, 0.5f, 1, 1.5f, 3, float.NaN]),
            new Moliere.Data.Tables.FloatColumn("m", "", "", [80, 80, 80, 80, 80, 80]),
            new Moliere.Data.Tables.FloatColumn("pt", "", "", [500, 500, 500, 500, 500, 500]),
        ]), 1);
        Assert.Equal([1, -5, -10, -15, -21, float.NaN], scores);
    }

    [Fact]
    public void AFewHundredJets_HaveTwoBins_AndAreNotTheVariableItself()
    {
        MorphedDiscriminant css = MorphedDerivation.Derive("css", ToyBoostedJets.Sample(600, 1));
        Assert.Equal(2, css.Middles.Length);
        Assert.Equal(19, css.Pooled.Length); // 18 steps of 8 jets in each half of 300
        BoostedSample test = ToyBoostedJets.Sample(8000, 2);
        double plain = Distance(test, test.Jets.Floats(BoostedJetColumns.D2));
        Assert.InRange(Distance(test, css.Score(test.Jets, 1)), 0, 0.6 * plain);
    }

    [Fact]
    public void TooFewJets_AreRefused() => Assert.Contains(
        "its distribution needs 100", Assert.Throws<ArgumentException>(() => MorphedDerivation.Derive(
            "css", ToyBoostedJets.Sample(60, 1))).Message, StringComparison.Ordinal);

    // Between background below and above 110 GeV.
    private static double Distance(BoostedSample sample, float[] values) => KolmogorovDistance.Of(
        [.. sample.Background.Where(row => sample.Mass[row] < 110).Select(row => values[row])], [],
        [.. sample.Background.Where(row => sample.Mass[row] >= 110).Select(row => values[row])], []);
}
