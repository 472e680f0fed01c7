using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural;

/// <summary>
/// Reads and writes a network calibration: the network's file with features and meaning in its metadata.
/// </summary>
/// <source>House format, specified in docs/formats.md.</source>
public static class NetworkFile
{
    private const string Target = "E_EM/E_dep";

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Writes the calibration; equal calibrations give equal bytes.</summary>
    /// <param name="calibration">What to write.</param>
    /// <param name="path">File to make or replace.</param>
    public static void Write(NetworkCalibration calibration, string path) =>
        ModelFile.Write(path, calibration.Options.Plan, calibration.Network, new JsonObject
        {
            ["name"] = calibration.Name,
            ["target"] = Target,
            ["scale"] = calibration.Options.Scale.ToString(),
            ["central"] = calibration.Options.Central.ToString(),
            ["features"] = JsonSerializer.SerializeToNode(calibration.Features, Json),
        });

    /// <summary>Reads a calibration back.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <param name="threads">Threads that predict.</param>
    /// <exception cref="InvalidFileException">The file is broken or holds another kind of model.</exception>
    public static NetworkCalibration Read(string path, int threads)
    {
        (NetworkPlan plan, Network network, JsonObject metadata) = ModelFile.Read(path);
        try
        {
            var calibration = new NetworkCalibration
            {
                Name = metadata["name"]!.GetValue<string>(),
                Options = new()
                {
                    Plan = plan,
                    Scale = Enum.Parse<ResponseScale>(metadata["scale"]!.GetValue<string>()),
                    Central = Enum.Parse<CentralValue>(metadata["central"]!.GetValue<string>()),
                },
                Features = metadata["features"]?.Deserialize<FittedFeatures>(Json)
                    ?? throw new JsonException("no features"),
                Network = network,
                Threads = threads,
            };
            return calibration.Features.Features.Count == network.InputCount
                && metadata["target"]!.GetValue<string>() == Target
                    ? calibration
                    : throw new JsonException("features or target of another network");
        }
        catch (Exception error) when (
            error is NullReferenceException or JsonException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidFileException(
                new(path), "a network whose metadata are not those of a cluster calibration", "a cluster calibration",
                "train it again with 'moliere train'", error);
        }
    }
}
