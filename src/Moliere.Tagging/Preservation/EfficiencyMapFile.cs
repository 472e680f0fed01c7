using System.Text.Json;
using System.Text.Json.Serialization;
using Moliere.Formats.Bytes;

namespace Moliere.Tagging.Preservation;

/// <summary>
/// Reads and writes efficiency maps as JSON that explains itself and carries points with their answers, by which other
/// programs can check how they read it.
/// </summary>
/// <source>House format, specified in docs/efficiency-maps.md.</source>
public static class EfficiencyMapFile
{
    /// <summary>What the key "format" of such a file says.</summary>
    public const string Format = "moliere-efficiency-map-1";

    private const string Expected = "an efficiency map (" + Format + ")", Remedy = "write it again";
    private const int MostExamples = 25;

    private static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Writes a map; equal maps give equal bytes.</summary>
    /// <param name="map">What to write.</param>
    /// <param name="path">File to make or replace.</param>
    public static void Write(EfficiencyMap map, string path) => OutputFile.Write(path, stream =>
        JsonSerializer.Serialize(
            stream,
            new Content(
                Format, map.Selection, map.Confidence, map.Axes, map.Bins, ExamplesOf(map),
                new SortedDictionary<string, string>(map.Provenance.ToDictionary(), StringComparer.Ordinal)),
            s_json));

    /// <summary>Reads a map back and checks it by its own examples.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <exception cref="InvalidFileException">The file is broken, or contradicts itself.</exception>
    public static EfficiencyMap Read(string path)
    {
        Content content = Parse(path);
        if (content.Format != Format)
        {
            throw new InvalidFileException(new(path), $"the format '{content.Format}'", Expected, Remedy);
        }

        return MapOf(path, content);
    }

    private static EfficiencyMap MapOf(string path, Content content)
    {
        try
        {
            var map = new EfficiencyMap(content.Axes, content.Bins)
            {
                Selection = content.Selection,
                Confidence = content.Confidence,
                Provenance = content.Provenance,
            };
            RequireExamples(path, map, content.Examples);
            return map;
        }
        catch (ArgumentException error)
        {
            throw new InvalidFileException(new(path), error.Message.TrimEnd('.'), Expected, Remedy, error);
        }
    }

    private static void RequireExamples(string path, EfficiencyMap map, IReadOnlyList<Example> examples)
    {
        foreach (Example example in examples)
        {
            double value = map.At(example.At).Value;
            if (value != example.Efficiency)
            {
                throw new InvalidFileException(
                    new(path) { Inside = "examples" }, FormattableString.Invariant($"an efficiency of {value} at ")
                    + $"[{string.Join(", ", example.At)}]", FormattableString.Invariant($"{example.Efficiency}"),
                    Remedy);
            }
        }
    }

    // Middles of cells of bins over the whole map.
    private static Example[] ExamplesOf(EfficiencyMap map)
    {
        int step = Math.Max(1, (map.Bins.Count + MostExamples - 1) / MostExamples);
        return
        [
            .. map.Bins.Where((_, bin) => bin % step == 0).Select(bin => new Example(
                [.. map.Axes.Select((axis, a) => axis.MiddleOf((bin.First[a] + bin.Last[a]) / 2))], bin.Efficiency)),
        ];
    }

    private static Content Parse(string path)
    {
        try
        {
            using Stream stream = InputFile.Open(path);
            Content? content = JsonSerializer.Deserialize<Content>(stream, s_json);
            return content is not null && content.IsWhole ? content : throw new InvalidFileException(
                new(path), "no axes, bins, examples, selection or provenance, or nothing in them", Expected, Remedy);
        }
        catch (JsonException error)
        {
            throw new InvalidFileException(
                new FilePlace(path) { Line = (error.LineNumber ?? 0) + 1 }, "invalid JSON", Expected, Remedy, error);
        }
    }

    private sealed record Content(
        string Format, string Selection, double Confidence, IReadOnlyList<EfficiencyAxis> Axes,
        IReadOnlyList<EfficiencyBin> Bins, IReadOnlyList<Example> Examples,
        SortedDictionary<string, string> Provenance)
    {
        // Annotations speak of values that are there, not of absent ones and not of elements.
        [JsonIgnore]
        public bool IsWhole =>
            (Axes, Bins, Examples, Selection, Provenance) is (not null, not null, not null, not null, not null)
            && Axes.All(axis => axis is not null) && Bins.All(bin => bin is not null)
            && Examples.All(example => example?.At is not null) && Provenance.Values.All(text => text is not null);
    }

    private sealed record Example(double[] At, double Efficiency);
}
