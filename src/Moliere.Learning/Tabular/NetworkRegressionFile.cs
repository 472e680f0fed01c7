using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Moliere.Data.Features;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;

namespace Moliere.Learning.Tabular;

/// <summary>
/// Reads and writes a network regression: the network's file with features and target in its metadata.
/// </summary>
public static class NetworkRegressionFile
{
    private static readonly JsonSerializerOptions s_json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Writes the regression; equal ones give equal bytes.</summary>
    /// <param name="path">File to make or replace.</param>
    /// <param name="regression">What to write.</param>
    /// <param name="note">Whatever the caller keeps beside it, such as the course of the training.</param>
    public static void Write(string path, NetworkRegression regression, JsonNode? note = null) =>
        ModelFile.Write(path, regression.Options.Plan, regression.Network, new JsonObject
        {
            ["kind"] = "table regression",
            ["scale"] = regression.Options.Scale.ToString(),
            ["central"] = regression.Options.Central.ToString(),
            ["target"] = JsonSerializer.SerializeToNode(regression.Target, s_json),
            ["features"] = JsonSerializer.SerializeToNode(regression.Features, s_json),
            ["note"] = note?.DeepClone(),
        });

    /// <summary>Reads a regression back, with the note.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <exception cref="InvalidFileException">The file is broken or holds another kind of model.</exception>
    public static (NetworkRegression Regression, JsonNode? Note) Read(string path)
    {
        (NetworkPlan plan, Network network, JsonObject metadata) = ModelFile.Read(path);
        try
        {
            var regression = new NetworkRegression
            {
                Options = new()
                {
                    Plan = plan,
                    Scale = Enum.Parse<Data.Objects.ResponseScale>(metadata["scale"]!.GetValue<string>()),
                    Central = Enum.Parse<CentralValue>(metadata["central"]!.GetValue<string>()),
                },
                Features = metadata["features"]!.Deserialize<FittedFeatures>(s_json)!,
                Target = metadata["target"]!.Deserialize<TargetScaling>(s_json)!,
                Network = network,
            };
            return regression.Features.Features.Count == network.InputCount
                ? (regression, metadata["note"])
                : throw new JsonException("features of another network");
        }
        catch (Exception error) when (
            error is NullReferenceException or JsonException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidFileException(
                new(path), "a network whose metadata are not those of a table regression", "a table regression",
                "train it again with 'moliere run regress'", error);
        }
    }
}
