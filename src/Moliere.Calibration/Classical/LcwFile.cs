using System.Text.Json;
using Moliere.Data.Geometry;
using Moliere.Formats.Bytes;

namespace Moliere.Calibration.Classical;

/// <summary>Reads and writes the tables of local cell weighting as JSON.</summary>
/// <source>House format, specified in docs/formats.md.</source>
public static class LcwFile
{
    private const string Format = "lcw-1";
    private const string Expected = "look-up tables of local cell weighting (" + Format + ")";
    private const string Remedy = "derive them again with 'moliere train'";

    /// <summary>Writes the tables; equal tables give equal bytes.</summary>
    /// <param name="tables">What to write.</param>
    /// <param name="path">File to make or replace.</param>
    public static void Write(LcwTables tables, string path) =>
        OutputFile.Write(path, stream => JsonSerializer.Serialize(
            stream, new Content(Format, tables.EmProbability, tables.HadronicWeight)));

    /// <summary>Reads the tables back.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <param name="geometry">The calorimeter they were derived for.</param>
    /// <exception cref="InvalidFileException">The file is not a complete set of tables.</exception>
    public static LcwTables Read(string path, CaloGeometry geometry)
    {
        Content content = Parse(path);
        if (content.Format != Format)
        {
            throw new InvalidFileException(new(path), $"the format '{content.Format}'", Expected, Remedy);
        }

        Check(path, "EmProbability", content.EmProbability, LcwBinning.ClassBinCount);
        Check(path, "HadronicWeight", content.HadronicWeight, LcwBinning.WeightBinCount);
        return new LcwTables(geometry, content.EmProbability, content.HadronicWeight);
    }

    private static Content Parse(string path)
    {
        try
        {
            using Stream stream = InputFile.Open(path);
            return JsonSerializer.Deserialize<Content>(stream)
                ?? throw new InvalidFileException(new(path), "null", Expected, Remedy);
        }
        catch (JsonException error)
        {
            throw new InvalidFileException(
                new FilePlace(path) { Line = (error.LineNumber ?? 0) + 1 }, "invalid JSON", Expected, Remedy, error);
        }
    }

    private static void Check(string path, string name, float[]? values, int expected)
    {
        if (values?.Length != expected)
        {
            throw new InvalidFileException(
                new(path), $"{values?.Length ?? 0} entries of {name}", $"{expected} entries", Remedy);
        }
    }

    private sealed record Content(string Format, float[] EmProbability, float[] HadronicWeight);
}
