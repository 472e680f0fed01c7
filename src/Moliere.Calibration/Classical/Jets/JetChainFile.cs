using System.Text.Json;
using System.Text.Json.Serialization;
using Moliere.Formats.Bytes;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>Reads and writes the standard chain of jets as JSON.</summary>
/// <source>House format, specified in docs/formats.md.</source>
public static class JetChainFile
{
    private const string Format = "jet-chain-1";
    private const string Expected = "a calibration chain of jets (" + Format + ")";
    private const string Remedy = "derive it again with 'moliere run jets'";

    private static readonly JsonSerializerOptions s_options = new()
    {
        // A variable without lower bound has minus infinity there.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Writes a chain; equal chains give equal bytes, and numbers come back with all their bits.</summary>
    /// <param name="chain">What to write.</param>
    /// <param name="path">File to make or replace.</param>
    public static void Write(JetChain chain, string path) =>
        OutputFile.Write(path, stream => JsonSerializer.Serialize(
            stream, new Content(Format, [.. chain.Steps]), s_options));

    /// <summary>Reads a chain back.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <exception cref="InvalidFileException">The file is not a complete chain.</exception>
    public static JetChain Read(string path)
    {
        Content content = Parse(path);
        string? defect = content.Format != Format
            ? $"the format '{content.Format}'"
            : content.Steps.Select(step => step is null ? "an empty step" : step.Defect())
                .FirstOrDefault(found => found is not null) ?? Absent(content.Steps);
        return defect is null
            ? new JetChain(content.Steps)
            : throw new InvalidFileException(new(path), defect, Expected, Remedy);
    }

    private static string? Absent(JetStep[] steps) =>
        JetChain.Methods.FirstOrDefault(method => !Array.Exists(steps, step => step.Method == method)) is { } method
            ? $"no step of '{method}'" : null;

    private static Content Parse(string path)
    {
        try
        {
            using Stream stream = InputFile.Open(path);
            return JsonSerializer.Deserialize<Content>(stream, s_options)
                ?? throw new InvalidFileException(new(path), "null", Expected, Remedy);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            long line = ((error as JsonException)?.LineNumber ?? 0) + 1;
            throw new InvalidFileException(
                new FilePlace(path) { Line = line }, "invalid JSON", Expected, Remedy, error);
        }
    }

    private sealed record Content(string Format, JetStep[] Steps);
}
