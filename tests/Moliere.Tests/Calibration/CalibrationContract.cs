// covers: ICalibration
using Moliere.Calibration;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tests.Calibration;

/// <summary>What every calibration must do; a new one gets these tests by naming itself and a table.</summary>
public abstract class CalibrationContract
{
    protected static readonly float[] Edges =
        [0, -1, float.Epsilon, float.MaxValue, float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    protected abstract ICalibration Calibration { get; }

    /// <summary>A table it was not derived from, of at least 40 rows.</summary>
    protected abstract Table Clusters { get; }

    /// <summary>Columns without whose finite value it cannot calibrate; empty if it needs none.</summary>
    protected abstract IReadOnlyList<string> Needed { get; }

    /// <summary>The name it has in recipes and figures.</summary>
    protected abstract string Name { get; }

    [Fact]
    public void Name_IsThatOfRecipesAndFigures() => Assert.Equal(Name, Calibration.Name);

    [Fact]
    public void GoodRows_AreAllCalibrated()
    {
        Predictions predictions = Calibration.Apply(Clusters);
        Assert.Equal(Clusters.RowCount, predictions.Response.Length);
        Assert.Equal(Clusters.RowCount, predictions.Status.Length);
        Assert.Equal(0, predictions.NotCalibratedCount);
        Assert.All(predictions.Response, response => Assert.InRange(response, 0.01f, 100f));
    }

    [Fact]
    public void OrderOfRows_IsIrrelevant()
    {
        int[] backwards = [.. Enumerable.Range(0, Clusters.RowCount).Reverse()];
        AssertSame(Calibration.Apply(Clusters), Calibration.Apply(Clusters.Select(backwards)), backwards);
    }

    [Fact]
    public void SomeRowsAlone_GetTheSamePredictions()
    {
        foreach (int[] some in (int[][])[[7], [0, 3, 4, 5, 11, 12, 13, 14, 15, 16, 17, 30, 39]])
        {
            AssertSame(Calibration.Apply(Clusters), Calibration.Apply(Clusters.Select(some)), some);
        }
    }

    [Fact]
    public void NoRows_GiveNoPredictions() => Assert.Empty(Calibration.Apply(Clusters.Select([])).Response);

    [Fact]
    public void EdgeValuesInAnyColumn_GiveFiniteFactorsAndAreCountedWhereUnusable()
    {
        foreach (FloatColumn column in Clusters.Columns.OfType<FloatColumn>())
        {
            float[] values = [.. Edges, .. column.Values[Edges.Length..]];
            Table edged = new([.. Clusters.Columns.Select(c => c == column ? column with { Values = values } : c)]);
            Predictions predictions = Calibration.Apply(edged);
            Assert.All(predictions.Response, response => Assert.True(float.IsFinite(response) && response > 0));
            int notFinite = values.Count(value => !float.IsFinite(value));
            Assert.InRange(predictions.NotCalibratedCount, Needed.Contains(column.Name) ? notFinite : 0, Edges.Length);
            AssertNotCalibratedKeepTheirEnergy(predictions);
        }
    }

    private static void AssertNotCalibratedKeepTheirEnergy(Predictions predictions)
    {
        for (int row = 0; row < predictions.Response.Length; row++)
        {
            if (predictions.Status[row] == CalibrationStatus.NotCalibrated)
            {
                Assert.Equal(1f, predictions.Response[row]);
                Assert.True(predictions.SigmaSyst is null || float.IsNaN(predictions.SigmaSyst[row]));
            }
        }
    }

    private static void AssertSame(Predictions all, Predictions some, int[] rows)
    {
        Assert.Equal(rows.Select(row => all.Response[row]), some.Response);
        Assert.Equal(rows.Select(row => all.Status[row]), some.Status);
        Assert.Equal(all.SigmaSyst is null, some.SigmaSyst is null);
        Assert.Equal(rows.Select(row => all.SigmaSyst?[row]), rows.Select((_, i) => some.SigmaSyst?[i]));
    }
}
