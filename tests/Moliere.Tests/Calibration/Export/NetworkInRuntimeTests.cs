using Moliere.Calibration.Export;
using Moliere.Calibration.Neural;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Onnx;
using Moliere.Learning.Export;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Special;
using Moliere.Tests.Toolbox;
using Xunit.Abstractions;

namespace Moliere.Tests.Calibration.Export;

/// <summary>Exported graphs in the real ONNX Runtime against our own predictions, cluster by cluster.</summary>
[Trait("Category", "Slow")]
public sealed class NetworkInRuntimeTests(ITestOutputHelper log)
{
    private const double Tolerance = 1e-5;

    private static readonly string[] s_names = [.. ClusterFeatures.All.Select(feature => feature.Name)];
    private static readonly Lazy<Table> s_training = new(() => RealisticClusters.Of(20_000, seed: 1));
    private static readonly Lazy<Table> s_clusters = new(() => RealisticClusters.Of(100_000, seed: 2)
        .WithValue(ClusterColumns.Time, 11, float.NaN).WithValue(ClusterColumns.Mu, 12, float.NegativeInfinity));

    [SkippableFact]
    public void MixtureNetwork_ModesAgree() => Check(new() { Loss = new MixtureNll(3) }, CentralValue.Mode);

    [SkippableFact]
    public void MixtureNetwork_MediansAgree() => Check(new() { Loss = new MixtureNll(3) }, CentralValue.Median);

    [SkippableFact]
    public void GaussianNetwork_Agrees() => Check(new() { Loss = new GaussianNll() }, CentralValue.Mode);

    [SkippableFact]
    public void PointNetwork_Agrees() => Check(new() { Loss = new MeanSquaredError() }, CentralValue.Mean);

    [SkippableFact]
    public void DrawsOfABayesianNetwork_Agree() =>
        Check(new() { Family = NetworkFamily.Bayesian, Bayesian = new() { Draws = 20 } }, CentralValue.Mode);

    [SkippableFact]
    public void OnePassOfABayesianNetwork_Agrees()
    {
        NetworkCalibration calibration = Train(new() { Family = NetworkFamily.Bayesian }, CentralValue.Mode);
        Check(OnePassNetwork.Of(calibration), NetworkExporter.Export(calibration, "1", [], BayesianForm.OnePass));
    }

    [SkippableFact]
    public void RepulsiveEnsemble_Agrees() =>
        Check(new() { Family = NetworkFamily.RepulsiveEnsemble }, CentralValue.Mode);

    private void Check(NetworkPlan plan, CentralValue central)
    {
        NetworkCalibration calibration = Train(plan, central);
        Check(calibration, NetworkExporter.Export(calibration, "1", []));
    }

    private void Check(NetworkCalibration calibration, OnnxModel model)
    {
        Table clusters = s_clusters.Value;
        CentralValue central = calibration.Options.Central;
        Dictionary<string, float[]> found = OnnxRuntime.RunOrSkip(model, clusters.Raw(s_names));
        Predictions predictions = calibration.Apply(clusters);
        Dictionary<string, float[]> expected = GraphOutputs.Of(predictions);
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        Assert.Equal((1f, 1f), (found["response"][11], found["response"][12]));
        bool[] isTie = Ties(predictions, found["response"], central);
        log.WriteLine($"{isTie.Count(tie => tie)} near ties of two modes");
        Assert.InRange(isTie.Count(tie => tie), 0, clusters.RowCount / 10_000);
        foreach ((string name, float[] values) in expected)
        {
            AssertClose(name, values, found[name], isTie);
        }
    }

    private void AssertClose(string name, float[] expected, float[] found, bool[] isTie)
    {
        Assert.Equal(expected.Length, found.Length);
        int columns = expected.Length / isTie.Length, outside = 0;
        double largest = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(float.IsNaN(expected[i]), float.IsNaN(found[i]));
            double deviation = Deviation(name, expected[i], found[i]);
            if (deviation > 0 && !isTie[i / columns])
            {
                largest = Math.Max(largest, deviation);
                outside += deviation > Tolerance ? 1 : 0;
            }
        }

        log.WriteLine($"{name}: largest deviation {largest:G3}, {outside} of {expected.Length} beyond {Tolerance}");
        Assert.True(outside == 0, $"{name}: largest deviation {largest:G3}, {outside} beyond {Tolerance}");
    }

    // Relative for response and uncertainty; parameters of the distribution may be zero and are of order one.
    private static double Deviation(string name, float expected, float found) => Math.Abs(expected - (double)found)
        / (name is "response" or "sigma_stat" or "sigma_syst" ? Math.Abs(expected) : Math.Max(1, Math.Abs(expected)));

    // Where the two answers lie apart although the density is the same at both to 1e-6: two peaks of equal height.
    private static bool[] Ties(Predictions predictions, float[] found, CentralValue central)
    {
        var ties = new bool[found.Length];
        for (int row = 0; row < ties.Length && central == CentralValue.Mode; row++)
        {
            double ours = Math.Log10(predictions.Response[row]), other = Math.Log10(found[row]);
            if (predictions.Distribution is { } distribution && Math.Abs(ours - other) > 1e-3)
            {
                var mixture = new NormalMixture(distribution.Of(row));
                ties[row] = Math.Abs((mixture.Density(other) / mixture.Density(ours)) - 1) < 1e-5;
            }
        }

        return ties;
    }

    private static NetworkCalibration Train(NetworkPlan plan, CentralValue central)
    {
        Table clusters = s_training.Value;
        int training = clusters.RowCount * 3 / 4;
        var derivation = new NetworkDerivation(
            clusters, [.. Enumerable.Range(0, training)],
            [.. Enumerable.Range(training, clusters.RowCount - training)]);
        return derivation.Derive(
            "network", new NetworkOptions { Plan = plan, Central = central },
            new TrainerOptions { Epochs = 8, BatchSize = 256, LearningRate = 3e-3 }).Calibration;
    }
}
