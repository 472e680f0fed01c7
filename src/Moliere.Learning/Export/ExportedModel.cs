using Moliere.Formats.Onnx;

namespace Moliere.Learning.Export;

/// <summary>Puts on a printed graph what every exported file says of itself.</summary>
/// <source>ONNX operator set 13.</source>
public static class ExportedModel
{
    /// <summary>The model of a finished graph, with its description.</summary>
    /// <param name="graph">Name, description and nodes.</param>
    /// <param name="version">Version of the program that writes.</param>
    /// <param name="metadata">Text by key, in the order written.</param>
    public static OnnxModel Of(
        OnnxGraph graph, string version, IReadOnlyList<KeyValuePair<string, string>> metadata) => new()
        {
            Graph = graph,
            Producer = "moliere",
            ProducerVersion = version,
            Description = graph.Description,
            Metadata = metadata,
        };
}
