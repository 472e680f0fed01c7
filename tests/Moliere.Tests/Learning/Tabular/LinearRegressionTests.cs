using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Tabular;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Tabular;

public sealed class LinearRegressionTests
{
    private const int Rows = 2000;

    [Fact]
    public void Line_IsFoundWithItsSpread()
    {
        (Table table, float[] y) = Sample(0.5);
        LinearRegression line = Fitted(table, y, null, Rows);
        Assert.Equal(0.5, line.Sigma, 0.5 * 4 / Math.Sqrt(2.0 * Rows));
        Predictions said = line.Apply(table, 1);
        double worst = Enumerable.Range(0, Rows).Max(row => Math.Abs(said.Response[row] - Truth(table, row)));
        Assert.InRange(worst, 0, 0.5 * 5 * Math.Sqrt(10.0 / Rows));
        Assert.All(said.SigmaSyst!, sigma => Assert.Equal(line.Sigma, sigma, 1e-5));
    }

    [Fact]
    public void SigmaStat_IsTheSpreadOfRepeatedFits()
    {
        var values = new List<double>();
        double claimed = 0;
        for (ulong seed = 0; seed < 300; seed++)
        {
            (Table table, float[] y) = Sample(0.5, 100, seed);
            Predictions said = Fitted(table, y, null, 100).Apply(At(0.9f, -0.9f), 1);
            values.Add(said.Response[0] - 1 - (2 * 0.9) - (3 * 0.9));
            claimed += said.SigmaStat![0] / 300;
        }

        double spread = Math.Sqrt(values.Average(value => value * value));
        Assert.Equal(1, claimed / spread, 0.13); // the spread of 300 values is known to 4 %
    }

    [Fact]
    public void RepeatedFeature_LeavesTheLineUsable()
    {
        (Table table, float[] y) = Sample(0.1);
        Table twice = table.With(new FloatColumn("a2", "", "", table.Floats("a")));
        LinearRegression line = new TableRegression(
            twice, new FeatureSet([Named("a"), Named("a2"), Named("b")]), y, null).FitLine(All(Rows));
        Assert.Equal(0.1, line.Sigma, 0.01);
    }

    [Fact]
    public void RowsOfNoWeight_DoNotCount()
    {
        (Table table, float[] y) = Sample(0.1);
        float[] weights = [.. Enumerable.Range(0, Rows).Select(row => row % 2 == 0 ? 1f : 0f)];
        float[] spoilt = [.. y.Select((value, row) => row % 2 == 0 ? value : 1000)];
        Predictions said = Fitted(table, spoilt, weights, Rows).Apply(At(0, 0), 1);
        Assert.Equal(1, said.Response[0], 0.05);
    }

    [Fact]
    public void FewRows_AreRefused()
    {
        (Table table, float[] y) = Sample(0.1);
        var error = Assert.Throws<ArgumentException>(() => Fitted(table, y, null, 3));
        Assert.Contains("needs more than 3 rows, found 3", error.Message, StringComparison.Ordinal);
    }

    private static LinearRegression Fitted(Table table, float[] y, float[]? weights, int rows) =>
        new TableRegression(table, new FeatureSet([Named("a"), Named("b")]), y, weights).FitLine(All(rows));

    private static Feature Named(string name) => new() { Name = name, Expression = name };

    private static int[] All(int rows) => [.. Enumerable.Range(0, rows)];

    private static double Truth(Table table, int row) =>
        1 + (2.0 * table.Floats("a")[row]) - (3.0 * table.Floats("b")[row]);

    private static Table At(float a, float b) => new(
        [new FloatColumn("a", "", "", [a]), new FloatColumn("b", "", "", [b])]);

    private static (Table Table, float[] Y) Sample(double sigma, int rows = Rows, ulong seed = 5)
    {
        var rng = new Rng(seed, "line");
        float[] a = new float[rows], b = new float[rows], y = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            (a[row], b[row]) = ((float)((2 * rng.NextDouble()) - 1), (float)((2 * rng.NextDouble()) - 1));
            y[row] = (float)(1 + (2 * a[row]) - (3 * b[row]) + (sigma * rng.NextGaussian()));
        }

        return (new([new FloatColumn("a", "", "", a), new FloatColumn("b", "", "", b)]), y);
    }
}
