using System.Globalization;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Histograms;

namespace Moliere.Cli.Inspection.Root;

/// <summary>An object that is no dataset.</summary>
/// <param name="Path">Directories and name.</param>
/// <param name="Cycle">Higher for a newer object of the same name.</param>
/// <param name="Class">C++ class.</param>
/// <param name="Title">Title in the file.</param>
/// <param name="StoredBytes">Bytes in the file.</param>
/// <param name="Content">Bins and fills of a histogram, points of a graph; empty for other classes.</param>
internal sealed record ObjectListing(
    string Path, int Cycle, string Class, string Title, long StoredBytes, string Content)
{
    /// <summary>Describes one record.</summary>
    public static ObjectListing Of(RootFile file, RootEntry entry) =>
        new(entry.Path, entry.Cycle, entry.ClassName, entry.Title, entry.StoredBytes, ContentOf(file, entry));

    private static string ContentOf(RootFile file, RootEntry entry)
    {
        try
        {
            return RootHistogram.CanRead(entry) ? Describe(RootHistogram.Read(file, entry))
                : RootGraph.CanRead(entry) ? $"{RootGraph.Read(file, entry).X.Count} points"
                : "";
        }
        catch (InvalidFileException error)
        {
            return $"cannot be read: {error.Message}";
        }
    }

    private static string Describe(RootHistogram histogram)
    {
        string axes = string.Join(" x ", histogram.Axes.Select(axis => string.Create(
            CultureInfo.InvariantCulture, $"{axis.BinCount} bins in [{axis.Low:G6}, {axis.High:G6}]")));
        return string.Create(CultureInfo.InvariantCulture, $"{axes}, {histogram.Entries:G9} fills");
    }
}
