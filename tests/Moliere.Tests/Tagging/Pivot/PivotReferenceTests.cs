using Moliere.Tagging.Pivot;

namespace Moliere.Tests.Tagging.Pivot;

// Expected numbers: physics notes, section 7a, computed there by other means.
public sealed class PivotReferenceTests
{
    [Fact]
    public void BestClassifier_HasThePublishedBounds()
    {
        PivotMeasures best = PivotReference.Best();
        Assert.Equal(0.4485, best.CrossEntropy, 1e-4);
        Assert.Equal(0.8587, best.Area, 1e-4);
        Assert.Equal(0.261, best.Distance, 1e-3);
    }

    [Fact]
    public void FirstFeatureAlone_IsAPivot()
    {
        PivotMeasures pivot = PivotReference.Pivotal();
        Assert.Equal(0.5817, pivot.CrossEntropy, 1e-4);
        Assert.Equal(0.7602, pivot.Area, 1e-4);
        Assert.Equal(0, pivot.Distance);
    }

    [Fact]
    public void ScoreOfTheBest_TellsOfTheNuisance()
    {
        Assert.Equal(PivotReference.EntropyOfZ, 0.5 * Math.Log(2 * Math.PI * Math.E), 1e-15);

        // 1.3523 with 400 bins on a grid of step 0.02; the notes have 1.357.
        Assert.Equal(1.3523, PivotReference.EntropyOfZGivenBest(), 4e-4);
    }
}
