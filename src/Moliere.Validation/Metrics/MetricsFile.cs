using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Moliere.Validation.Metrics;

/// <summary>
/// Reads and writes <c>metrics.json</c>: names in snake case, one entry per line, UTF-8 without mark, line feeds,
/// shortest round-trip numbers. Equal documents give equal bytes.
/// </summary>
public static class MetricsFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a document; the stream stays open.</summary>
    /// <param name="stream">Destination.</param>
    /// <param name="document">Figures and trainings.</param>
    public static void Write(Stream stream, MetricsDocument document)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("{");
        WriteList(writer, "figures", document.Figures, ",");
        WriteList(writer, "training", document.Training, string.Empty);
        writer.WriteLine("}");
    }

    /// <summary>Reads a document.</summary>
    /// <param name="stream">Source.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <exception cref="InvalidDataException">Not JSON, or not of this contract; the message has file, line and what is
    /// wrong.</exception>
    public static MetricsDocument Read(Stream stream, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<MetricsDocument>(stream, Options)
                ?? throw new InvalidDataException(
                    $"{name}: found null, expected an object with 'figures' and 'training'");
        }
        catch (JsonException problem)
        {
            string path = problem.Path is null ? string.Empty : $" at {problem.Path}";
            throw new InvalidDataException(
                $"{name}, line {(problem.LineNumber ?? 0) + 1}{path}: not a metrics file, expected lists 'figures' and "
                + "'training' as written by a run",
                problem);
        }
    }

    private static void WriteList<T>(StreamWriter writer, string name, IReadOnlyList<T> entries, string end)
    {
        writer.WriteLine($"  \"{name}\": [");
        for (int i = 0; i < entries.Count; i++)
        {
            string comma = i + 1 < entries.Count ? "," : string.Empty;
            writer.WriteLine($"    {JsonSerializer.Serialize(entries[i], Options)}{comma}");
        }

        writer.WriteLine($"  ]{end}");
    }
}
