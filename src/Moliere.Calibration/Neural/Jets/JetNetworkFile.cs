using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Moliere.Calibration.Closure;
using Moliere.Data.Expressions;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// Reads and writes a jet network: the network's file with inputs, meaning and closure in its metadata. The calibration
/// that it starts from has a file of its own and is only named.
/// </summary>
/// <source>House format, specified in docs/formats.md.</source>
public static class JetNetworkFile
{
    private const string Expected = "a jet calibration", Remedy = "train it again with 'moliere train'";

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Writes the calibration; equal calibrations give equal bytes.</summary>
    /// <param name="calibration">What to write.</param>
    /// <param name="path">File to make or replace.</param>
    public static void Write(JetNetworkCalibration calibration, string path) =>
        ModelFile.Write(path, calibration.Options.Plan, calibration.Network, new JsonObject
        {
            ["name"] = calibration.Name,
            ["target"] = TextOf(calibration.Target),
            ["central"] = calibration.Options.Central.ToString(),
            ["input"] = calibration.Input?.Name,
            ["inputs"] = JsonSerializer.SerializeToNode(calibration.Inputs, Json),
            ["closure"] = JsonSerializer.SerializeToNode(calibration.Closure, Json),
            ["spread"] = JsonSerializer.SerializeToNode(calibration.Spread, Json),
        });

    /// <summary>Name of the calibration that a network in a file starts from; null for constituent scale.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <exception cref="InvalidFileException">The file is broken or holds another kind of model.</exception>
    public static string? InputOf(string path)
    {
        JsonObject metadata = ModelFile.Read(path).Metadata;
        return Parse(path, () => metadata["input"]?.GetValue<string>());
    }

    /// <summary>Reads a calibration back; it predicts the same bits.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <param name="threads">Threads that predict.</param>
    /// <param name="input">The calibration it starts from, of the name it was trained with; null for none.</param>
    /// <exception cref="InvalidFileException">
    /// The file is broken, holds another kind of model, or starts from another calibration.
    /// </exception>
    public static JetNetworkCalibration Read(string path, int threads, ICalibration? input = null)
    {
        (NetworkPlan plan, Network network, JsonObject metadata) = ModelFile.Read(path);
        return Parse(path, () =>
        {
            var calibration = new JetNetworkCalibration
            {
                Name = metadata["name"]!.GetValue<string>(),
                Options = new()
                {
                    Plan = plan,
                    Central = Enum.Parse<CentralValue>(metadata["central"]!.GetValue<string>()),
                },
                Inputs = metadata["inputs"]?.Deserialize<JetInputs>(Json) ?? throw new JsonException("no inputs"),
                Network = network,
                Input = RequiredInput(path, metadata["input"]?.GetValue<string>(), input),
                Closure = metadata["closure"]?.Deserialize<ClosureSpline>(Json),
                Spread = metadata["spread"]?.Deserialize<SpreadScale>(Json),
                Target = TargetOf(metadata["target"]!.GetValue<string>()),
                Threads = threads,
            };
            return JetNetworkDefect.Of(calibration) is { } defect
                ? throw new InvalidFileException(new(path), defect, Expected, Remedy)
                : calibration;
        });
    }

    private static string TextOf(JetTarget target) => target == JetTarget.Response ? "pt/truth_pt" : "truth_pt";

    private static JetTarget TargetOf(string text)
    {
        JetTarget found = Enum.GetValues<JetTarget>().FirstOrDefault(target => TextOf(target) == text);
        return TextOf(found) == text ? found : throw new JsonException($"the target '{text}'");
    }

    private static ICalibration? RequiredInput(string path, string? needed, ICalibration? input) =>
        needed == input?.Name
            ? input
            : throw new InvalidFileException(
                new(path), $"a network on top of {Called(needed)}", $"one on top of {Called(input?.Name)}", Remedy);

    private static string Called(string? input) => input is null ? "constituent scale" : $"the calibration '{input}'";

    private static T Parse<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (
            error is NullReferenceException or JsonException or ArgumentException or InvalidOperationException
                or ExpressionException)
        {
            throw new InvalidFileException(
                new(path), "a network whose metadata are not those of a jet calibration", Expected, Remedy, error);
        }
    }
}
