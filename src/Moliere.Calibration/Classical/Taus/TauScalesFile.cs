using System.Text.Json;
using Moliere.Calibration.Taus;
using Moliere.Formats.Bytes;
using Moliere.Learning.Trees;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>Reads and writes the classical tau energy scales as JSON, trees of the decay modes included.</summary>
/// <source>House format, specified in docs/formats.md.</source>
public static class TauScalesFile
{
    private const string Format = "tau-scales-1";
    private const string Expected = "classical tau energy scales (" + Format + ")";
    private const string Remedy = "derive them again with 'moliere run taus'";

    private static readonly JsonSerializerOptions s_options = new()
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Writes scales; equal ones give equal bytes, and numbers come back with all their bits.</summary>
    /// <param name="scales">What to write; the number of workers is not kept.</param>
    /// <param name="path">File to make or replace.</param>
    public static void Write(TauScales scales, string path)
    {
        Content content = new(Format, scales.Selection, scales.Calorimeter, scales.Combined, scales.Modes);
        OutputFile.Write(path, stream => JsonSerializer.Serialize(stream, content, s_options));
    }

    /// <summary>Reads scales back.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <param name="threads">Workers that apply them; does not change the result.</param>
    /// <exception cref="InvalidFileException">The file is not complete.</exception>
    public static TauScales Read(string path, int threads = 1)
    {
        Content content = Parse(path);
        string? defect = content.Format != Format ? $"the format '{content.Format}'"
            : content.Calorimeter?.Defect() ?? content.Combined?.Defect() ?? content.Modes?.Defect()
                ?? DefectOfTrees(content.Modes);
        return defect is null
            ? new(content.Modes, content.Calorimeter, content.Combined)
            {
                Selection = content.Selection,
                Threads = threads,
            }
            : throw new InvalidFileException(new(path), defect, Expected, Remedy);
    }

    private static string? DefectOfTrees(DecayModeClassifier? modes)
    {
        try
        {
            foreach (BoostedTrees half in modes?.Halves ?? [])
            {
                new TreePredictor(half, threads: 1).Dispose();
            }

            return null;
        }
        catch (ArgumentException error)
        {
            return $"trees of decay modes that are none ({error.Message.TrimEnd('.')})";
        }
    }

    private static Content Parse(string path)
    {
        try
        {
            using Stream stream = InputFile.Open(path);
            return JsonSerializer.Deserialize<Content>(stream, s_options)
                ?? throw new InvalidFileException(new(path), "null", Expected, Remedy);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException)
        {
            long line = ((error as JsonException)?.LineNumber ?? 0) + 1;
            throw new InvalidFileException(
                new FilePlace(path) { Line = line }, "invalid JSON", Expected, Remedy, error);
        }
    }

    private sealed record Content(
        string Format, TauSelection Selection, CalorimeterScale? Calorimeter, CombinedScale? Combined,
        DecayModeClassifier? Modes);
}
