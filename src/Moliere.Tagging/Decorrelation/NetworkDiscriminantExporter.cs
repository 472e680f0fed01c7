using Moliere.Formats.Onnx;
using Moliere.Learning.Export;
using Moliere.Learning.Models;

namespace Moliere.Tagging.Decorrelation;

/// <summary>
/// Writes a network of substructure variables as an ONNX graph from the variables as they are, preparation included, to
/// the probabilities of the classes: what <see cref="NetworkDiscriminant.Apply"/> gives. The selection of jets stays
/// outside.
/// </summary>
/// <source>ONNX operator set 13.</source>
public static class NetworkDiscriminantExporter
{
    /// <summary>The model; equal discriminants and notes give equal models.</summary>
    /// <param name="discriminant">What to write.</param>
    /// <param name="version">Version of the program that writes.</param>
    /// <param name="notes">Where the discriminant comes from, kept as metadata.</param>
    /// <returns>From <c>features</c> [N, F] to <c>probabilities</c> [N, 2].</returns>
    public static OnnxModel Export(
        NetworkDiscriminant discriminant, string version, IReadOnlyList<KeyValuePair<string, string>> notes)
    {
        string[] columns = [.. discriminant.Features.Features.Select(fitted => fitted.Feature.Expression)];
        string classes = string.Join(", ", discriminant.Classes), inputs = string.Join(", ", columns);
        var graph = new OnnxBuilder();
        OnnxSymbol raw = graph.Input(
            new("features", OnnxType.Float, ["N", FormattableString.Invariant($"{columns.Length}")], inputs));
        Mlp network = discriminant.Network;
        OnnxSymbol logit = TapePrinter.Print(
            FeaturePrinter.Print(raw, discriminant.Features), network.Tape, [network.Parameters]);
        graph.Output(NetworkPrinter.Probabilities(logit, discriminant.Plan.Loss), new(
            "probabilities", OnnxType.Float, ["N", "2"], $"Probabilities of {classes} at equal sums of the classes."));
        string purpose = $"Whether a large-radius jet is that of a boson, by {discriminant.Name}.";
        return ExportedModel.Of(
            graph.Build(discriminant.Name, purpose), version,
            [new("method", discriminant.Name), new("inputs", inputs), .. notes]);
    }
}
