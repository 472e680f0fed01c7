using System.Text.Json;
using Moliere.Calibration.Closure;
using Moliere.Calibration.Taus;
using Moliere.Formats.Bytes;
using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Exchange;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>
/// Reads and writes regression trees of taus as an XGBoost model, so that XGBoost can load them too; what belongs to
/// the calibration besides the trees is an attribute of the model.
/// </summary>
/// <source>XGBoost 1.7 JSON model; the attribute is specified in docs/formats.md.</source>
public static class TreeCalibrationFile
{
    private const string Attribute = "tau_calibration";
    private const string Format = "tau-trees-1";
    private const string Expected = "regression trees of taus (" + Format + ")";
    private const string Remedy = "train them again with 'moliere run taus'";

    private static readonly JsonSerializerOptions s_options = new()
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Writes a calibration; equal ones give equal bytes, and numbers come back with all their bits.</summary>
    /// <param name="calibration">What to write; its classical scales have a file of their own.</param>
    /// <param name="path">File to make or replace.</param>
    public static void Write(TreeCalibration calibration, string path) => XgboostFile.Write(
        path, calibration.Trees, new Dictionary<string, string>
        {
            [Attribute] = JsonSerializer.Serialize(
                new Content(
                    Format, calibration.Name, calibration.Target, calibration.Selection, calibration.Closure,
                    calibration.Spread),
                s_options),
        });

    /// <summary>Reads a calibration back.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <param name="scales">The classical scales that the trees were grown on top of.</param>
    /// <param name="threads">Workers that apply it; does not change the result.</param>
    /// <exception cref="InvalidFileException">The file is no XGBoost model, or has not these trees.</exception>
    public static TreeCalibration Read(string path, TauScales scales, int threads = 1)
    {
        XgboostModel model = XgboostFile.Read(path);
        Content content = Parse(path, model.Attributes);
        string[] known = [.. TauFeatures.All.Select(feature => feature.Name)];
        string? stranger = model.Trees.Features.FirstOrDefault(name => !known.Contains(name));
        string? defect = content.Format != Format ? $"the format '{content.Format}'"
            : model.Trees.Features.Count == 0 ? "trees without features"
            : model.Trees.Objective is TreeObjective.Logistic or TreeObjective.MultiClass
                ? $"the objective '{model.Trees.Objective}'"
            : !Enum.IsDefined(content.Target) ? $"the target '{content.Target}'"
            : stranger is not null ? $"the feature '{stranger}'"
            : content.Closure?.Defect() ?? content.Spread?.Defect();
        return defect is not null
            ? throw new InvalidFileException(new(path), defect, Expected, Remedy)
            : new()
            {
                Name = content.Name,
                Scales = scales,
                Trees = model.Trees,
                Target = content.Target,
                Selection = content.Selection,
                Closure = content.Closure,
                Spread = content.Spread,
                Threads = threads,
            };
    }

    private static Content Parse(string path, IReadOnlyDictionary<string, string> attributes)
    {
        if (!attributes.TryGetValue(Attribute, out string? text))
        {
            throw new InvalidFileException(new(path), $"a model without the attribute '{Attribute}'", Expected, Remedy);
        }

        try
        {
            return JsonSerializer.Deserialize<Content>(text, s_options)
                ?? throw new InvalidFileException(new(path), "null", Expected, Remedy);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException)
        {
            throw new InvalidFileException(
                new FilePlace(path) { Inside = Attribute }, "invalid JSON", Expected, Remedy, error);
        }
    }

    private sealed record Content(
        string Format, string Name, TreeTarget Target, TauSelection Selection, ClosureSpline? Closure,
        SpreadScale? Spread);
}
