using System.Text.Json;
using Moliere.Formats.Bytes;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// Reads and writes networks in bins of |eta_det|: an index with the edges, and beside it one file per network.
/// </summary>
/// <source>House format, specified in docs/formats.md.</source>
public static class EtaBinnedFile
{
    private const string Format = "jet-eta-bins-1";
    private const string Expected = "an index of jet networks in bins of |eta_det| (" + Format + ")";
    private const string Remedy = "train them again with 'moliere train'";

    /// <summary>Writes the index and the networks; equal calibrations give equal bytes.</summary>
    /// <param name="calibration">What to write.</param>
    /// <param name="path">Index to make or replace; networks get the number of their bin before its extension.</param>
    public static void Write(EtaBinnedCalibration calibration, string path)
    {
        for (int bin = 0; bin < calibration.Parts.Count; bin++)
        {
            JetNetworkFile.Write(calibration.Parts[bin], PartOf(path, bin));
        }

        OutputFile.Write(path, stream => JsonSerializer.Serialize(
            stream, new Content(Format, calibration.Name, calibration.EtaEdges)));
    }

    /// <summary>Whether a file is such an index, rather than a network.</summary>
    /// <param name="path">A file.</param>
    /// <exception cref="InvalidFileException">The file cannot be read.</exception>
    public static bool IsIndex(string path)
    {
        using Stream stream = InputFile.Open(path);
        return stream.ReadByte() == '{';
    }

    /// <summary>Name of the calibration that the networks start from; null for constituent scale.</summary>
    /// <param name="path">An index that <see cref="Write"/> made, with the networks beside it.</param>
    /// <exception cref="InvalidFileException">The first network is broken, missing or of another kind.</exception>
    public static string? InputOf(string path) => JetNetworkFile.InputOf(PartOf(path, 0));

    /// <summary>Reads the networks back; they predict the same bits.</summary>
    /// <param name="path">An index that <see cref="Write"/> made, with the networks beside it.</param>
    /// <param name="threads">Threads that predict.</param>
    /// <param name="input">The calibration they start from; null for none.</param>
    /// <exception cref="InvalidFileException">Index or a network is broken, missing or of another kind.</exception>
    public static EtaBinnedCalibration Read(string path, int threads, ICalibration? input = null)
    {
        try
        {
            using Stream stream = InputFile.Open(path);
            Content? content = JsonSerializer.Deserialize<Content>(stream);
            if (content?.Format != Format)
            {
                throw new InvalidFileException(new(path), $"the format '{content?.Format}'", Expected, Remedy);
            }

            return new(content.Name, content.EtaEdges, [
                .. Enumerable.Range(0, content.EtaEdges.Count - 1)
                    .Select(bin => JetNetworkFile.Read(PartOf(path, bin), threads, input)),
            ]);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or NullReferenceException)
        {
            throw new InvalidFileException(new(path), "something else", Expected, Remedy, error);
        }
    }

    private static string PartOf(string path, int bin) =>
        Path.ChangeExtension(path, FormattableString.Invariant($"eta{bin}{Path.GetExtension(path)}"));

    private sealed record Content(string Format, string Name, IReadOnlyList<double> EtaEdges);
}
