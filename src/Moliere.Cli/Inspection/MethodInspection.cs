using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Moliere.Calibration.Neural;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;
using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Exchange;
using Moliere.Tagging.Preservation;

namespace Moliere.Cli.Inspection;

/// <summary>Describes the file of a derived method, and other JSON of a run folder.</summary>
internal static class MethodInspection
{
    /// <summary>Lines for a trained network, of whatever study.</summary>
    /// <param name="path">A file that <c>train</c> or <c>run</c> wrote.</param>
    public static IReadOnlyList<string> DescribeNetwork(string path)
    {
        (NetworkPlan plan, Network network, JsonObject metadata) = ModelFile.Read(path);
        string family = plan.Family.ToString().ToLowerInvariant(), loss = plan.Loss.GetType().Name;
        string inside = $"({family} network, {loss})", name = metadata["name"]?.ToString() ?? "without a name";
        string shape = $"{network.OutputCount} outputs, {network.Parameters.Length} parameters";
        if (metadata.ContainsKey("scale") && metadata.ContainsKey("central"))
        {
            NetworkCalibration calibration = NetworkFile.Read(path, threads: 1);
            return
            [
                $"Cluster calibration: {name} {inside}",
                $"Layers: {network.InputCount} inputs, hidden {string.Join(" x ", plan.Shape.Hidden)} "
                    + $"({plan.Shape.Activation.ToString().ToLowerInvariant()}), {shape}",
                .. calibration.Features.Features.Select(fitted => string.Create(
                    CultureInfo.InvariantCulture,
                    $"Input: {fitted.Feature.Name}, {Words(fitted.Feature.Transform)}, "
                    + $"mean {fitted.Mean:G4}, sigma {fitted.Sigma:G4}")),
            ];
        }

        string lists = network.ListWidths.Count == 0 ? ""
            : $" and lists with points of {string.Join(", ", network.ListWidths)} numbers";
        return
        [
            $"Network: {name} {inside}",
            $"Layers: {network.InputCount} inputs{lists}, {shape}",
            .. metadata.Where(entry => entry.Key != "name").Select(entry => $"Entry: {entry.Key}, {Size(entry.Value)}"),
        ];
    }

    /// <summary>Whether a file holds boosted trees in the form of XGBoost.</summary>
    /// <param name="path">Any path.</param>
    public static bool IsTrees(string path) => Is(path, root => root.TryGetProperty("learner", out _));

    private static bool IsMap(string path) => Is(path, root => root.TryGetProperty("format", out JsonElement format)
        && format.ValueKind == JsonValueKind.String && format.ValueEquals(EfficiencyMapFile.Format));

    private static bool Is(string path, Predicate<JsonElement> hasMark)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using Stream stream = Formats.Bytes.InputFile.Open(path);
            using JsonDocument document = JsonDocument.Parse(stream);
            return document.RootElement.ValueKind == JsonValueKind.Object && hasMark(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Lines for look-up tables, trees or another JSON file of this program.</summary>
    /// <param name="path">A JSON file.</param>
    /// <exception cref="InvalidFileException">It is no JSON object.</exception>
    public static IReadOnlyList<string> DescribeJson(string path)
    {
        if (IsTrees(path))
        {
            BoostedTrees trees = XgboostFile.Read(path).Trees;
            return
            [
                $"Boosted trees: {trees.Trees.Count} trees, {trees.MarginCount} margins, {trees.Objective}",
                $"Inputs: {string.Join(", ", trees.Features)}",
            ];
        }

        if (IsMap(path))
        {
            return EfficiencyMapInspection.Describe(path);
        }

        using Stream stream = Formats.Bytes.InputFile.Open(path);
        try
        {
            using JsonDocument document = JsonDocument.Parse(stream);
            bool isTables = document.RootElement.TryGetProperty("HadronicWeight", out _);
            bool isDiscriminant = document.RootElement.TryGetProperty("$type", out _)
                && document.RootElement.TryGetProperty("Name", out _);
            return
            [
                isTables ? "Look-up tables of local cell weighting"
                    : isDiscriminant ? "Discriminant of jets, a formula of columns" : "JSON file",
                .. document.RootElement.EnumerateObject()
                    .Select(member => $"Entry: {member.Name}, {Size(member.Value)}"),
            ];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidFileException(new(path), "no JSON object", "a JSON file of this program", "", error);
        }
    }

    private static string Size(JsonNode? node) => node switch
    {
        JsonArray array => $"{array.Count} values",
        JsonObject members => $"{members.Count} members",
        _ => node?.ToString() ?? "nothing",
    };

    private static string Size(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => $"{value.GetArrayLength()} values",
        JsonValueKind.Object => $"{value.EnumerateObject().Count()} members",
        _ => value.ToString(),
    };

    private static string Words(Enum transform) => transform.ToString().ToLowerInvariant();
}
