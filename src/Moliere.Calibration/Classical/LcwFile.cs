using System.Text.Json;
using Moliere.Data.Geometry;

namespace Moliere.Calibration.Classical;

/// <summary>Reads and writes the tables of local cell weighting as JSON.</summary>
/// <source>House format, specified in docs/formats.md.</source>
public static class LcwFile
{
    /// <summary>Writes the tables; equal tables give equal bytes.</summary>
    /// <param name="tables">What to write.</param>
    /// <param name="path">File to make or replace.</param>
    public static void Write(LcwTables tables, string path) =>
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(
            new Content("lcw-1", tables.EmProbability, tables.HadronicWeight)));

    /// <summary>Reads the tables back.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <param name="geometry">The calorimeter they were derived for.</param>
    /// <exception cref="InvalidDataException">The file is not a complete set of tables.</exception>
    public static LcwTables Read(string path, CaloGeometry geometry)
    {
        Content content = Parse(path);
        Check(path, "EmProbability", content.EmProbability, LcwBinning.ClassBinCount);
        Check(path, "HadronicWeight", content.HadronicWeight, LcwBinning.WeightBinCount);
        return new LcwTables(geometry, content.EmProbability, content.HadronicWeight);
    }

    private static Content Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(File.ReadAllBytes(path))
                ?? throw new InvalidDataException($"{path} is empty; expected look-up tables of local cell weighting.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(
                $"{path}, line {error.LineNumber + 1}: not valid JSON; "
                + "expected look-up tables of local cell weighting.",
                error);
        }
    }

    private static void Check(string path, string name, float[]? values, int expected)
    {
        if (values?.Length != expected)
        {
            throw new InvalidDataException($"{path}: {name} has {values?.Length ?? 0} entries, expected {expected}.");
        }
    }

    private sealed record Content(string Format, float[] EmProbability, float[] HadronicWeight);
}
