using Moliere.Data.Tables;
using Moliere.Formats.Csv;
using Moliere.Formats.Tables;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>
/// Reads a cluster table that a user names: a table file, a CSV file, or a folder that holds the former.
/// </summary>
internal static class TableInput
{
    /// <summary>Reads the table; a CSV file gives a table without cells unless it has their columns.</summary>
    /// <param name="path">What the user named.</param>
    public static Table Read(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, ClusterTableStage.FileName) : path;
        bool isCsv = file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);
        return isCsv ? CsvTableReader.Read(file) : TableFile.Read(file);
    }
}
