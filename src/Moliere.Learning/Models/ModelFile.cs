using System.Text.Json;
using System.Text.Json.Nodes;
using Moliere.Learning.Files;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Models;

/// <summary>
/// One file per network: a JSON header with its shape and the caller's metadata (feature names, transforms, target),
/// then the parameters as little-endian float32, all under a checksum. Equal networks and metadata give equal bytes.
/// </summary>
public static class ModelFile
{
    private const string Magic = "MOLMODL1";
    private const string Remedy = "train the model again or restore the file from a copy";

    /// <summary>Writes the file atomically.</summary>
    /// <param name="path">Where; the folder must exist.</param>
    /// <param name="model">The network.</param>
    /// <param name="metadata">Whatever is needed to use the network; kept as it is.</param>
    public static void Write(string path, Mlp model, JsonObject metadata)
    {
        var header = new JsonObject
        {
            ["inputs"] = model.InputCount,
            ["hidden"] = new JsonArray([.. model.Options.Hidden.Select(units => JsonValue.Create(units))]),
            ["activation"] = model.Options.Activation.ToString(),
            ["outputs"] = model.OutputCount,
            ["metadata"] = metadata.DeepClone(),
        };
        SealedFile.Write(path, Magic, writer =>
        {
            writer.Write(header.ToJsonString());
            FloatBlock.Write(writer, model.Parameters);
        });
    }

    /// <summary>Reads a network and its metadata.</summary>
    /// <param name="path">Where.</param>
    /// <exception cref="Formats.Bytes.InvalidFileException">Not a model file, truncated or altered.</exception>
    public static (Mlp Model, JsonObject Metadata) Read(string path) =>
        SealedFile.Read(path, Magic, "model file", Remedy, reader =>
        {
            JsonObject header = ReadHeader(reader, path);
            Mlp model = Shape(header, path);
            FloatBlock.Read(reader, model.Parameters);
            JsonObject metadata = (JsonObject)header["metadata"]!;
            header.Remove("metadata");
            return (model, metadata);
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

    private static Mlp Shape(JsonObject header, string path)
    {
        try
        {
            var options = new MlpOptions
            {
                Hidden = [.. header["hidden"]!.AsArray().Select(units => units!.GetValue<int>())],
                Activation = Enum.Parse<Activation>(header["activation"]!.GetValue<string>()),
            };
            return new Mlp(header["inputs"]!.GetValue<int>(), options, header["outputs"]!.GetValue<int>(), seed: 0);
        }
        catch (Exception exception) when (
            exception is NullReferenceException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw SealedFile.Broken(path, "model file", "a header without the shape of the network", Remedy);
        }
    }
}
