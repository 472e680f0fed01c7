using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Moliere.Learning.Files;

namespace Moliere.Learning.Models;

/// <summary>
/// One file per network: a JSON header with its plan and the caller's metadata (feature names, transforms, target),
/// then the parameters as little-endian float32, all under a checksum. Equal networks and metadata give equal bytes.
/// </summary>
public static class ModelFile
{
    private const string Magic = "MOLMODL2";
    private const string Remedy = "train the model again or restore the file from a copy";

    private static readonly JsonSerializerOptions s_json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Writes the file atomically.</summary>
    /// <param name="path">Where; the folder must exist.</param>
    /// <param name="plan">What the network was made by.</param>
    /// <param name="network">The trained network.</param>
    /// <param name="metadata">Whatever is needed to use the network; kept as it is.</param>
    public static void Write(string path, NetworkPlan plan, Network network, JsonObject metadata)
    {
        var header = new JsonObject
        {
            ["inputs"] = network.InputCount,
            ["plan"] = JsonSerializer.SerializeToNode(plan, s_json),
            ["metadata"] = metadata.DeepClone(),
        };
        if (network.ListWidths.Count > 0)
        {
            header["points"] = network.ListWidths.Count == 1 ? network.PointWidth
                : new JsonArray([.. network.ListWidths.Select(width => (JsonNode)width)]);
        }

        SealedFile.Write(path, Magic, writer =>
        {
            writer.Write(header.ToJsonString());
            FloatBlock.Write(writer, network.Parameters);
        });
    }

    /// <summary>Reads a network and its metadata.</summary>
    /// <param name="path">Where.</param>
    /// <exception cref="Formats.Bytes.InvalidFileException">Not a model file, truncated or altered.</exception>
    public static (NetworkPlan Plan, Network Network, JsonObject Metadata) Read(string path) =>
        SealedFile.Read(path, Magic, "model file", Remedy, reader =>
        {
            JsonObject header = ReadHeader(reader, path);
            (NetworkPlan plan, Network network) = Build(header, path);
            FloatBlock.Read(reader, network.Parameters);
            JsonObject metadata = (JsonObject)header["metadata"]!;
            header.Remove("metadata");
            return (plan, network, metadata);
        });

    private static JsonObject ReadHeader(BinaryReader reader, string path)
    {
        try
        {
            return (JsonObject)JsonNode.Parse(reader.ReadString())!;
        }
        catch (Exception exception) when (exception is JsonException or InvalidCastException or FormatException)
        {
            string found = $"a header that is no JSON object ({exception.Message.TrimEnd('.')})";
            throw SealedFile.Broken(path, "model file", found, Remedy);
        }
    }

    private static (NetworkPlan Plan, Network Network) Build(JsonObject header, string path)
    {
        try
        {
            NetworkPlan plan = header["plan"]!.Deserialize<NetworkPlan>(s_json)!;
            int[] points = header["points"] switch
            {
                null => [],
                JsonArray widths => [.. widths.Select(width => width!.GetValue<int>())],
                JsonNode width => [width.GetValue<int>()],
            };
            return (plan, plan.Create(header["inputs"]!.GetValue<int>(), seed: 0, points));
        }
        catch (Exception exception) when (exception is NullReferenceException or InvalidOperationException
            or FormatException or ArgumentException or JsonException or NotSupportedException)
        {
            throw SealedFile.Broken(path, "model file", "a header without the shape of the network", Remedy);
        }
    }
}
