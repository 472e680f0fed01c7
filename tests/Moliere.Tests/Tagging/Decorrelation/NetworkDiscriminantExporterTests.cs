using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tagging.Decorrelation;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Tagging.Decorrelation;

public sealed class NetworkDiscriminantExporterTests
{
    [Fact]
    public void Graph_SaysWhatTheDiscriminantSays()
    {
        BoostedSample jets = ToyBoostedJets.Sample(400, 1);
        string[] columns = [.. BoostedJetColumns.Substructure];
        var options = new NetworkOptions
        {
            Tagger = new() { Hidden = [6], Normalisation = Moliere.Learning.Models.Normalisation.Batch },
            Training = new() { Epochs = 2, BatchSize = 64, LearningRate = 0.01 },
        };
        NetworkDiscriminant network = new NetworkDerivation(jets, jets, columns, (50, 300), options).Plain("net")
            .Discriminant;
        var model = NetworkDiscriminantExporter.Export(network, "1", [new("seed", "1")]);
        Assert.Equal("features", Assert.Single(model.Graph.Inputs).Name);
        Assert.Contains(model.Metadata, note => note.Key == "inputs" && note.Value == string.Join(", ", columns));
        Table test = jets.Jets.Select([.. Enumerable.Range(0, 20)]);
        float[][] values = [.. columns.Select(test.Floats)];
        float[] rows = [.. Enumerable.Range(0, 20).SelectMany(row => values.Select(column => column[row]))];
        double[] found = OnnxEvaluator.Run(model, rows, columns.Length)["probabilities"].Data;
        Assert.All(network.Apply(test, 1).Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }
}
