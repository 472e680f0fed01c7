using System.Text.Json;
using Moliere.Data.Features;
using Moliere.Data.Tables;

namespace Moliere.Tests.Data.Features;

public sealed class FittedFeaturesTests
{
    private static readonly Table s_table = new(
    [
        new FloatColumn("x", "", "", [1, 3, float.NaN, 5]),
        new FloatColumn("y", "", "", [10, 100, 10, float.PositiveInfinity]),
    ]);

    private static readonly FittedFeatures s_fitted = new FeatureSet(
    [
        new Feature { Name = "x", Expression = "x" },
        new Feature { Name = "logy", Expression = "y", Transform = FeatureTransform.Log10 },
        new Feature { Name = "one", Expression = "y * 0 + 1" },
    ]).Fit(s_table, [0, 1]);

    [Fact]
    public void Matrix_IsStandardisedRowByRowAndNoRowIsDropped()
    {
        float[] matrix = s_fitted.Apply(s_table, out bool[] finite);
        Assert.Equal([-1f, -1, 0, 1, 1, 0, 0, -1, 0, 3, 0, 0], matrix);
        Assert.Equal([true, true, false, false], finite);
    }

    [Fact]
    public void Json_ReadsBackToTheSameBits()
    {
        string json = JsonSerializer.Serialize(s_fitted);
        FittedFeatures back = JsonSerializer.Deserialize<FittedFeatures>(json)!;
        Assert.Equal(s_fitted.Features, back.Features);
        Assert.Equal(s_fitted.Apply(s_table, out _), back.Apply(s_table, out _));
    }

    [Fact]
    public void EmptyTable_GivesAnEmptyMatrix()
    {
        Assert.Empty(s_fitted.Apply(s_table.Select([]), out bool[] finite));
        Assert.Empty(finite);
    }
}
