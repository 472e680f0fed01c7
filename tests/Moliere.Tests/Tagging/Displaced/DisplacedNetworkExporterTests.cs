// covers: DisplacedNetworkTagger, DisplacedNetworkOptions
using Moliere.Tagging.Displaced;

namespace Moliere.Tests.Tagging.Displaced;

public sealed class DisplacedNetworkExporterTests
{
    [Fact]
    public void Export_NamesListsAndKeepsThePreparation()
    {
        var tagger = DisplacedNetworkTagger.Create(
            "net", new(), new() { Points = [4], Segments = [4], Recurrent = 2, Hidden = [4] }, 1);
        var model = DisplacedNetworkExporter.Export(tagger, "1", [new("training_seed", "1")]);
        string[] inputs = [.. model.Graph.Inputs.Select(input => input.Name)];
        Assert.Equal(
            ["features", "clusters", "clusters_count", "tracks", "tracks_count", "segments", "segments_count"], inputs);
        Assert.Equal("probabilities", Assert.Single(model.Graph.Outputs).Name);
        Assert.Contains(model.Metadata, note => note.Key == "preparation");
        Assert.Contains(model.Metadata, note => note.Key == "training_seed");
        string numbers = model.Metadata.Single(note => note.Key == "inputs").Value;
        Assert.All(Enum.GetNames<InputTransform>(), name => Assert.Contains($"\"Transform\":\"{name}\"", numbers));
    }
}
