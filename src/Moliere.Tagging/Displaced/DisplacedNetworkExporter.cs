using System.Text.Json;
using Moliere.Formats.Onnx;
using Moliere.Learning.Export;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// Writes the network of displaced jets as an ONNX graph from its inputs, padded lists with their true lengths, to the
/// probabilities of the classes. How measured values become these inputs is in the metadata: order of the points,
/// frames, and of each number transform, offset and scale.
/// </summary>
/// <source>ONNX operator set 13.</source>
public static class DisplacedNetworkExporter
{
    private const string Preparation =
        "Clusters and tracks by falling pT, segments as they come; all pseudorapidities times the sign of the sum of "
        + "pT eta over the clusters; clusters relative to the leading cluster, tracks and segments (positions and "
        + "directions) relative to the jet; then (transform(x) - offset) / scale. Linear: x; Logarithm: ln max(x, "
        + "0.001); InverseSine: asinh x; Bounded: x cut at -5 and 5.";

    /// <summary>The model; equal taggers and notes give equal models.</summary>
    /// <param name="tagger">What to write.</param>
    /// <param name="version">Version of the program that writes.</param>
    /// <param name="notes">Where the tagger comes from, kept as metadata.</param>
    public static OnnxModel Export(
        DisplacedNetworkTagger tagger, string version, IReadOnlyList<KeyValuePair<string, string>> notes)
    {
        var graph = new OnnxBuilder();
        OnnxSymbol outputs = SequencePrinter.Print(graph, tagger.Network, ["clusters", "tracks", "segments"]);
        OnnxSymbol scores = NetworkPrinter.Probabilities(outputs, tagger.Plan.Loss);
        string classes = string.Join(", ", tagger.Classes);
        graph.Output(scores, new(
            "probabilities", OnnxType.Float, ["N", "3"], $"Probabilities of {classes} at equal sums of the classes."));
        string purpose = $"What a jet comes from ({classes}) by its clusters, tracks and muon segments.";
        return ExportedModel.Of(
            graph.Build(tagger.Name, purpose), version,
            [new("preparation", Preparation), new("inputs", JsonSerializer.Serialize(tagger.Inputs)), .. notes]);
    }
}
