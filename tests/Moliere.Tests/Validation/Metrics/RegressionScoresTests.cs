// covers: RegressionScores, RegressionMetric, RepeatedFigures, SplitFigures
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class RegressionScoresTests
{
    [Fact]
    public void PointPrediction_HasErrorsAlone()
    {
        var figures = RegressionScores.Of([1, 2, 3], null, Points([2, 2, 5]), 1);
        Assert.Equal(["rmse", "mae", "bias"], figures.Select(figure => figure.Metric));
        Assert.Equal([Math.Sqrt(5.0 / 3), 1, 1], figures.Select(figure => figure.Value));
    }

    [Fact]
    public void Weights_Count()
    {
        var figures = RegressionScores.Of([1, 1], [3, 1], Points([1, 5]), 1);
        Assert.Equal([2, 1, 1], figures.Select(figure => figure.Value));
    }

    [Fact]
    public void RowsThatCouldNotBePredicted_AreLeftOut()
    {
        Predictions said = Points([2, float.NaN]) with
        {
            Status = [CalibrationStatus.Calibrated, CalibrationStatus.NotCalibrated],
        };
        Assert.Equal(1, RegressionScores.Of([1, 1], null, said, 1)[0].Value);
    }

    [Fact]
    public void HonestNormalLaw_GetsTheScoresOfTheTextbook()
    {
        const int rows = 40_000;
        const double sigma = 2;
        var rng = new Rng(3, "scores");
        float[] target = new float[rows], value = new float[rows], spread = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            value[row] = (float)(10 * rng.NextDouble());
            target[row] = (float)(value[row] + (sigma * rng.NextGaussian()));
            spread[row] = (float)sigma;
        }

        Predictions said = Points(value) with
        {
            SigmaSyst = spread,
            Distribution = DistributionScores.Normal(value, spread),
        };
        Dictionary<string, double> figures = RegressionScores.Of(target, null, said, 2)
            .ToDictionary(figure => figure.Metric, figure => figure.Value);
        Assert.Equal(RegressionMetric.All, figures.Keys);
        Assert.Equal(sigma, figures["rmse"], 0.03);
        Assert.Equal(0.5 * Math.Log(2 * Math.PI * Math.E * sigma * sigma), figures["nll"], 0.02);
        Assert.Equal(sigma / Math.Sqrt(Math.PI), figures["crps"], 0.02); // Gneiting and Raftery, equation 21
        Assert.Equal(0.683, figures["coverage_68"], 0.01);
        Assert.Equal(0.95, figures["coverage_95"], 0.005);
        Assert.Equal(0, figures["pull_mean"], 0.03);
        Assert.Equal(1, figures["pull_width"], 0.03);
        Assert.Equal((sigma, sigma, 0), (figures["sharpness"], figures["sigma_syst"], figures["sigma_stat"]));
    }

    [Fact]
    public void Repetitions_GiveMeanAndStandardError()
    {
        IReadOnlyList<FigureEntry> entries = RepeatedFigures.Of(
            [new("a", 10, [("rmse", 1)]), new("a", 10, [("rmse", 3)]), new("b", 5, [("rmse", 7)])]);
        Assert.Equal(["a", "b"], entries.Select(entry => entry.Method));
        Assert.Equal((2.0, 1.0, 20), (entries[0].Value!.Value, entries[0].Error!.Value, entries[0].Entries));
        Assert.Equal((7.0, null, 5), (entries[1].Value!.Value, entries[1].Error, entries[1].Entries));
        Assert.All(entries, entry => Assert.Null(entry.Variable));
    }

    [Fact]
    public void InfiniteScore_HasNoValue() =>
        Assert.Null(RepeatedFigures.Of([new("a", 1, [("nll", double.PositiveInfinity)])])[0].Value);

    private static Predictions Points(float[] values) => new()
    {
        Response = values,
        Status = new CalibrationStatus[values.Length],
    };
}
