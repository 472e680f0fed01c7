using Moliere.Formats.Onnx;

namespace Moliere.Cli.Inspection;

/// <summary>Describes an ONNX model: inputs, outputs, size and what its metadata say.</summary>
internal static class OnnxInspection
{
    // Longer texts, such as a list of transforms, are for programs.
    private const int LongestText = 100;

    /// <summary>Lines for the person.</summary>
    /// <param name="path">An ONNX file of this or another program.</param>
    public static IReadOnlyList<string> Describe(string path)
    {
        OnnxModel model = OnnxReader.Read(path);
        OnnxGraph graph = model.Graph;
        HashSet<string> constants = [.. graph.Initialisers.Select(tensor => tensor.Name)];
        return
        [
            $"ONNX model: {graph.Name} by {model.Producer} {model.ProducerVersion}".TrimEnd(),
            $"Format: operator set {model.Opset}, file format {model.IrVersion}",
            .. model.Description.Length > 0 ? [$"Purpose: {model.Description}"] : Array.Empty<string>(),
            $"Graph: {graph.Nodes.Count} nodes, {graph.Initialisers.Count} constants with "
                + $"{graph.Initialisers.Sum(tensor => tensor.ElementCount)} numbers",
            .. graph.Inputs.Where(input => !constants.Contains(input.Name)).Select(value => Line("Input", value)),
            .. graph.Outputs.Select(value => Line("Output", value)),
            .. model.Metadata.Select(entry => $"{entry.Key}: {Short(entry.Value)}"),
        ];
    }

    private static string Line(string kind, OnnxValue value) =>
        $"{kind}: {value}" + (value.Description.Length > 0 ? $", {value.Description}" : "");

    private static string Short(string text) =>
        text.Length <= LongestText ? text : $"{text[..LongestText]}... ({text.Length} characters)";
}
