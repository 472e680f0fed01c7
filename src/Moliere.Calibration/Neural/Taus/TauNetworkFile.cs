using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Moliere.Calibration.Classical.Taus;
using Moliere.Calibration.Closure;
using Moliere.Calibration.Taus;
using Moliere.Data.Expressions;
using Moliere.Data.Features;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural.Taus;

/// <summary>
/// Reads and writes a tau network: the network's file with inputs, meaning and closure in its metadata. The classical
/// scales that it starts from have a file of their own.
/// </summary>
/// <source>House format, specified in docs/formats.md.</source>
public static class TauNetworkFile
{
    private const string Kind = "pt_combined/truth_pt";
    private const string Expected = "a tau calibration", Remedy = "train it again with 'moliere train'";

    private static readonly JsonSerializerOptions s_json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Writes the calibration; equal calibrations give equal bytes.</summary>
    /// <param name="calibration">What to write.</param>
    /// <param name="path">File to make or replace.</param>
    public static void Write(TauNetworkCalibration calibration, string path) =>
        ModelFile.Write(path, calibration.Options.Plan, calibration.Network, new JsonObject
        {
            ["name"] = calibration.Name,
            ["target"] = Kind,
            ["learns"] = calibration.Target.ToString(),
            ["central"] = calibration.Options.Central.ToString(),
            ["inputs"] = JsonSerializer.SerializeToNode(calibration.Features, s_json),
            ["selection"] = JsonSerializer.SerializeToNode(calibration.Selection, s_json),
            ["ratio"] = JsonSerializer.SerializeToNode(calibration.Ratio, s_json),
            ["closure"] = JsonSerializer.SerializeToNode(calibration.Closure, s_json),
            ["spread"] = JsonSerializer.SerializeToNode(calibration.Spread, s_json),
        });

    /// <summary>Reads a calibration back; it predicts the same bits.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <param name="threads">Threads that predict.</param>
    /// <param name="scales">The classical scales that the network was trained on.</param>
    /// <exception cref="InvalidFileException">The file is broken or holds another kind of model.</exception>
    public static TauNetworkCalibration Read(string path, int threads, TauScales scales)
    {
        (NetworkPlan plan, Network network, JsonObject metadata) = ModelFile.Read(path);
        try
        {
            TauNetworkCalibration calibration = Parse(plan, network, metadata, scales) with { Threads = threads };
            return DefectOf(calibration) is { } defect
                ? throw new InvalidFileException(new(path), defect, Expected, Remedy)
                : calibration;
        }
        catch (Exception error) when (
            error is NullReferenceException or JsonException or ArgumentException or InvalidOperationException
                or ExpressionException)
        {
            throw new InvalidFileException(
                new(path), "a network whose metadata are not those of a tau calibration", Expected, Remedy, error);
        }
    }

    private static TauNetworkCalibration Parse(
        NetworkPlan plan, Network network, JsonObject metadata, TauScales scales)
    {
        string kind = metadata["target"]!.GetValue<string>();
        return kind != Kind ? throw new JsonException($"the target '{kind}'") : new()
        {
            Name = metadata["name"]!.GetValue<string>(),
            Options = new()
            {
                Plan = plan,
                Central = Enum.Parse<CentralValue>(metadata["central"]!.GetValue<string>()),
            },
            Features = Part<FittedFeatures>("inputs") ?? throw new JsonException("no inputs"),
            Network = network,
            Scales = scales,
            Selection = Part<TauSelection>("selection") ?? throw new JsonException("no selection"),
            Target = Enum.Parse<TauTarget>(metadata["learns"]!.GetValue<string>()),
            Ratio = Part<RatioScale>("ratio") ?? throw new JsonException("no scale of the ratio"),
            Closure = Part<ClosureSpline>("closure"),
            Spread = Part<SpreadScale>("spread"),
        };

        T? Part<T>(string name) => metadata[name] is { } node ? node.Deserialize<T>(s_json) : default;
    }

    private static string? DefectOf(TauNetworkCalibration calibration) =>
        InputDefect.Of(calibration.Features) ?? calibration.Closure?.Defect() ?? calibration.Spread?.Defect()
        ?? OfSizes(calibration);

    private static string? OfSizes(TauNetworkCalibration calibration)
    {
        (int inputs, int wanted) = (calibration.Features.Features.Count, calibration.Network.InputCount);
        bool isScale = double.IsFinite(calibration.Ratio.Mean) && calibration.Ratio.Sigma > 0;
        return inputs != wanted ? $"{inputs} inputs for a network that takes {wanted}"
            : !isScale ? $"a ratio of mean {calibration.Ratio.Mean} and spread {calibration.Ratio.Sigma}"
            : null;
    }
}
