using System.Text.Json;
using Moliere.Calibration.Neural;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;

namespace Moliere.Cli.Inspection;

/// <summary>Describes the file of a derived method, and other JSON of a run folder.</summary>
internal static class MethodInspection
{
    /// <summary>Lines for a trained network.</summary>
    /// <param name="path">A file that <c>train</c> wrote.</param>
    public static IReadOnlyList<string> DescribeNetwork(string path)
    {
        NetworkCalibration calibration = NetworkFile.Read(path, threads: 1);
        NetworkPlan plan = calibration.Options.Plan;
        string family = plan.Family.ToString().ToLowerInvariant(), loss = plan.Loss.GetType().Name;
        return
        [
            $"Cluster calibration: {calibration.Name} ({family} network, {loss})",
            $"Layers: {calibration.Network.InputCount} inputs, hidden {string.Join(" x ", plan.Shape.Hidden)} "
                + $"({plan.Shape.Activation.ToString().ToLowerInvariant()}), "
                + $"{calibration.Network.OutputCount} outputs, {calibration.Network.Parameters.Length} parameters",
            .. calibration.Features.Features.Select(fitted => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Input: {fitted.Feature.Name}, {Words(fitted.Feature.Transform)}, "
                + $"mean {fitted.Mean:G4}, sigma {fitted.Sigma:G4}")),
        ];
    }

    /// <summary>Lines for look-up tables or another JSON file of this program.</summary>
    /// <param name="path">A JSON file.</param>
    /// <exception cref="InvalidFileException">It is no JSON object.</exception>
    public static IReadOnlyList<string> DescribeJson(string path)
    {
        using Stream stream = Formats.Bytes.InputFile.Open(path);
        try
        {
            using JsonDocument document = JsonDocument.Parse(stream);
            bool isTables = document.RootElement.TryGetProperty("HadronicWeight", out _);
            return
            [
                isTables ? "Look-up tables of local cell weighting" : "JSON file",
                .. document.RootElement.EnumerateObject()
                    .Select(member => $"Entry: {member.Name}, {Size(member.Value)}"),
            ];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidFileException(new(path), "no JSON object", "a JSON file of this program", "", error);
        }
    }

    private static string Size(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => $"{value.GetArrayLength()} values",
        JsonValueKind.Object => $"{value.EnumerateObject().Count()} members",
        _ => value.ToString(),
    };

    private static string Words(Enum transform) => transform.ToString().ToLowerInvariant();
}
