// covers: NetworkRegression, RegressionOptions, IRegression, NetworkRegressionFile, KnownTruthSample
using System.Text.Json.Nodes;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Tabular;
using Moliere.Learning.Training;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Tabular;

public sealed class TableRegressionTests
{
    private static readonly Table s_table = KnownTruthSample.Draw(3000, 1);

    [Fact]
    public void TrueMeanAndSpread_AreRecovered()
    {
        (NetworkRegression regression, RowPartition part) = Fitted(Plan(new GaussianNll()), ResponseScale.Linear, 60);
        Table test = s_table.Select(part.Test);
        Predictions said = regression.Apply(test, 1);
        double[] ratios = [.. said.SigmaSyst!.Zip(test.Floats(KnownTruthSample.TrueSigma), (s, t) => (double)s / t)];
        Assert.InRange(ratios.Order().ElementAt(ratios.Length / 2), 0.85, 1.15);
        double rms = Math.Sqrt(said.Response.Zip(test.Floats(KnownTruthSample.TrueMean), (a, b) => (a - b) * (a - b))
            .Average(value => (double)value));
        Assert.InRange(rms, 0, 0.25); // the target's own spread is 2.3
    }

    [Fact]
    public void KnownTruth_HasTheMomentsItClaims()
    {
        Table table = KnownTruthSample.Draw(20_000, 3);
        double[] pulls = [.. Enumerable.Range(0, table.RowCount).Select(row =>
            (double)(table.Floats("y")[row] - table.Floats(KnownTruthSample.TrueMean)[row])
            / table.Floats(KnownTruthSample.TrueSigma)[row])];
        Assert.Equal(0, pulls.Average(), 0.03);
        Assert.Equal(1, Math.Sqrt(pulls.Average(pull => pull * pull)), 0.03);
        Assert.Equal(table.Floats("y").Take(10), KnownTruthSample.Draw(10, 3).Floats("y"));
    }

    [Fact]
    public void LogNormalHead_AnswersInTheUnitOfTheTarget()
    {
        float[] positive = [.. s_table.Floats("y").Select(y => MathF.Pow(10, 0.2f * y))];
        (NetworkRegression regression, RowPartition part) =
            Fitted(Plan(new GaussianNll()), ResponseScale.Log10, 40, positive);
        Predictions said = regression.Apply(s_table.Select(part.Test), 1);
        float[] observed = [.. part.Test.Select(row => positive[row])];
        Assert.Equal(observed.Average(), said.Response.Average(), 0.15 * observed.Average());
        Assert.Equal(ResponseScale.Log10, said.Distribution!.Scale);
        double[] pulls = [.. observed.Select((y, row) =>
            (Math.Log10(y) - said.Distribution.Of(row)[1]) / said.Distribution.Of(row)[2])];
        Assert.InRange(Math.Sqrt(pulls.Average(pull => pull * pull)), 0.8, 1.25);
    }

    [Fact]
    public void BayesianMixture_IsTheMeanOverDraws()
    {
        NetworkPlan plan = Plan(new GaussianNll()) with
        {
            Family = NetworkFamily.Bayesian,
            Bayesian = new() { Draws = 7 },
        };
        (NetworkRegression regression, RowPartition part) = Fitted(plan, ResponseScale.Linear, 5);
        Predictions said = regression.Apply(s_table.Select(part.Test[..20]), 1);
        Assert.Equal(7, said.Distribution!.Components);
        for (int row = 0; row < 20; row++)
        {
            ReadOnlySpan<float> own = said.Distribution.Of(row);
            Assert.Equal(1, own[..7].ToArray().Sum(), 1e-5);
            Assert.Equal(said.Response[row], own[7..14].ToArray().Average(), 1e-4);
            double total = said.SigmaTotal(row), exact = Math.Sqrt(Numerics(own));
            Assert.Equal(1, total / exact, 0.02); // 7 draws: their spread is known up to the factor of N - 1
        }
    }

    [Fact]
    public void Threads_DoNotChangeBits()
    {
        (NetworkRegression regression, RowPartition part) = Fitted(Plan(new MixtureNll(2)), ResponseScale.Linear, 3);
        Table test = s_table.Select(part.Test);
        Assert.Equal(
            regression.Apply(test, 1).Distribution!.Parameters, regression.Apply(test, 3).Distribution!.Parameters);
    }

    [Fact]
    public void File_GivesTheSamePredictionsBack()
    {
        using TempFolder folder = new();
        (NetworkRegression regression, RowPartition part) = Fitted(Plan(new GaussianNll()), ResponseScale.Linear, 2);
        NetworkRegressionFile.Write(folder.At("a.model"), regression, new JsonObject { ["epochs"] = 2 });
        (NetworkRegression again, JsonNode? note) = NetworkRegressionFile.Read(folder.At("a.model"));
        Assert.Equal(2, (int)note!["epochs"]!);
        Table test = s_table.Select(part.Test);
        Assert.Equal(regression.Apply(test, 1).Response, again.Apply(test, 1).Response);
        ModelFile.Write(folder.At("b.model"), regression.Options.Plan, regression.Network, []);
        Assert.Throws<InvalidFileException>(() => NetworkRegressionFile.Read(folder.At("b.model")));
    }

    [Fact]
    public void RowWithoutFeature_IsNotPredicted()
    {
        (NetworkRegression regression, _) = Fitted(Plan(new GaussianNll()), ResponseScale.Linear, 1);
        Table holes = new(
            [.. KnownTruthSample.Features.Select(name => new FloatColumn(name, "", "", [float.NaN, 0.5f]))]);
        Predictions said = regression.Apply(holes, 1);
        Assert.Equal([CalibrationStatus.NotCalibrated, CalibrationStatus.Calibrated], said.Status);
        Assert.True(float.IsNaN(said.Response[0]) && float.IsNaN(said.SigmaSyst![0]));
    }

    private static double Numerics(ReadOnlySpan<float> mixture) =>
        new Moliere.Numerics.Special.NormalMixture(mixture).Variance();

    private static NetworkPlan Plan(Loss loss) => new() { Shape = new() { Hidden = [24, 24] }, Loss = loss };

    private static (NetworkRegression Regression, RowPartition Part) Fitted(
        NetworkPlan plan, ResponseScale scale, int epochs, float[]? target = null)
    {
        RowPartition part = RowPartition.Draw(s_table.RowCount, 0.3, 0.1, 1, 0);
        var features = new FeatureSet(
            [.. KnownTruthSample.Features.Select(name => new Feature { Name = name, Expression = name })]);
        var table = new TableRegression(s_table, features, target ?? s_table.Floats(KnownTruthSample.Target), null);
        TrainerOptions options = new() { Epochs = epochs, BatchSize = 64, LearningRate = 0.005, Patience = 0 };
        return (table.Fit(part, new() { Plan = plan, Scale = scale }, options).Regression, part);
    }
}
