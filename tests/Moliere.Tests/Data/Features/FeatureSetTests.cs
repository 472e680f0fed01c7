// covers: FittedFeature, FeatureRows
using Moliere.Data.Expressions;
using Moliere.Data.Features;
using Moliere.Data.Tables;

namespace Moliere.Tests.Data.Features;

public sealed class FeatureSetTests
{
    private static readonly Table s_table = new(
    [
        new FloatColumn("x", "", "", [1, 3, 100, float.NaN]),
        new FloatColumn("c", "", "", [7.7f, 7.7f, 7.7f, 7.7f]),
    ]);

    private static readonly FeatureSet s_set = new(
        [new Feature { Name = "x", Expression = "2 * x" }, new Feature { Name = "c", Expression = "c" }]);

    [Fact]
    public void MeanAndSigma_ComeFromTheTrainingRowsOnly()
    {
        FittedFeature x = s_set.Fit(s_table, [0, 1, 3]).Features[0];
        Assert.Equal((4.0, 2.0), (x.Mean, x.Sigma));
    }

    [Fact]
    public void SampleInPieces_GivesTheBitsOfTheWhole()
    {
        float[] weights = [0.3f, -1.7f, 2.9f, 1];
        FittedFeatures whole = s_set.Fit(s_table, [0, 1, 2], weights);
        FittedFeatures pieces = s_set.Fit(
        [
            new(s_table, [0], weights), new(s_table.Slice(1, 1), [0], weights[1..2]),
            new(s_table.Slice(1, 3), [1], weights[1..]),
        ]);
        Assert.Equal(whole.Features, pieces.Features);
    }

    [Fact]
    public void Weights_CountWithTheirAbsoluteValue()
    {
        FittedFeature x = s_set.Fit(s_table, [0, 1], [3, -1, 0, 0]).Features[0];
        Assert.Equal(3, x.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(3), x.Sigma, 1e-12);
    }

    [Fact]
    public void ConstantFeature_GetsSigmaOne() => Assert.Equal(1, s_set.Fit(s_table, [0, 1, 2]).Features[1].Sigma);

    [Fact]
    public void FeatureFiniteNowhere_IsRefusedByName() =>
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => s_set.Fit(s_table, [3])).Message);

    [Fact]
    public void WrongSets_AreRefused()
    {
        Feature x = s_set.Features[0];
        Assert.Throws<ArgumentException>(() => new FeatureSet([]));
        Assert.Throws<ArgumentException>(() => new FeatureSet([x, x]));
        Assert.Throws<ExpressionException>(() => new FeatureSet([x with { Expression = "x > 1" }]));
        Assert.Throws<MissingColumnException>(() => new FeatureSet([x with { Expression = "y" }]).Fit(s_table, [0]));
    }
}
