using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Moliere.Data.Features;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural;

/// <summary>
/// Reads and writes a network calibration: the network's file with features and meaning in its metadata.
/// </summary>
/// <source>House format, specified in docs/formats.md.</source>
public static class NetworkFile
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Writes the calibration; equal calibrations give equal bytes.</summary>
    /// <param name="calibration">What to write.</param>
    /// <param name="path">File to make or replace.</param>
    public static void Write(NetworkCalibration calibration, string path) =>
        ModelFile.Write(path, calibration.Network, new JsonObject
        {
            ["name"] = calibration.Name,
            ["kind"] = calibration.Kind.ToString(),
            ["central"] = calibration.Central.ToString(),
            ["target"] = "log10(E_EM/E_dep)",
            ["features"] = JsonSerializer.SerializeToNode(calibration.Features, Json),
        });

    /// <summary>Reads a calibration back.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <param name="threads">Threads that predict.</param>
    /// <exception cref="InvalidFileException">The file is broken or holds another kind of model.</exception>
    public static NetworkCalibration Read(string path, int threads)
    {
        (Mlp network, JsonObject metadata) = ModelFile.Read(path);
        try
        {
            return new NetworkCalibration
            {
                Name = metadata["name"]!.GetValue<string>(),
                Kind = Enum.Parse<NetworkKind>(metadata["kind"]!.GetValue<string>()),
                Central = Enum.Parse<CentralValue>(metadata["central"]!.GetValue<string>()),
                Features = metadata["features"]?.Deserialize<FittedFeatures>(Json)
                    ?? throw new JsonException("no features"),
                Network = network,
                Threads = threads,
            };
        }
        catch (Exception error) when (
            error is NullReferenceException or JsonException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidFileException(
                new(path), "a network without name, kind or features in its metadata", "a cluster calibration",
                "train it again with 'moliere train'", error);
        }
    }
}
